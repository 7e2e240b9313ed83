import { css } from 'lit';

/**
 * White on a veil over a scrim: together they darken a white picture so far that words and names keep 4.5:1. Only lines
 * and controls take touches; everything else is the picture's.
 */
export const overPicture = css`
  :host {
    --list-height: 33vh;
    --list-width: 72%;
    --line-veil: rgba(0, 0, 0, 0.28);
    --scrim: 0.45;
    --name-color: #ffe4bd;
  }
  :host([over-picture]) {
    height: auto;
    pointer-events: none;
    color: var(--_on-picture) !important;
  }
  :host([over-picture]) .base {
    color: var(--_on-picture);
  }
  :host([over-picture]) .base::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: -24px;
    right: 0;
    bottom: 0;
    left: 0;
    background: linear-gradient(transparent, rgba(0, 0, 0, var(--scrim)) 64px);
  }
  /* Nothing to read, nothing to darken. */
  :host([over-picture]) .silent::before {
    content: none;
  }
  :host([over-picture]) .view {
    align-items: flex-start;
  }
  :host([over-picture]) .list {
    position: relative;
    width: 100%;
    max-width: var(--list-width);
    max-height: var(--list-height);
    padding: 40px 12px 4px;
    scrollbar-width: none;
    /* Without masks the oldest line is cut at the edge instead. */
    -webkit-mask-image: linear-gradient(transparent, #000 40px);
    mask-image: linear-gradient(transparent, #000 40px);
  }
  :host([over-picture]) .list::-webkit-scrollbar {
    display: none;
  }
  :host([over-picture]) .line {
    width: -moz-fit-content;
    width: fit-content;
    max-width: 100%;
    margin: 4px 0 0;
    padding: 3px 10px 4px;
    border-radius: 14px;
    background: var(--line-veil);
    pointer-events: auto;
  }
  :host([over-picture]) .line.host::before {
    content: none;
  }
  :host([over-picture]) .line.host {
    font-weight: 500;
  }
  :host([over-picture]) .name,
  :host([over-picture]) .fate {
    color: var(--name-color);
  }
  :host([over-picture]) .mark,
  :host([over-picture]) .badge {
    color: inherit;
  }
  :host([over-picture]) .badge {
    box-shadow: inset 0 0 0 1px rgba(255, 255, 255, 0.5);
  }
  :host([over-picture]) .badge.host {
    box-shadow: none;
    color: var(--_on-brand);
  }
  :host([over-picture]) .empty {
    display: none;
  }
  :host([over-picture]) .unread {
    left: 12px;
    pointer-events: auto;
    transform: none;
  }
  :host([over-picture]) .composer {
    pointer-events: auto;
  }
  :host([over-picture]) .pill {
    background: var(--_veil);
  }
  :host([over-picture]) .note,
  :host([over-picture]) .closed,
  :host([over-picture]) .counter,
  :host([over-picture]) .over,
  :host([over-picture]) .send:disabled,
  :host([over-picture]) textarea::placeholder {
    color: inherit;
  }
`;
