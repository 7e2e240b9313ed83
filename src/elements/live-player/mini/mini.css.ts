import { css } from 'lit';

/** The picture in a corner of the screen, and its place in the page meanwhile. */
export const miniStyle = css`
  .mini-place {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
  }
  .picture[data-mini] {
    --_mini-width: clamp(112px, 31vw, 200px);
    position: fixed;
    top: auto;
    right: auto;
    bottom: auto;
    left: auto;
    display: block;
    width: min(var(--mini-width, var(--_mini-width)), 45vh * var(--_mini-aspect, 0.5625));
    height: auto;
    margin: var(--mini-inset, 12px);
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: var(--_radius-m);
    background: var(--background, #161310);
    color: var(--_on-picture);
    box-shadow:
      0 0 0 1px rgba(255, 255, 255, 0.18),
      0 8px 28px rgba(0, 0, 0, 0.36);
    animation: mini-in var(--_slow) var(--_ease);
    transition: transform var(--_slow) var(--_ease);
  }
  .picture[data-mini][data-wide] {
    --_mini-width: clamp(176px, 48vw, 320px);
  }
  .picture[data-mini][data-held] {
    animation: none;
    transition: none;
  }
  .picture[data-mini]::before {
    display: block;
    padding-top: calc(100% / var(--_mini-aspect, 0.5625));
    content: '';
  }
  .picture[data-mini~='top'] {
    top: env(safe-area-inset-top, 0px);
  }
  .picture[data-mini~='bottom'] {
    bottom: env(safe-area-inset-bottom, 0px);
  }
  .picture[data-mini~='left'] {
    left: env(safe-area-inset-left, 0px);
  }
  .picture[data-mini~='right'] {
    right: env(safe-area-inset-right, 0px);
  }
  @keyframes mini-in {
    from {
      opacity: 0;
      transform: scale(0.86);
    }
  }

  /* Over the veil that lies on a picture without a host. */
  .mini-group {
    position: absolute;
    z-index: 1;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
  }
  .mini-back,
  .mini-said {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    border-radius: inherit;
  }
  .mini-back {
    cursor: grab;
    touch-action: none;
  }
  [data-held] .mini-back {
    cursor: grabbing;
  }
  .picture[data-mini] :focus {
    outline-offset: -3px;
  }
  .mini-said {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    padding: 0 8px 20px;
    font-size: var(--_fs-12);
    text-align: center;
    word-break: keep-all;
    text-wrap: balance;
    text-shadow: 0 0 6px #000;
    pointer-events: none;
  }
  .mini-said .spin {
    width: 26px;
    height: 26px;
    margin-bottom: 6px;
  }
  .mini-buttons {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    justify-content: space-between;
    padding: 16px 4px 0;
    background: linear-gradient(to top, rgba(0, 0, 0, 0.66), transparent);
    pointer-events: none;
  }
  .mini-buttons button {
    pointer-events: auto;
  }
  .mini-top {
    position: absolute;
    top: 0;
    right: 0;
    left: 0;
    display: flex;
    justify-content: flex-end;
    pointer-events: none;
  }
  .mini-close {
    align-items: flex-start;
    justify-content: flex-end;
    padding: 6px;
    border-radius: 0;
    pointer-events: auto;
  }
  .mini-close i {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 26px;
    height: 26px;
    border-radius: 50%;
    background: rgba(0, 0, 0, 0.6);
  }
  /* White on dark, whatever the picture is. */
  .mini-back:focus {
    box-shadow: inset 0 0 0 6px rgba(0, 0, 0, 0.55);
  }
  .mini-back:focus:not(:focus-visible) {
    box-shadow: none;
  }
  .picture[data-mini] .mini-close:focus {
    outline-color: transparent;
  }
  .mini-close:focus i {
    box-shadow: inset 0 0 0 2px #fff;
  }
  .mini-close:focus:not(:focus-visible) i {
    box-shadow: none;
  }
  @media (hover: hover) and (pointer: fine) {
    .mini-buttons,
    .mini-close {
      opacity: 0;
      transition: opacity var(--_fast) var(--_ease);
    }
    .picture:hover > .mini-face .mini-buttons,
    .picture:hover > .mini-face .mini-close,
    .picture:focus-within > .mini-face .mini-buttons,
    .picture:focus-within > .mini-face .mini-close {
      opacity: 1;
    }
  }
  @media print {
    .picture[data-mini] {
      display: none;
    }
  }
`;
