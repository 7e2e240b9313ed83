import { html, nothing, type TemplateResult } from 'lit';
import { clockFigures } from '../../base/clock-figures.js';
import { moneyText } from '../../base/money-text.js';
import type { Speech } from '../../base/speech.js';
import { formatNumber, formatTime } from '../../core/format.js';
import type { SaleStanding } from '../../core/sale-standing.js';
import { saleCountsTo } from '../../core/sale-standing.js';
import type { Money, Product, Sale, SaleFigures } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { check } from '../../styles/shop-drawings.js';
import { saleAction, type SaleDeed } from './sale-action.js';
import { needsWords, standingWords } from './sale-words.js';

/** One flash sale as this viewer sees it now. */
export interface SaleOffer {
  sale: Sale;
  /** Undefined: the shelf does not have it any more. */
  product: Product | undefined;
  standing: SaleStanding;
  /** Server time, ms. */
  now: number;
  /** As last heard; undefined where nobody said. */
  figures: SaleFigures | undefined;
  /** Pieces the viewer asks for. */
  quantity: number;
  /** A combination has to be chosen first. */
  choosing: boolean;
  /** What the cart said of paying. */
  refusal: string | undefined;
}

/** What a card needs of the element it stands in. */
export interface SaleBooth extends Speech {
  address(url: string | undefined): string | undefined;
  act(offer: SaleOffer, deed: SaleDeed): void;
  giveBack(offer: SaleOffer): void;
  count(offer: SaleOffer, quantity: number): void;
}

/** What the product costs without the sale, where that is more; undefined: not known. */
export function priceBefore({ sale, product }: Pick<SaleOffer, 'sale' | 'product'>): Money | undefined {
  const own = product?.variants?.find(({ id }) => id === sale.variantId)?.price ?? product?.price;
  if (!own) return undefined;
  const before = own.kind === 'range' ? own.from : own.kind === 'struck' ? own.was : own.amount;
  return before.currency === sale.price.currency && before.minor > sale.price.minor ? before : undefined;
}

/** Figures that count down, or the time it ends; what comes next, in any case. */
export function renderClock({ t, language }: Speech, { standing, now }: SaleOffer): unknown {
  const to = saleCountsTo(standing, now);
  if (to !== undefined && standing.kind !== 'ineligible') {
    const key =
      standing.kind === 'upcoming'
        ? 'sale.opensIn'
        : standing.kind === 'held'
          ? 'sale.keptFor'
          : 'sale.endsIn';
    // Screen readers are not told every second.
    return html`<span part="countdown" class="countdown" role="timer"
      >${clockFigures(time => t(key, { time }), to - now)}</span
    >`;
  }
  if (standing.kind !== 'open' || standing.closesAt === null) return nothing;
  return html`<span part="countdown" class="countdown"
    >${t('sale.endsAt', { time: formatTime(standing.closesAt, language, now) })}</span
  >`;
}

/** The whole sale: what it is, what it costs, how much is really left, and the one thing to do. */
export function renderSaleCard(booth: SaleBooth, offer: SaleOffer): TemplateResult {
  const { sale, product, standing } = offer;
  const { t } = booth;
  const title = booth.words(product?.title);
  return html`<div
    part="card"
    class="card ${standing.kind}"
    role="group"
    aria-label="${t('sale.flash')}, ${title}"
    data-id=${sale.id}
  >
    <p part="head" class="head"><b>${t('sale.flash')}</b> ${renderClock(booth, offer)}</p>
    <div class="body">
      ${renderPicture(booth, product)}
      <div class="words">
        <p part="title" class="title"><bdi>${title}</bdi></p>
        ${renderPrice(booth, offer)} ${renderStock(booth, offer)}
      </div>
    </div>
    ${renderNote(booth, offer)}
    <div class="foot">${renderQuantity(booth, offer)}${renderActs(booth, offer)}</div>
  </div>`;
}

function renderPicture(booth: SaleBooth, product: Product | undefined): TemplateResult {
  const src = booth.address(product?.pictures?.[0]);
  return html`<div part="picture" class="picture">
    ${
      src
        ? html`<img src=${src} alt="" loading="lazy" decoding="async" draggable="false" />`
        : icon('bag', 24)
    }
  </div>`;
}

export function renderPrice(booth: SaleBooth, offer: SaleOffer): TemplateResult {
  const { t, language } = booth;
  const before = priceBefore(offer);
  return html`<p part="price" class="price">
    ${moneyText(offer.sale.price, language)}
    ${
      before
        ? html`<s part="was"
            ><span class="visually-hidden">${t('product.was')} </span>${moneyText(before, language)}</s
          >`
        : nothing
    }
  </p>`;
}

