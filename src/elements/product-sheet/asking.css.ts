import { css } from 'lit';

/** The field in which a viewer asks about a product. */
export const askingStyle = css`
  .ask {
    margin-top: 10px;
  }
  .ask-field {
    display: flex;
    align-items: center;
    border-radius: 999px;
    background: var(--_surface-raised);
  }
  .ask input {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    padding: 0 16px;
    border-radius: inherit;
    background: none;
    /* Smaller, and iOS zooms the page in. */
    font-size: max(16px, var(--_fs-14));
    user-select: text;
    -webkit-user-select: text;
  }
  .ask ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .ask .button {
    flex: none;
    background: none;
    color: var(--_price);
  }
  .ask .button[aria-disabled] {
    color: var(--_text-muted);
  }
  .ask-said {
    margin: 4px 16px 0;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .ask-said:empty {
    display: none;
  }
  .ask-said.failed {
    color: var(--_price);
  }
`;
