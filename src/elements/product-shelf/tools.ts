import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { icon } from '../../styles/icon.js';
import { search } from '../../styles/room-drawings.js';
import { close } from '../../styles/shop-drawings.js';

/** What stands above the lines of a shelf. */
export interface Tools extends Pick<Speech, 't'> {
  /** The words that are looked for. */
  sought: string;
  seek(words: string): void;
  /** Key and words of each group; none: the shelf has no groups, or does not show them now. */
  groups: readonly (readonly [key: string, title: string])[];
  group: string | undefined;
  /** Key of the product being shown by the host. */
  live: string | undefined;
  goTo(key: string): void;
}

export function renderFind(tools: Tools): TemplateResult {
  const { t } = tools;
  const onInput = (event: InputEvent) => {
    // Letters on their way to becoming characters are not what is looked for.
    if (!event.isComposing) tools.seek((event.target as HTMLInputElement).value);
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !tools.sought) return;
    // Otherwise it would close the sheet around it.
    event.preventDefault();
    event.stopPropagation();
    tools.seek('');
  };
  return html`<div class="tools">
    <label part="search" class="find">
      ${icon(search, 18)}
      <input
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        placeholder=${t('shelf.find')}
        aria-label=${t('shelf.find')}
        .value=${tools.sought}
        @input=${onInput}
        @compositionend=${onInput}
        @keydown=${onKeydown}
      />
      ${
        tools.sought
          ? html`<button
              type="button"
              class="icon-button clear"
              aria-label=${t('shelf.clear')}
              @click=${() => tools.seek('')}
            >
              ${icon(close, 16)}
            </button>`
          : nothing
      }
    </label>
    ${
      tools.live === undefined
        ? nothing
        : html`<button type="button" part="on-now" class="on-now" @click=${() => tools.goTo(tools.live!)}>
            <span class="mark" aria-hidden="true"><i></i><i></i><i></i></span>${t('product.live')}
          </button>`
    }
  </div>`;
}

/** Leads to each group, and says in which one the reader is. */
export function renderGroups({ t, groups, group, goTo }: Tools): unknown {
  if (groups.length === 0) return nothing;
  return html`<div class="groups" role="group" aria-label=${t('shelf.groups')}>
    ${groups.map(
      ([key, title]) =>
        html`<button
          type="button"
          part="group-button"
          class="chip"
          aria-current=${key === group ? 'true' : 'false'}
          @click=${() => goTo(key)}
        >
          ${title || t('shelf.others')}
        </button>`,
    )}
  </div>`;
}