/** How many are left, where that is known; never a made-up number. */
function renderStock({ t, language }: Speech, { sale, standing, figures }: SaleOffer): unknown {
  const number = (count: number) => formatNumber(count, language);
  if (!figures || standing.kind === 'upcoming' || standing.kind === 'ended') return nothing;
  const { left, held } = figures;
  const gone = standing.kind === 'sold-out';
  return html`<div part="stock" class="stock">
    <div class="bar" aria-hidden="true">
      <div
        class="rest"
        .style=${`width:${gone ? 0 : Math.min(100, Math.max(left > 0 ? 4 : 0, (left / sale.total) * 100))}%`}
      ></div>
    </div>
    <span>${t('sale.left', { left: number(gone ? 0 : left), total: number(sale.total) })}</span>
    ${held > 0 && !gone ? html`<span>${t('sale.reserved', { count: number(held) })}</span>` : nothing}
  </div>`;
}

/** What is missing, what went wrong, what waiting is worth; else the terms. */
function renderNote(booth: SaleBooth, offer: SaleOffer): TemplateResult {
  const { standing, sale, refusal } = offer;
  const words = refusal ?? standingWords(booth, standing);
  const alert =
    refusal !== undefined ||
    ['failed', 'ineligible', 'limit', 'sign-in'].includes(standing.kind) ||
    ('lapsed' in standing && standing.lapsed);
  const over = standing.kind === 'sold-out' || standing.kind === 'ended';
  const terms = [
    booth.t('sale.limit', { count: sale.perViewer }),
    ...(sale.conditions ?? []).map(condition => needsWords(booth, condition)),
  ];
  return html`<p part="note" class="note ${alert ? 'alert' : ''}">
    ${words || (over ? '' : terms.join(' · '))}
  </p>`;
}

/** Only where one may have several, and nothing is kept yet. */
function renderQuantity(booth: SaleBooth, offer: SaleOffer): unknown {
  const { sale, standing, quantity, choosing } = offer;
  const asks = ['open', 'taken', 'limit', 'failed'].includes(standing.kind);
  if (sale.perViewer < 2 || choosing || !asks) return nothing;
  const { t } = booth;
  const step = (by: number, words: string) => {
    const off = quantity + by < 1 || quantity + by > sale.perViewer;
    return html`<button
      type="button"
      class="icon-button step"
      aria-label=${words}
      aria-disabled=${off ? 'true' : nothing}
      @click=${() => off || booth.count(offer, quantity + by)}
    >
      ${by < 0 ? '−' : '+'}
    </button>`;
  };
  return html`<span part="quantity" class="quantity" role="group" aria-label=${t('sale.quantity')}
    >${step(-1, t('sale.less'))}<b aria-live="polite">${quantity}</b>${step(1, t('sale.more'))}</span
  >`;
}

/** The button, and beside it the way back. Not `disabled`: it keeps the focus while its meaning changes under it. */
export function renderActs(booth: SaleBooth, offer: SaleOffer): unknown {
  const { standing, choosing } = offer;
  const { t } = booth;
  const action = saleAction(booth, standing, choosing);
  const back = standing.kind === 'held' ? 'sale.giveBack' : standing.kind === 'waiting' ? 'sale.leave' : '';
  const { deed } = action ?? {};
  return [
    standing.kind === 'ordered'
      ? html`<span part="stamp" class="stamp">${icon(check, 16)}${t('sale.ordered')}</span>`
      : nothing,
    back
      ? html`<button part="back" class="back" type="button" @click=${() => booth.giveBack(offer)}>
          ${t(back)}
        </button>`
      : nothing,
    action
      ? html`<button
          part="button"
          class="button action"
          type="button"
          aria-disabled=${deed ? nothing : 'true'}
          @click=${() => deed && booth.act(offer, deed)}
        >
          ${action.words}
        </button>`
      : nothing,
  ];
}

/** The price in a line of its own: `¥79 · Ends in 04:31`, with its button. For a product's own card. */
export function renderSaleLine(booth: SaleBooth, offer: SaleOffer): TemplateResult {
  const { sale, standing } = offer;
  const clock = renderClock(booth, offer);
  return html`<div
    part="card"
    class="strip ${standing.kind}"
    role="group"
    aria-label=${booth.t('sale.flash')}
    data-id=${sale.id}
  >
    <p part="head" class="strip-words">
      <b>${booth.t('sale.flash')}</b>
      <span part="price" class="price">${moneyText(sale.price, booth.language)}</span>
      <span class="strip-note">${clock === nothing ? standingWords(booth, standing) : clock}</span>
    </p>
    ${renderActs(booth, offer)}
  </div>`;
}
