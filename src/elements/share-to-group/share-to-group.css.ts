import { css } from 'lit';

export const shareButton = css`
  :host {
    display: inline-block;
    /* Where there is no top layer, the guide has to rise above what stands beside us. */
    isolation: auto;
  }
  .share svg {
    flex: none;
  }
  .words {
    margin-left: 8px;
  }
  :host([over-picture]) .share {
    background: var(--_veil);
    color: var(--_on-picture);
  }
  .toast {
    position: fixed;
    z-index: 2147483647;
    top: auto;
    right: auto;
    bottom: calc(96px + env(safe-area-inset-bottom, 0px));
    left: 50%;
    display: flex;
    align-items: center;
    width: max-content;
    max-width: calc(100vw - 48px);
    margin: 0;
    padding: 10px 16px;
    border: 0;
    border-radius: 22px;
    background: rgba(20, 18, 17, 0.92);
    color: #fff;
    opacity: 0;
    visibility: hidden;
    pointer-events: none;
    transform: translate(-50%, 8px);
    transition:
      opacity var(--_fast),
      transform var(--_fast) var(--_ease);
  }
  .toast.on {
    opacity: 1;
    visibility: visible;
    transform: translate(-50%, 0);
  }
  .toast svg {
    flex: none;
    margin-right: 8px;
  }
`;
