import { css } from 'lit';

export const stream = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    max-height: 100vh;
  }
  .base {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  .view {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  .list {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column-reverse;
    min-height: 0;
    padding: 12px 16px;
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
    contain: content;
    -webkit-overflow-scrolling: touch;
  }
  .list:focus {
    outline-offset: -2px;
  }
  .lines {
    flex: none;
  }
  .line {
    position: relative;
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
  .line.host {
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
  .empty {
    position: absolute;
    top: 0;
    right: 24px;
    bottom: 0;
    left: 24px;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    color: var(--_text-muted);
    text-align: center;
    pointer-events: none;
  }
  .empty svg {
    margin-bottom: 8px;
    opacity: 0.6;
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
`;
