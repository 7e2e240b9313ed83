import { css } from 'lit';

export const reminder = css`
  :host {
    --_muted: var(--_text-muted);
    --_well: var(--_surface-raised);
    position: relative;
  }
  :host([over-picture]) {
    --_muted: rgba(255, 255, 255, 0.9);
    /* Read on any picture: 4.5:1 on white. */
    --_well: rgba(0, 0, 0, 0.6);
  }
  .base {
    display: flex;
    flex-direction: column;
    align-items: center;
    padding: calc(var(--_space) * 5) calc(var(--_space) * 4);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    text-align: center;
  }
  :host([over-picture]) .base {
    padding: 0;
    background: none;
    color: var(--_on-picture);
  }
  .time {
    color: var(--_muted);
  }
  :host([over-picture]) .time,
  :host([over-picture]) .note:not(:empty),
  :host([over-picture]) .calendar {
    padding: 2px 14px;
    border-radius: 22px;
    background: var(--_well);
  }
  :host([over-picture]) .text {
    text-shadow:
      0 0 8px rgba(0, 0, 0, 0.9),
      0 1px 2px rgba(0, 0, 0, 0.9);
  }
  :host([over-picture]) .calendar {
    margin: 4px 8px;
  }
  .soon {
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .countdown {
    margin-top: 8px;
    font-size: var(--_fs-16);
    font-variant-numeric: tabular-nums;
  }
  .figures {
    display: inline-block;
    white-space: nowrap;
  }
  .figures b {
    display: inline-block;
    min-width: 1.9em;
    margin: 0 3px;
    padding: 4px 4px;
    border-radius: var(--_radius-s);
    background: var(--_text);
    color: var(--_surface);
    /* Large as it is, it stays on one line of the smallest phone. */
    font-size: min(var(--_fs-20), 32px);
    font-weight: 600;
    line-height: 1.3;
  }
  :host([over-picture]) .figures b {
    background: var(--_well);
    color: inherit;
  }
  .text {
    max-width: 34em;
    margin-top: 10px;
    text-wrap: balance;
  }
  .offer {
    display: flex;
    align-items: center;
    max-width: 100%;
    margin-top: 12px;
    padding: 10px 14px 10px 12px;
    border-radius: var(--_radius-m);
    background: var(--_well);
    text-align: start;
  }
  .offer svg {
    flex: none;
    margin-inline-end: 10px;
    color: var(--_price);
  }
  :host([over-picture]) .offer svg {
    color: #ffd27a;
  }
  .offer b {
    font-weight: 600;
  }
  .tag {
    display: inline-block;
    margin-inline-end: 2px;
    padding: 0 6px;
    border: 1px solid;
    border-radius: 4px;
    font-size: var(--_fs-12);
    line-height: 1.45;
  }
  .small,
  .note,
  .way-note {
    color: var(--_muted);
    font-size: var(--_fs-12);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    margin-top: 12px;
  }
  .button {
    min-width: 148px;
  }
  .button svg,
  .calendar svg,
  .way svg {
    flex: none;
    margin-inline-end: 6px;
  }
  .soon ~ .button {
    margin-top: 12px;
  }
  :host([over-picture]) .button--quiet {
    background: rgba(255, 255, 255, 0.2);
    color: inherit;
  }
  .calendar {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0 14px;
    color: var(--_muted);
    font-size: var(--_fs-13);
    white-space: nowrap;
  }
  .note:not(:empty) {
    margin-top: 4px;
  }
  .ways {
    padding: 8px 0;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    text-align: start;
  }
  .layer {
    width: 304px;
  }
  .way {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: 48px;
    padding: 0 16px;
  }
  .ways svg {
    margin-inline-end: 10px;
    color: var(--_text-muted);
  }
  .way-note:not(:empty) {
    padding: 8px 16px 4px;
    color: var(--_text-muted);
  }
  .copy-text {
    margin: 4px 16px;
    padding: 8px 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    font-size: var(--_fs-13);
    white-space: pre-line;
    user-select: all;
    -webkit-user-select: all;
  }
`;
