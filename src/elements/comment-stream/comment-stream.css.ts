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
    flex: 1 1 auto;
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
  /* Too few lines to scroll: what stands before them is out of reach. */
  .few {
    overflow-y: hidden;
  }
  .few::before {
    content: '';
    display: block;
    height: 100%;
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
`;
