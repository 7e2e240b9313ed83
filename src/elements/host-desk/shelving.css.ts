import { css } from 'lit';

/** The form for a new product, and the lines of a product's combinations. */
export const shelvingStyle = css`
  .new-product {
    margin: 8px 16px;
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }
  .new-product form {
    padding: 4px 12px 12px;
  }
  .new-product [open] > summary svg,
  .new-product[open] > summary svg {
    transform: rotate(45deg);
  }
  .new-line {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -4px;
  }
  .new-field {
    display: block;
    flex: 1 1 112px;
    min-width: 0;
    margin: 0 4px 10px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .new-field input {
    margin-top: 4px;
  }
  .new-field [aria-invalid='true'] {
    border-color: var(--_warning);
  }
  .new-wrong {
    display: block;
    margin-top: 4px;
    color: var(--_warning);
    font-size: inherit;
  }
  .new-product .button {
    width: 100%;
    margin-top: 2px;
  }
  .new-done {
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .new-done:not(:empty) {
    margin-top: 8px;
  }
  .variant {
    flex-wrap: wrap;
    padding-top: 8px;
    border-top: 1px solid var(--_outline);
  }
  .variant-name {
    flex: 0 0 100%;
    margin-bottom: 4px;
    font-weight: 600;
  }
  .variant label {
    flex: 1 1 64px;
    min-width: 0;
  }
`;
