import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { offeredValues, valueStanding, type Choice } from '../../core/options.js';
import type { Product, ProductOption } from '../../protocol/index.js';

/** What the options need of the sheet they stand in. */
export interface Choosing extends Speech {
  address(url: string | undefined): string | undefined;
  choose(optionId: string, valueId: string): void;
  /** An option that is still to be chosen, which the viewer has just been told of. */
  readonly due: string | undefined;
}

const names = ({ language, words }: Speech, options: readonly ProductOption[]): string =>
  options.map(({ title }) => words(title)).join(/^(zh|ja)/.test(language) ? '、' : ', ');

/** What is to be chosen, in words. */
export const optionNames = names;

/** Every option with its values: what can be had, what is sold out, and what does not exist with the rest of the choice. */
export function renderChoices(view: Choosing, product: Product, choice: Choice): TemplateResult[] {
  return (product.options ?? []).map((option, index) => {
    const values = offeredValues(product, option);
    const chosen = values.find(({ id }) => id === choice[option.id]);
    const due = view.due === option.id && !chosen;
    return html`<div part="option" class="option ${due ? 'due' : ''}" data-option=${option.id}>
      <h4 id="option-${index}">
        <bdi>${view.words(option.title)}</bdi>
        ${chosen ? html`<bdi class="chosen">${view.words(chosen.title)}</bdi>` : nothing}
      </h4>
      <div class="values" role="radiogroup" aria-labelledby="option-${index}" @keydown=${onKey}>
        ${values.map((value, at) => {
          const standing = valueStanding(product, choice, option.id, value.id);
          const on = value.id === chosen?.id;
          const name = view.words(value.title);
          const said = {
            open: undefined,
            'sold-out': 'sheet.valueSoldOut',
            impossible: 'sheet.unavailable',
          } as const;
          const key = said[standing];
          const picture = view.address(value.picture);
          return html`<button
            type="button"
            role="radio"
            part="value"
            class="value ${standing}"
            aria-checked=${on ? 'true' : 'false'}
            aria-label=${key ? view.t(key, { value: name }) : nothing}
            tabindex=${on || (!chosen && at === 0) ? 0 : -1}
            @click=${() => view.choose(option.id, value.id)}
          >
            ${
              picture
                ? html`<img src=${picture} alt="" loading="lazy" decoding="async" draggable="false" />`
                : value.color
                  ? html`<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true" focusable="false">
                      <rect width="1" height="1" fill=${value.color} />
                    </svg>`
                  : nothing
            }<bdi>${name}</bdi>
          </button>`;
        })}
      </div>
    </div>`;
  });
}

/** Arrows go from value to value; choosing is left to Enter and the space bar, as it may let go of another option. */
function onKey(event: KeyboardEvent): void {
  const values = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('button')];
  const at = values.indexOf(event.target as HTMLElement);
  const rightToLeft = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  const way = {
    ArrowUp: -1,
    ArrowDown: 1,
    ArrowLeft: rightToLeft ? 1 : -1,
    ArrowRight: rightToLeft ? -1 : 1,
  }[event.key];
  if (way === undefined || at < 0) return;
  event.preventDefault();
  values[(at + way + values.length) % values.length]!.focus();
}
