import { css } from 'lit';

/** The form of what stands around a show. */
export const aroundStyle = css`
  .around {
    margin: 0 16px 16px;
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }
  .around form {
    padding: 4px 12px 12px;
  }
  .around-title {
    margin: 16px 0 4px;
    font-weight: 600;
  }
  .around-field {
    display: block;
    margin-top: 8px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .around-field input,
  .around-field select {
    display: block;
    width: 100%;
    min-height: 44px;
    margin-top: 4px;
    padding: 0 12px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 16px;
  }
  .around-field :invalid:not(:focus) {
    border-color: var(--_warning);
  }
  .around-row {
    min-width: 0;
    margin: 8px 0 0;
    padding: 0 12px 4px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-s);
  }
  .around-code {
    display: flex;
    flex-wrap: wrap;
    margin: 0 -4px;
  }
  .around-code > * {
    flex: 1;
    min-width: 96px;
    margin: 8px 4px 0;
  }
  .around-code > :first-child {
    flex-basis: 100%;
  }
  .around .link {
    min-height: 44px;
    font-weight: 600;
  }
  .around-wrong {
    color: var(--_warning);
  }
  .around .row {
    margin-top: 8px;
  }
`;
