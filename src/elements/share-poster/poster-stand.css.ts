import { css } from 'lit';

/** The layer over the page. */
export const posterLayer = css`
  dialog {
    flex-direction: column;
    align-items: center;
    padding: env(safe-area-inset-top, 0px) 0 calc(16px + env(safe-area-inset-bottom, 0px));
    background: rgba(18, 15, 14, 0.86);
    animation: appear var(--_fast) var(--_ease);
  }
  dialog[open] {
    display: flex;
  }
  .head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    max-width: 520px;
    min-height: 56px;
    padding: 4px 6px 4px 16px;
  }
  .designs {
    display: flex;
    flex-wrap: wrap;
    min-width: 0;
  }
  .designs button {
    min-height: 44px;
    margin-right: 2px;
    padding: 0 12px;
    border-radius: 999px;
    color: rgba(255, 255, 255, 0.86);
    white-space: nowrap;
  }
  .designs [aria-pressed='true'] {
    background: rgba(255, 255, 255, 0.18);
    color: #fff;
    font-weight: 600;
  }
  .stage {
    position: relative;
    flex: 1 1 auto;
    width: calc(100% - 48px);
    min-height: 120px;
  }
  .poster {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    width: auto;
    height: auto;
    max-width: 100%;
    max-height: 100%;
    margin: auto;
    border-radius: var(--_radius-s);
    box-shadow: 0 12px 40px rgba(0, 0, 0, 0.4);
    /* Saved by a long press: nothing may be in its way. */
    user-select: auto;
    -webkit-user-select: auto;
    -webkit-touch-callout: default;
  }
  .blank {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    width: 300px;
    height: 534px;
    background: rgba(255, 255, 255, 0.1);
    box-shadow: none;
    text-align: center;
  }
  .actions.coming {
    visibility: hidden;
  }
  .actions {
    flex: none;
    width: 100%;
    max-width: 520px;
    padding: 14px 16px 0;
    text-align: center;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
  }
  .buttons > * {
    margin: 0 6px 8px;
  }
  dialog .button {
    min-width: 128px;
  }
  dialog .button svg {
    flex: none;
    margin-right: 8px;
  }
  dialog .button--quiet {
    background: rgba(255, 255, 255, 0.18);
    color: #fff;
  }
  dialog :focus {
    outline-color: #fff;
  }
  @media (hover: hover) and (pointer: fine) {
    .long-press {
      display: none;
    }
  }
`;
