import { css } from 'lit';

/** The lines, and the way back to the newest. */
export const lineStyle = css`
  /*
   * Out of sight it is not drawn. Not line by line: to ask for each in every frame costs more than a few dozen lines. And
   * not the list, which would lose its place.
   */
  .view {
    content-visibility: auto;
    contain-intrinsic-size: auto 320px;
  }
  .line {
    padding: 4px 0;
  }
  .enter {
    animation: enter var(--_fast) var(--_ease);
  }
  @keyframes enter {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  .name {
    color: var(--_name, var(--_text-muted));
    font-weight: 500;
    white-space: pre-wrap;
    unicode-bidi: isolate;
  }
  .mine .name {
    color: var(--_price);
  }
  .badge {
    display: inline-block;
    margin-right: 6px;
    padding: 0 6px;
    border-radius: 4px;
    font-size: calc(11px * var(--_scale));
    font-weight: 500;
    line-height: 1.6;
    vertical-align: 1px;
    box-shadow: inset 0 0 0 1px var(--_outline);
    color: var(--_text-muted);
  }
  .badge.host {
    box-shadow: none;
    background: var(--_brand);
    color: var(--_on-brand);
  }
  .badge.assistant {
    box-shadow: inset 0 0 0 1px currentColor;
    color: var(--_price);
  }
  /* No other line is positioned: each that is costs a layer of its own at every paint. */
  .line.host {
    position: relative;
    margin: 4px -8px;
    padding: 6px 8px;
  }
  .line.host::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    border-radius: var(--_radius-s);
    background: var(--_brand);
    opacity: 0.08;
  }
  .mark {
    margin-left: 6px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .fate {
    display: block;
    margin-top: 2px;
    color: var(--_warning);
    font-size: var(--_fs-12);
  }
  .fate span {
    margin-right: 4px;
  }
  .fate button {
    position: relative;
    margin-right: 8px;
    font-weight: 600;
    text-decoration: underline;
  }
  /* As large as a finger, without moving the lines apart. */
  .fate button::after,
  .unread::after {
    content: '';
    position: absolute;
    top: -12px;
    right: -4px;
    bottom: -12px;
    left: -4px;
  }
  .fate button:disabled {
    opacity: 0.6;
    text-decoration: none;
  }
  .unread {
    position: absolute;
    bottom: 8px;
    left: 50%;
    display: flex;
    align-items: center;
    height: 32px;
    padding: 0 10px 0 14px;
    border-radius: 16px;
    background: var(--_brand);
    color: var(--_on-brand);
    box-shadow: var(--_shadow);
    font-size: var(--_fs-13);
    font-weight: 500;
    white-space: nowrap;
    transform: translateX(-50%);
  }
  .unread svg {
    margin-left: 4px;
  }

  /* Over the picture, each on a veil of its own. */
  .on-picture .view {
    content-visibility: visible;
  }
  .on-picture .line {
    width: -moz-fit-content;
    width: fit-content;
    max-width: 100%;
    margin: 4px 0 0;
    padding: 3px 10px 4px;
    border-radius: 14px;
    background: var(--line-veil);
    pointer-events: auto;
  }
  .on-picture .host {
    font-weight: 500;
  }
  .on-picture .line::before {
    content: none;
  }
  .on-picture .unread {
    left: 12px;
    pointer-events: auto;
    transform: none;
  }
`;
