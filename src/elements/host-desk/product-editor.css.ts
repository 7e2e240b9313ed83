import { css } from 'lit';

/** What opens under a product of the desk, and what has been taken off. */
export const productEditor = css`
  .products .item {
    flex-wrap: wrap;
  }
  .change {
    margin-inline-end: -12px;
    color: var(--_text-muted);
  }
  .editor {
    flex: none;
    width: 100%;
    padding-top: 12px;
  }
  .editor-line {
    display: flex;
    align-items: flex-end;
    margin-bottom: 8px;
  }
  .editor-line label {
    flex: 1;
    margin-inline-end: 8px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .editor-line input {
    margin-top: 4px;
  }
  .editor-line [aria-invalid='true'] {
    border-color: var(--_warning);
  }
  .editor-acts {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -4px;
  }
  .item .editor-acts .button {
    flex: 1;
    min-width: 72px;
    margin: 4px;
  }
  .gone {
    display: flex;
    align-items: center;
    padding: 8px 16px;
    border-bottom: 1px solid var(--_outline);
    color: var(--_text-muted);
  }
  .gone .two-lines {
    flex: 1;
    min-width: 0;
    margin-inline-end: 12px;
  }
`;
