import { html, nothing, type TemplateResult } from 'lit';
import { makeId } from '../../core/make-id.js';
import { shelvingWords, type ShelvingKey } from '../../i18n/desk/shelving-words.js';
import { matchLocale } from '../../i18n/match-locale.js';
import type { MessageParams } from '../../i18n/translate.js';
import { limits, type Product } from '../../protocol/index.js';
import { addStyles } from '../../styles/add-styles.js';
import { icon } from '../../styles/icon.js';
import type { DeskView } from './desk-view.js';
import { readNewProduct, type NewField, type Typed } from './new-product.js';
import { shelvingStyle } from './shelving.css.js';
import { amountOf } from './typed-money.js';
import { renderVariants } from './variant-lines.js';

const KEY = 'new product';
const plus = 'M12 5.5v13M5.5 12h13';

/** In the order they stand in, those of one line together. */
const LINES: readonly (readonly NewField[])[] = [
  ['title'],
  ['price', 'was'],
  ['stock', 'number'],
  ['group'],
  ['picture'],
  ['link'],
];

/** Read by viewers. */
const SAID = ['title', 'group'] as const satisfies NewField[];

const MODES: Partial<Record<NewField, 'decimal' | 'numeric' | 'url'>> = {
  price: 'decimal',
  was: 'decimal',
  stock: 'numeric',
  number: 'numeric',
  picture: 'url',
  link: 'url',
};

/** What the host does to the shelf beyond what stands under every product: adds to it, and prices combinations. */
export class Shelving {
  readonly #changed: () => void;
  #wrong: readonly NewField[] = [];
  #done = '';
  /** Words of the form that viewers will read, as they stand in it. */
  #said: Partial<Record<NewField, string>> = {};

  constructor(root: ShadowRoot, changed: () => void) {
    this.#changed = changed;
    addStyles(root, [shelvingStyle]);
  }

  #show(wrong: readonly NewField[], done = ''): void {
    this.#wrong = wrong;
    this.#done = done;
    this.#changed();
  }

  async #put(event: Event, view: DeskView): Promise<void> {
    event.preventDefault();
    if (view.sending(KEY)) return;
    const form = event.target as HTMLFormElement;
    const typed = typedIn(form, currencyOf(view));
    const { products } = view.state;
    const { product, wrong } = readNewProduct(makeId(6), typed, products, view.language);
    this.#said = { title: typed.title, group: typed.group };
    wrong.push(...SAID.filter(field => view.note(typed[field])));
    this.#show(wrong);
    if (!product || wrong.length > 0) return form.querySelector<HTMLElement>(`[name=${wrong[0]}]`)?.focus();
    const { id } = product;
    const sent = await view.send(KEY, { type: 'shelf.put', product }, ({ products }) =>
      products.some(one => one.id === id),
    );
    if (!sent) return;
    // What has been typed meanwhile is the next product.
    if (JSON.stringify(typedIn(form, typed.currency)) === JSON.stringify(typed)) {
      form.reset();
      this.#said = {};
    }
    this.#show([], typed.title);
  }

  readonly #onInput = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    const field = SAID.find(one => one === name);
    if (!field) return;
    this.#said[field] = value;
    this.#changed();
  };

  readonly renderVariants = (view: DeskView, product: Product): unknown => renderVariants(view, product);

  /** The form for a product that is not on the shelf yet. */
  renderNew(view: DeskView): unknown {
    const { products } = view.state;
    if (products.length >= limits.products) return nothing;
    const s = (key: ShelvingKey, params?: MessageParams) => shelvingWords(view.language, key, params);
    const sending = view.sending(KEY);
    const words = (field: NewField): string => {
      if (field === 'stock') return view.d('desk.inStock');
      return field === 'price' && products.length > 0
        ? view.d('desk.price', { currency: currencyOf(view) })
        : s(`shelving.${field}`);
    };
    const hint = (field: NewField): string => {
      if (field === 'stock') return view.d('desk.notCounted');
      return field === 'title' || field === 'price' ? '' : s('shelving.optional');
    };
    const renderField = (field: NewField, value?: string): TemplateResult => {
      const note = view.note(this.#said[field] ?? '');
      const wrong = this.#wrong.includes(field) || note !== undefined;
      return html`<label class="new-field"
        ><span>${words(field)}</span
        ><input
          name=${field}
          autocomplete="off"
          inputmode=${MODES[field] ?? 'text'}
          list=${field === 'group' ? 'shelf-groups' : nothing}
          placeholder=${hint(field)}
          value=${value ?? nothing}
          aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby=${wrong && !note ? `wrong-${field}` : nothing}
        />${
          wrong && !note
            ? html`<small id="wrong-${field}" class="new-wrong"
                >${s(`shelving.wrong.${field}`, { most: limits.titleLength })}</small
              >`
            : note
        }</label
      >`;
    };
    return html`<details class="new-product">
      <summary><b>${s('shelving.add')}</b><span class="brief"></span>${icon(plus, 20)}</summary>
      <form
        novalidate
        aria-label=${s('shelving.add')}
        @input=${this.#onInput}
        @submit=${(event: Event) => void this.#put(event, view)}
      >
        ${LINES.map(line => html`<div class="new-line">${line.map(field => renderField(field))}</div>`)}
        ${products.length === 0 ? renderField('currency', firstCurrency(view.language)) : nothing}
        <datalist id="shelf-groups">
          ${groupsOf(view).map(group => html`<option value=${group}></option>`)}
        </datalist>
        <button
          type="submit"
          part="button"
          class="button"
          data-key=${KEY}
          aria-busy=${sending ? 'true' : 'false'}
          aria-disabled=${sending ? 'true' : nothing}
        >
          ${sending ? view.d('desk.sending') : s('shelving.put')}
        </button>
        <p class="new-done" role="status">
          ${this.#done ? s('shelving.done', { title: this.#done }) : nothing}
        </p>
      </form>
    </details>`;
  }
}

/** A shelf is in one currency; the first product says which. */
function currencyOf({ state }: DeskView): string {
  const [first] = state.products;
  return first ? amountOf(first.price).currency : '';
}

const firstCurrency = (language: string) =>
  ({ en: 'USD', 'zh-CN': 'CNY', 'zh-TW': 'TWD' })[matchLocale(language)];

const groupsOf = ({ state, words }: DeskView): string[] => [
  ...new Set(state.products.flatMap(({ group }) => (group ? [words(group)] : []))),
];

function typedIn(form: HTMLFormElement, currency: string): Typed {
  const value = (name: NewField, otherwise = '') =>
    form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? otherwise;
  return {
    title: value('title'),
    number: value('number'),
    price: value('price'),
    was: value('was'),
    currency: value('currency', currency).toUpperCase(),
    stock: value('stock'),
    group: value('group'),
    picture: value('picture'),
    link: value('link'),
  };
}
