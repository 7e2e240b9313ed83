import { HOLE } from '../../base/money-text.js';
import type { Speech } from '../../base/speech.js';
import { formatMoney, moneyParts } from '../../core/format-money.js';
import { safeUrl } from '../../core/link.js';
import { savedBy, stockLevel } from '../../core/product-offer.js';
import { picturesFor, type Design } from '../../poster/designs.js';
import type { PosterContent, PosterPrice, PosterProduct } from '../../poster/poster-content.js';
import type { Phase, Price, Product, RoomState, Sale } from '../../protocol/index.js';
import { whenItBegins } from './poster-hours.js';
import { saleOnPoster, salePrice, saleWords } from './poster-sale.js';
import type { QunSharePoster } from './share-poster.js';

/** More do not fit. */
const PRODUCTS = 3;

const BADGES: Partial<Record<Phase, 'poster.warmup' | 'poster.live' | 'poster.replay'>> = {
  warmup: 'poster.warmup',
  live: 'poster.live',
  paused: 'poster.live',
  interrupted: 'poster.live',
  replay: 'poster.replay',
};

/** The room as its viewer sees it. */
const stateOf = ({ roomStore: room }: QunSharePoster): RoomState | undefined =>
  room?.$shown.get() ?? room?.$state.get();

/** The large picture, and who speaks. */
function facesOf(host: QunSharePoster): { picture: string | undefined; avatar: string | undefined } {
  const state = stateOf(host);
  const resolve = (url: string | undefined) => host.roomStore?.resolve(url);
  return {
    picture:
      safeUrl(host.picture, document.baseURI) ?? resolve(state?.share.picture ?? state?.stream?.poster),
    avatar: resolve(state?.host.avatar),
  };
}

/** Addresses of the pictures that it will be drawn with, unless the page says otherwise: known before any words are. */
export function posterPictures(host: QunSharePoster, design: Design): string[] {
  const { picture, avatar } = facesOf(host);
  const products = chosen(stateOf(host), host.product).map(({ pictures }) => ({
    picture: host.roomStore?.resolve(pictures[0]),
  }));
  return picturesFor(design, { picture, host: { avatar }, products });
}

/** What the poster of this moment says but for its code: of the element first, then of its room, then of the page. */
export function posterContent(host: QunSharePoster, speech: Speech): Omit<PosterContent, 'code'> {
  const { t, words, language } = speech;
  const { roomStore: room } = host;
  const state = stateOf(host);
  const now = room?.clock.now() ?? Date.now();
  const { picture, avatar } = facesOf(host);
  const badge = state && BADGES[state.phase];
  const text = host.shareText ?? words(state?.share.text);
  const startsAt = state?.phase === 'warmup' ? state.startsAt : null;
  return {
    lang: language,
    title: host.shareTitle ?? (words(state?.share.title ?? state?.title) || document.title),
    ...(text && { text }),
    host: { name: words(state?.host.name) || location.hostname, ...(avatar && { avatar }) },
    badge: badge ? t(badge) : '',
    live: badge === 'poster.live',
    ...(startsAt !== null && startsAt !== undefined && { when: whenItBegins(startsAt, now, speech) }),
    ...(picture && { picture }),
    products: chosen(state, host.product).map(product =>
      posterProduct(
        product,
        speech,
        saleOnPoster(state?.sales ?? [], product.id, now),
        room?.resolve(product.pictures[0]),
        now,
      ),
    ),
  };
}

/** The one that is named, those the host shows, and then the shelf's first that can be had. */
function chosen(state: RoomState | undefined, id: string | undefined): Product[] {
  if (!state) return [];
  const { products, pins } = state;
  const first = [id, ...pins.map(pin => pin.productId)].map(one =>
    products.find(product => product.id === one),
  );
  const rest = products.filter(product => stockLevel(product) !== 'gone');
  return [...new Set([...first, ...rest])]
    .filter((product): product is Product => product !== undefined)
    .slice(0, PRODUCTS);
}

function posterProduct(
  product: Product,
  speech: Speech,
  sale: Sale | undefined,
  picture: string | undefined,
  now: number,
): PosterProduct {
  const { t, words } = speech;
  const subtitle = words(product.subtitle);
  return {
    title: words(product.title),
    number: t('product.number', { number: product.number }),
    ...(subtitle && { subtitle }),
    ...(picture && { picture }),
    ...(sale && { sale: saleWords(sale, now, speech) }),
    price: posterPrice(sale ? salePrice(product.price, sale) : product.price, speech),
  };
}

function posterPrice(price: Price, { t, language }: Speech): PosterPrice {
  if (price.kind === 'range') {
    const [before = '', after = ''] = t('product.from', { price: HOLE }).split(HOLE);
    return { money: moneyParts(price.from, language), before, after };
  }
  const saved = savedBy(price);
  return {
    money: moneyParts(price.amount, language),
    ...(price.kind === 'struck' && { was: formatMoney(price.was, language) }),
    ...(saved && { saved: t('product.saved', { amount: formatMoney(saved, language) }) }),
  };
}
