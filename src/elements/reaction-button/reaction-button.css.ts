import { css } from 'lit';

export const reactionButton = css`
  :host {
    position: relative;
    display: inline-block;
    /* What rises from it rises above what stands beside it. */
    isolation: auto;
  }
  .pill {
    position: relative;
    background: var(--_surface-raised);
    color: var(--_text);
  }
  .react {
    border-radius: inherit;
    outline: none;
  }
  /* All of the pill is the button. */
  .react::after {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border-radius: inherit;
  }
  .react:focus::after {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .react:focus:not(:focus-visible)::after {
    outline: none;
  }
  .react svg {
    transition: transform var(--_fast) var(--_ease);
  }
  .react:active:not(:disabled) svg {
    transform: scale(0.84);
  }
  .react:disabled svg {
    opacity: 0.5;
  }
  .given svg {
    color: var(--heart-color, var(--_price));
    fill: currentColor;
  }
  .count {
    margin-inline-start: 8px;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    pointer-events: none;
  }
  .icon-button .count {
    position: absolute;
    right: 50%;
    bottom: -5px;
    min-width: 20px;
    margin: 0;
    padding: 0 5px;
    border-radius: 999px;
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_outline);
    font-size: 10px;
    font-weight: 600;
    line-height: 16px;
    text-align: center;
    white-space: nowrap;
    transform: translateX(50%);
  }
  :host([over-picture]) .pill {
    background: var(--_veil);
    color: var(--_on-picture);
  }
  :host([over-picture]) .given svg {
    color: var(--heart-color, #ff5b6e);
  }
  :host([over-picture]) .count {
    background: rgba(0, 0, 0, 0.6);
    box-shadow: none;
  }
  .hearts {
    position: absolute;
    bottom: 60%;
    left: 50%;
    z-index: 1;
    width: 0;
    height: 0;
    pointer-events: none;
  }
  .heart {
    position: absolute;
    bottom: 0;
    left: -14px;
    opacity: 0;
    will-change: transform, opacity;
  }
  .heart svg {
    fill: currentColor;
    stroke: rgba(255, 255, 255, 0.7);
    stroke-width: 1;
  }
  .tint-0 {
    color: #ff4d63;
  }
  .tint-1 {
    color: #ff7a9c;
  }
  .tint-2 {
    color: #ff9a5c;
  }
  .tint-3 {
    color: #ffc24a;
  }
  @media print {
    .hearts {
      display: none;
    }
  }
`;
