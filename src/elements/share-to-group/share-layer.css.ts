import { css } from 'lit';

/** The words "copied", and the layer over the page. */
export const shareLayer = css`
  dialog {
    background: rgba(0, 0, 0, 0.6);
    animation: appear var(--_fast) var(--_ease);
  }
  .guide {
    display: flex;
    flex-direction: column;
    align-items: center;
    height: 100%;
    padding: calc(12px + env(safe-area-inset-top, 0px)) 24px 24px;
    background: rgba(0, 0, 0, 0.6);
    overflow-y: auto;
  }
  /* Towards the menu of the app, at the top right. */
  .guide > svg {
    flex: none;
    align-self: flex-end;
    stroke-width: 0.9;
  }
  .steps {
    margin: 12px 0 40px;
    font-size: var(--_fs-20);
    counter-reset: step;
  }
  .steps li {
    display: flex;
    align-items: flex-start;
    margin-top: 16px;
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step);
    flex: none;
    width: 1.4em;
    margin-right: 12px;
    border-radius: 999px;
    background: #fff;
    color: #1d1a18;
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1.4em;
    text-align: center;
    transform: translateY(0.18em);
  }
  .guide .button {
    min-width: 160px;
    background: #fff;
    color: #1d1a18;
  }
  .plain {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    margin-top: 12px;
    padding: 0 16px;
  }
  .plain svg {
    margin-right: 6px;
  }
  .guide :focus {
    outline-color: #fff;
  }

  .outside {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  .sheet {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    max-width: 480px;
    margin: 0 auto;
    padding: 4px 16px calc(16px + env(safe-area-inset-bottom, 0px));
    border-radius: var(--_radius-l) var(--_radius-l) 0 0;
    background: var(--_surface);
    color: var(--_text);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 48px;
  }
  .head h2 {
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .head .icon-button {
    margin-right: -12px;
    color: var(--_text-muted);
  }
  .row {
    display: flex;
  }
  .row input {
    flex: 1;
    min-width: 0;
    height: 44px;
    margin-right: 8px;
    padding: 0 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    font-size: max(16px, var(--_fs-16));
    text-overflow: ellipsis;
    user-select: text;
    -webkit-user-select: text;
  }
  .hint {
    margin-top: 8px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  @media (min-width: 640px) {
    .guide {
      align-items: flex-end;
      padding-right: 72px;
    }
    .sheet {
      bottom: 50%;
      border-radius: var(--_radius-l);
      transform: translateY(50%);
    }
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
