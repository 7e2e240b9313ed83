import { html, nothing, type TemplateResult } from 'lit';

/** What stands where figures are still to come, or do not come; `again`: another try, and what its button says. */
export const renderFiguresBlank = (
  words: string,
  again?: { readonly label: string; readonly act: () => void },
): TemplateResult =>
  html`<div class="blank" role="status">
    <p>${words}</p>
    ${
      again
        ? html`<button type="button" part="button" class="button button--quiet" @click=${again.act}>
            ${again.label}
          </button>`
        : nothing
    }
  </div>`;
