import { css } from 'lit';

export const noticeBar = css`
  :host {
    --_above: 12px;
    position: relative;
  }
  :host([view='whole']) {
    --_above: 0px;
  }
  .base {
    padding: 0 4px 0 12px;
    border-radius: 22px;
    background: var(--_surface);
  }
  :host([over-picture]) .base {
    /* Read on any picture: 4.5:1 on white. */
    background: rgba(0, 0, 0, 0.6);
    color: var(--_on-picture);
  }
  :host([view='whole']) .base {
    padding: 12px;
    border-radius: var(--_radius-m);
  }
  :host([view='lead']) .base {
    padding: 0;
    background: none;
  }
  .row {
    display: flex;
    align-items: flex-start;
  }
  .row > svg {
    flex: none;
    /* In the middle of the first line, however large that is. */
    margin: calc(var(--_above) + (var(--_fs-14) * 1.4 - 18px) / 2) 8px 0 0;
  }
  .text {
    flex: 1;
    min-width: 0;
  }
  .text slot {
    white-space: pre-line;
  }
  .clip slot {
    white-space: inherit;
  }
  :host([view='line']) .text,
  :host(:not([view])) .text {
    padding: 12px 0;
  }
  .clip {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .toggle {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 44px;
    min-height: 44px;
    height: calc(24px + var(--_fs-14) * 1.4);
    border-radius: 999px;
  }
  .needless {
    visibility: hidden;
  }
  .toggle svg {
    transition: transform var(--_fast) var(--_ease);
  }
  :host([open]) .toggle svg {
    transform: rotate(180deg);
  }
  .button {
    margin: 0 8px 12px 0;
  }
  :host([view='whole']) .button {
    margin: 12px 0 0;
  }
  :host([view='verified']) .base {
    padding: 0 0 12px;
    border-radius: 0;
    background: none;
  }
  .verified {
    display: flex;
    font-size: var(--_fs-14);
    line-height: 1.6;
  }
  .verified svg {
    flex: none;
    margin: 0.05em 0;
    margin-inline-end: 8px;
    /* The gold of the mark in the room's head, dark enough for a light ground. */
    color: #a86b00;
  }
  :host([view='lead']) .button {
    width: 100%;
    margin: 0;
  }
`;
