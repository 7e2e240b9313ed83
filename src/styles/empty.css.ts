import { css } from 'lit';

/** A drawing and a friendly line, where there is nothing to show yet. */
export const empty = css`
  .empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    padding: 32px 16px;
    color: var(--_text-muted);
    text-align: center;
  }
  .empty svg {
    margin: 0 auto 8px;
    opacity: 0.6;
  }
`;
