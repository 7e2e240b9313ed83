import { css } from 'lit';

/** The kit's buttons: `.button` is the loud one, `.button--quiet` stands beside it, `.icon-button` is 44 px of touch. */
export const button = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: 44px;
    padding: 0 calc(var(--_space) * 5);
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
    font-weight: 600;
    text-align: center;
    white-space: nowrap;
    transition:
      transform var(--_fast) var(--_ease),
      opacity var(--_fast);
  }
  .button:active:not(:disabled) {
    transform: scale(0.97);
  }
  .button:disabled {
    background: var(--_outline);
    color: var(--_text-muted);
  }
  .button--quiet {
    background: var(--_surface-raised);
    color: var(--_text);
  }
  .icon-button {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 44px;
    height: 44px;
    border-radius: 999px;
  }
`;
