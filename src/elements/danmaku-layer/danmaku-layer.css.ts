import { css } from 'lit';

export const layer = css`
  :host {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    overflow: hidden;
    border-radius: inherit;
    pointer-events: none;
  }
  :host([around]) {
    position: relative;
    pointer-events: auto;
  }
  .base {
    height: 100%;
    color: var(--_on-picture);
  }
  .sky {
    --_top: var(--top, 8px);
    /* Under what the player offers there for sound. */
    --_from: max(var(--_top), var(--_hear-end, 0px));
    position: absolute;
    top: var(--_from);
    right: 0;
    left: 0;
    /* It ends where it always does, and has one lane at least. */
    height: max(
      calc(var(--_fly, 16px) * 1.5),
      calc(var(--_top) + (100% - var(--_top)) * var(--_area, 0.2) - var(--_from))
    );
    contain: layout style;
    pointer-events: none;
    direction: ltr;
  }
  .line {
    position: absolute;
    top: 0;
    left: 0;
    height: 1.5em;
    max-width: 28em;
    padding: 0 8px;
    overflow: hidden;
    font-size: var(--_fly, 16px);
    font-weight: 600;
    line-height: 1.5;
    text-overflow: ellipsis;
    white-space: nowrap;
    visibility: hidden;
    /* Read on any picture: an edge all around each letter, and a shade below. */
    text-shadow:
      0 0 1px rgba(0, 0, 0, 0.9),
      0 0 2px rgba(0, 0, 0, 0.8),
      0 1px 3px rgba(0, 0, 0, 0.7);
    user-select: none;
    -webkit-user-select: none;
  }
  .up {
    visibility: visible;
    will-change: transform;
  }
  .own {
    border-radius: 999px;
    background: rgba(0, 0, 0, 0.36);
    box-shadow: inset 0 0 0 1.5px var(--own-color, #ffd27a);
  }
  .staff {
    color: var(--staff-color, #ffe4bd);
  }
  .badge {
    margin-inline-end: 6px;
    padding: 1px 6px;
    border-radius: 999px;
    background: rgba(0, 0, 0, 0.4);
    font-size: 0.65em;
    font-weight: 400;
    vertical-align: 0.15em;
  }
  .host .badge {
    background: var(--_brand);
    color: var(--_on-brand);
    text-shadow: none;
  }
  .badge:empty {
    display: none;
  }
  @media print {
    .sky {
      display: none;
    }
  }
`;
