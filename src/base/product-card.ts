import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { around, HOLE, moneyText } from './money-text.js';
import { savedBy, stockLevel } from '../core/product-offer.js';
import type { Speech } from './speech.js';
import type { Price, Product } from '../protocol/index.js';
import { icon } from '../styles/icon.js';

/** What a card needs of the element it stands in. */
export interface Shelf extends Speech {
  /** Absolute, or undefined where it must not be used. */
  address(url: string | undefined): string | undefined;
  /** Where the product's own page is; undefined: it has none. */
  link(product: Product): string | undefined;
  open(event: Event, product: Product): void;
  /** Goes to where the product is shown. */
  watch(productId: string, date: number): void;
  broken(picture: string): void;
  isBroken(picture: string): boolean;
}

export interface CardState {
  product: Product;
  /** The host is showing it (讲解中). */
  live: boolean;
  /** Date at which the host began to show it, ms, where the picture can be taken there. */
  chapter: number | undefined;
  /** Reached by Tab; the others by arrow keys. */
  tabStop: boolean;
  /** It has been taken off the shelf, and stands here a moment longer. */
  off?: boolean;
}

/** The inside of one product's card: picture, words, price and its one button, which the whole card belongs to. */
export function renderCard(
  shelf: Shelf,
  { product, live, chapter, tabStop, off }: CardState,
): TemplateResult {
  const { t, words } = shelf;
  const title = words(product.title);
  const gone = off || stockLevel(product) === 'gone';
  const url = off ? undefined : shelf.link(product);
  const label = t(
    off ? 'shelf.takenOff' : gone ? 'product.soldOut' : url || product.links ? 'product.buy' : 'product.see',
  );
  return html`
    <div part="picture" class="picture">
      ${renderPicture(shelf, product.pictures?.[0])} ${icon('bag', 28)}
      <span part="number" class="number">${t('product.number', { number: product.number })}</span>
      ${
        live
          ? html`<span part="live" class="live"
              ><span class="mark" aria-hidden="true"><i></i><i></i><i></i></span>${t('product.live')}</span
            >`
          : chapter === undefined
            ? nothing
            : html`<button
                part="watch"
                class="watch"
                type="button"
                tabindex=${tabStop ? 0 : -1}
                aria-label="${t('product.watch')}: ${title}"
                @click=${() => shelf.watch(product.id, chapter)}
              >
                ${icon('play', 16)}${t('product.watch')}
              </button>`
      }
    </div>
    <div class="words ${product.subtitle ? 'with-second' : ''}">
      <p part="title" class="title"><bdi>${title}</bdi></p>
      ${
        product.subtitle
          ? html`<p part="subtitle" class="subtitle"><bdi>${words(product.subtitle)}</bdi></p>`
          : nothing
      }
      <p class="tags">${renderTags(shelf, product)}</p>
      <div class="deal">
        <p part="price" class="price">${renderPrice(shelf, product.price)}</p>
        <a
          part="button"
          class="button open ${live ? 'now' : ''}"
          href=${ifDefined(url)}
          target="_blank"
          rel="noopener"
          role=${url ? nothing : 'button'}
          tabindex=${tabStop ? 0 : -1}
          aria-disabled=${off ? 'true' : nothing}
          aria-label="${label}: ${title}"
          @click=${(event: Event) => (off ? event.preventDefault() : shelf.open(event, product))}
          >${label}</a
        >
      </div>
    </div>
  `;
}

function renderPicture(shelf: Shelf, picture: string | undefined): unknown {
  const src = shelf.address(picture);
  if (!src || shelf.isBroken(src)) return nothing;
  return html`<img
    src=${src}
    alt=""
    loading="lazy"
    decoding="async"
    draggable="false"
    @error=${() => shelf.broken(src)}
  />`;
}

function renderTags({ t, language }: Shelf, product: Product): unknown {
  const saved = savedBy(product.price);
  return [
    stockLevel(product) === 'low'
      ? html`<span part="stock" class="tag low">${t('product.left', { count: product.stock! })}</span>`
      : nothing,
    saved
      ? html`<span part="saved" class="tag"
          >${around(t('product.saved', { amount: HOLE }), moneyText(saved, language))}</span
        >`
      : nothing,
  ];
}

function renderPrice({ t, language }: Shelf, price: Price): unknown {
  const now = moneyText(price.kind === 'range' ? price.from : price.amount, language);
  if (price.kind === 'range')
    return html`<span class="from">${around(t('product.from', { price: HOLE }), now)}</span>`;
  if (price.kind === 'fixed') return now;
  return html`${now}
    <s part="was"
      ><span class="visually-hidden">${t('product.was')} </span>${moneyText(price.was, language)}</s
    >`;
}
