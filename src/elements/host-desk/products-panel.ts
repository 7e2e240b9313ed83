import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatMoney } from '../../core/format-money.js';
import { limits, type Product } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { dots, search } from '../../styles/room-drawings.js';
import { renderAction, type DeskView } from './desk-view.js';
import { renderProductEditor, renderTakenOff } from './product-editor.js';
import type { Shelving } from './shelving.js';

/** A shelf this short is seen at a glance. */
const FIND_FROM = 8;

/** The shelf as the host holds it: what is shown is one tap away. `shelving`: undefined while it is on its way. */
export function renderProducts(view: DeskView, shelving: Shelving | undefined): TemplateResult {
  const { products, pins } = view.state;
  const wanted = view.search.trim().toLowerCase();
  const pinned = new Set(pins.map(pin => pin.productId));
  const found = products.filter(product => matches(view, product, wanted));
  return html`
    ${
      products.length >= FIND_FROM
        ? html`<label class="find">
            ${icon(search, 18)}
            <input
              type="search"
              inputmode="search"
              enterkeyhint="search"
              placeholder=${view.d('desk.find')}
              aria-label=${view.d('desk.find')}
              .value=${view.search}
              @input=${(event: Event) => view.find((event.target as HTMLInputElement).value)}
            />
          </label>`
        : nothing
    }
    ${shelving?.renderNew(view)} ${renderTakenOff(view)}
    ${
      found.length === 0
        ? html`<p class="empty">${view.d(products.length ? 'desk.noneFound' : 'desk.noProducts')}</p>`
        : html`<ul class="list">
            ${repeat(
              found,
              product => product.id,
              product =>
                renderProduct(
                  { view, shelving },
                  product,
                  pinned.has(product.id),
                  pins[0]?.productId === product.id,
                ),
            )}
          </ul>`
    }
  `;
}

function matches(view: DeskView, product: Product, wanted: string): boolean {
  if (!wanted) return true;
  return String(product.number) === wanted || view.words(product.title).toLowerCase().includes(wanted);
}

function renderProduct(
  { view, shelving }: { view: DeskView; shelving: Shelving | undefined },
  product: Product,
  pinned: boolean,
  newest: boolean,
): TemplateResult {
  const title = view.words(product.title);
  const picture = view.room.resolve(product.pictures[0]);
  const key = `pin ${product.id}`;
  const full = !pinned && view.state.pins.length >= limits.pins;
  const change = `change ${product.id}`;
  const open = view.asking === change;
  return html`<li part="product" class="item ${pinned ? 'on' : ''}">
    <span class="thumb">
      ${picture ? html`<img src=${picture} alt="" loading="lazy" decoding="async" />` : icon('bag', 20)}
      <b class="number">${product.number}</b>
    </span>
    <span class="words">
      <span class="two-lines">${title}</span>
      <span class="muted">
        ${pinned ? html`<b class="tag">${view.t('product.live')}</b>` : nothing}${renderFacts(view, product)}
      </span>
    </span>
    <span class="acts">
      ${
        pinned
          ? renderAction(view, {
              key,
              words: view.d('desk.unpin'),
              label: title,
              act: () =>
                view.send(
                  key,
                  { type: 'pin.remove', productId: product.id },
                  state => !isPinned(state.pins, product.id),
                ),
            })
          : nothing
      }
      ${
        newest
          ? nothing
          : renderAction(view, {
              key: pinned ? `${key} front` : key,
              words: view.d(pinned ? 'desk.pinAgain' : 'desk.pin'),
              look: pinned ? 'button--quiet' : 'button--quiet wish',
              label: title,
              disabled: full,
              act: () =>
                view.send(
                  pinned ? `${key} front` : key,
                  { type: 'pin.add', productId: product.id },
                  state =>
                    state.pins[0]?.productId === product.id || (!pinned && isPinned(state.pins, product.id)),
                ),
            })
      }
    </span>
    <button
      type="button"
      class="icon-button change"
      aria-expanded=${open ? 'true' : 'false'}
      aria-label="${view.d('desk.change')}: ${title}"
      @click=${() => view.ask(open ? undefined : change)}
    >
      ${icon(dots, 20)}
    </button>
    ${open ? renderProductEditor(view, product, shelving?.renderVariants(view, product)) : nothing}
  </li>`;
}

const isPinned = (pins: readonly { productId: string }[], id: string) =>
  pins.some(pin => pin.productId === id);

function renderFacts(view: DeskView, { price, stock }: Product): string {
  const amount = price.kind === 'range' ? price.from : price.amount;
  const words = formatMoney(amount, view.language);
  const first = price.kind === 'range' ? view.t('product.from', { price: words }) : words;
  if (stock === null) return first;
  return `${first} · ${stock === 0 ? view.t('product.soldOut') : view.d('desk.stock', { count: stock })}`;
}
