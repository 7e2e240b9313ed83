import { html, nothing, type TemplateResult } from 'lit';
import type { Product, RoomState } from '../../protocol/index.js';
import { renderAction, type DeskView } from './desk-view.js';
import { amountOf, repriced, typedMoney } from './typed-money.js';

const find = (state: RoomState, id: string) => state.products.find(product => product.id === id);
const sameJson = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What the host can change of a product while people look: price, stock, place, and whether it is there at all.
 * `variants`: the lines of its combinations, where they have come.
 */
export function renderProductEditor(view: DeskView, product: Product, variants: unknown): TemplateResult {
  const { id, variants: all = [] } = product;
  // Where every combination has one of its own, nobody sees the product's.
  const counts = (field: 'price' | 'stock') =>
    all.length === 0 || all.some(variant => variant[field] === undefined);
  const title = view.words(product.title);
  const { products } = view.state;
  const at = products.findIndex(one => one.id === id);
  const move = (key: string, words: string, index: number) =>
    renderAction(view, {
      key: `${key} ${id}`,
      words,
      label: title,
      disabled: index === at || index < 0 || index >= products.length,
      act: () =>
        view.send(
          `${key} ${id}`,
          { type: 'shelf.move', productId: id, index },
          state => state.products[index]?.id === id || !find(state, id),
        ),
    });
  return html`<div class="editor">
    ${counts('price') ? renderPrice(view, product) : nothing}
    ${counts('stock') ? renderStock(view, product) : nothing} ${variants}
    <div class="editor-acts">
      ${move('top', view.d('desk.top'), 0)} ${move('up', view.d('desk.up'), at - 1)}
      ${move('down', view.d('desk.down'), at + 1)}
      ${renderAction(view, {
        key: `off ${id}`,
        words: view.d('desk.takeOff'),
        label: title,
        act: () => view.send(`off ${id}`, { type: 'shelf.remove', productId: id }, state => !find(state, id)),
      })}
    </div>
  </div>`;
}

interface Field {
  key: string;
  words: string;
  value: string;
  placeholder?: string;
  inputmode: 'decimal' | 'numeric';
  /** Undefined: what is typed cannot be meant. */
  save(text: string): Promise<boolean> | undefined;
}

function renderField(
  view: DeskView,
  { key, words, value, placeholder, inputmode, save }: Field,
): TemplateResult {
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements[0] as HTMLInputElement;
    field.setAttribute('aria-invalid', save(field.value.trim()) ? 'false' : 'true');
  };
  return html`<form class="editor-line" @submit=${onSubmit}>
    <label
      ><span>${words}</span
      ><input
        inputmode=${inputmode}
        enterkeyhint="done"
        autocomplete="off"
        placeholder=${placeholder ?? ''}
        .value=${value}
    /></label>
    <button
      type="submit"
      part="button"
      class="button button--quiet"
      data-key=${key}
      aria-busy=${view.sending(key) ? 'true' : 'false'}
      ?disabled=${view.sending(key)}
    >
      ${view.d(view.sending(key) ? 'desk.sending' : 'desk.save')}
    </button>
  </form>`;
}

function renderPrice(view: DeskView, { id, price }: Product): TemplateResult {
  const amount = amountOf(price);
  const key = `price ${id}`;
  return renderField(view, {
    key,
    words: view.d('desk.price', { currency: amount.currency }),
    value: typedMoney(amount),
    inputmode: 'decimal',
    save: text => {
      const next = repriced(price, text);
      if (!next) return undefined;
      return view.send(key, { type: 'price.set', productId: id, price: next }, state =>
        sameJson(find(state, id)?.price, next),
      );
    },
  });
}

function renderStock(view: DeskView, { id, stock }: Product): TemplateResult {
  const key = `stock ${id}`;
  return renderField(view, {
    key,
    words: view.d('desk.inStock'),
    value: stock === null ? '' : String(stock),
    placeholder: view.d('desk.notCounted'),
    inputmode: 'numeric',
    save: text => {
      if (!/^\d{0,9}$/.test(text)) return undefined;
      const next = text === '' ? null : Number(text);
      return view.send(
        key,
        { type: 'stock.set', productId: id, stock: next },
        state => find(state, id)?.stock === next,
      );
    },
  });
}

/** What has been taken off, each with a button that puts it back where it stood. */
export function renderTakenOff(view: DeskView): unknown {
  if (view.takenOff.length === 0) return nothing;
  return html`<ul class="taken-off" aria-label=${view.d('desk.takenOff')}>
    ${view.takenOff.map(({ product, index }) => {
      const title = view.words(product.title);
      const key = `back ${product.id}`;
      return html`<li class="gone">
        <span class="two-lines">${view.d('desk.takenOff')}: ${title}</span>
        ${renderAction(view, {
          key,
          words: view.d('desk.putBack'),
          label: title,
          act: () =>
            view.send(
              key,
              { type: 'shelf.put', product, index: Math.min(index, view.state.products.length) },
              state => find(state, product.id) !== undefined,
            ),
        })}
      </li>`;
    })}
  </ul>`;
}
