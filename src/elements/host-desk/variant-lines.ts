import { html, nothing, type TemplateResult } from 'lit';
import type { Product, ProductVariant, RoomState } from '../../protocol/index.js';
import type { DeskView } from './desk-view.js';
import { amountOf, repriced, typedMoney } from './typed-money.js';

const variantIn = (state: RoomState, productId: string, id: string): ProductVariant | undefined =>
  state.products.find(one => one.id === productId)?.variants?.find(one => one.id === id);
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Price and stock of each combination that can be bought. What has none of its own shows the product's. */
export function renderVariants(view: DeskView, product: Product): unknown {
  return (product.variants ?? []).map(variant => renderVariant(view, product, variant));
}

/** `250 g · Tin`, in the order of the options. */
function nameOf({ words }: DeskView, { options = [] }: Product, { id, choice }: ProductVariant): string {
  const values = options.flatMap(option => {
    const value = option.values.find(one => one.id === choice[option.id]);
    return value ? [words(value.title)] : [];
  });
  return values.join(' · ') || id;
}

function renderVariant(view: DeskView, product: Product, variant: ProductVariant): TemplateResult {
  const { id: productId } = product;
  const { id: variantId } = variant;
  const name = nameOf(view, product, variant);
  const keys = { price: `price ${productId} ${variantId}`, stock: `stock ${productId} ${variantId}` };
  const sending = view.sending(keys.price) || view.sending(keys.stock);
  const price = variant.price ? typedMoney(amountOf(variant.price)) : '';
  const stock = typeof variant.stock === 'number' ? String(variant.stock) : '';
  const shared = variant.stock === undefined && product.stock !== null ? String(product.stock) : undefined;
  const { currency } = amountOf(variant.price ?? product.price);

  const save = (event: Event): void => {
    event.preventDefault();
    if (sending) return;
    const form = event.target as HTMLFormElement;
    const field = (field: 'price' | 'stock') => form.querySelector<HTMLInputElement>(`[name=${field}]`)!;
    const typed = { price: field('price').value.trim(), stock: field('stock').value.trim() };
    const next = repriced(variant.price ?? product.price, typed.price);
    const wrong = {
      price: typed.price !== price && !next,
      stock: !/^\d{0,9}$/.test(typed.stock),
    };
    for (const one of ['price', 'stock'] as const)
      field(one).setAttribute('aria-invalid', String(wrong[one]));
    if (wrong.price || wrong.stock) return field(wrong.price ? 'price' : 'stock').focus();
    if (next && !same(next, variant.price)) {
      void view.send(keys.price, { type: 'price.set', productId, variantId, price: next }, state =>
        same(variantIn(state, productId, variantId)?.price, next),
      );
    }
    if (typed.stock !== stock) {
      const left = typed.stock === '' ? null : Number(typed.stock);
      void view.send(
        keys.stock,
        { type: 'stock.set', productId, variantId, stock: left },
        state => variantIn(state, productId, variantId)?.stock === left,
      );
    }
  };

  const renderField = (
    field: 'price' | 'stock',
    words: string,
    mode: 'decimal' | 'numeric',
    value: string,
    placeholder: string,
  ) =>
    html`<label
      ><span>${words}</span
      ><input
        name=${field}
        inputmode=${mode}
        enterkeyhint="done"
        autocomplete="off"
        placeholder=${placeholder}
        .value=${value}
    /></label>`;

  return html`<form class="editor-line variant" aria-label=${name} @submit=${save}>
    <p class="variant-name">${name}</p>
    ${renderField(
      'price',
      view.d('desk.price', { currency }),
      'decimal',
      price,
      variant.price ? '' : typedMoney(amountOf(product.price)),
    )}
    ${renderField('stock', view.d('desk.inStock'), 'numeric', stock, shared ?? view.d('desk.notCounted'))}
    <button
      type="submit"
      part="button"
      class="button button--quiet"
      data-key=${keys.price}
      aria-label="${view.d(sending ? 'desk.sending' : 'desk.save')}: ${name}"
      aria-busy=${sending ? 'true' : 'false'}
      aria-disabled=${sending ? 'true' : nothing}
    >
      ${view.d(sending ? 'desk.sending' : 'desk.save')}
    </button>
  </form>`;
}
