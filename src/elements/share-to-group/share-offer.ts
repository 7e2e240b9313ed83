import type { Speech } from '../../base/speech.js';
import { formatMoney } from '../../core/format-money.js';
import { safeUrl } from '../../core/link.js';
import { linkFor } from '../../core/share-link.js';
import type { ShareOffer } from '../../events/qun-share-event.js';
import { pageLink } from '../../platform/page-link.js';
import type { Phase, Price, Product, RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';

/** What the page says itself; it counts before what the room says. */
export interface OwnOffer {
  readonly title: string | undefined;
  readonly text: string | undefined;
  readonly url: string | undefined;
  readonly picture: string | undefined;
}

/** A link in a group has to say at a glance whether there is anything on. */
const MOMENTS: Partial<Record<Phase, 'live' | 'warmup' | 'replay'>> = {
  warmup: 'warmup',
  live: 'live',
  paused: 'live',
  interrupted: 'live',
  replay: 'replay',
};

/** What the host shows now; undefined where the show is not on. */
export function productOnShow(state: RoomState | undefined): Product | undefined {
  if (!state || MOMENTS[state.phase] !== 'live') return undefined;
  return state.products.find(({ id }) => id === state.pins[0]?.productId);
}

/** What is passed on now. The link carries this viewer's share, once the room has told it. */
export function shareOffer(own: OwnOffer, room: Room | undefined, speech: Speech): ShareOffer {
  const { words } = speech;
  const state = room?.$state.get();
  const product = productOnShow(state);
  const absolute = (url: string | undefined) => safeUrl(url, document.baseURI);
  const spoken = state && roomTitle(state, product, speech);
  const url = absolute(own.url) ?? room?.resolve(state?.share.url) ?? pageLink(document);
  // The room's own picture is of the room; who speaks of a product shows it.
  const shown = (spoken?.ofProduct || !state?.share.picture) && room?.resolve(product?.pictures[0]);
  const picture = own.picture
    ? absolute(own.picture)
    : shown || room?.resolve(state?.share.picture ?? state?.stream?.poster);
  return {
    title: own.title ?? (spoken?.title || document.title),
    text: own.text ?? (words(state?.share.text) || productLine(product, speech)),
    url: linkFor(url, room?.$own.get().share),
    ...(picture && { picture }),
  };
}

function roomTitle(
  state: RoomState,
  product: Product | undefined,
  speech: Speech,
): { title: string; ofProduct: boolean } {
  const { t, words } = speech;
  const { share } = state;
  const title = words(share.title ?? state.title);
  const moment = MOMENTS[state.phase];
  const ofProduct = product && words(share.titles?.['pinned']);
  const template = ofProduct || (moment && words(share.titles?.[moment]));
  if (template) {
    const said: Record<string, string> = {
      title,
      host: words(state.host.name),
      product: words(product?.title),
      price: product ? priceText(product.price, speech.language) : '',
    };
    return {
      title: template.replace(/\{(\w+)\}/g, (_whole, name: string) => said[name] ?? '').trim(),
      ofProduct: !!ofProduct,
    };
  }
  return { title: title && moment ? t(`share.${moment}`, { title }) : title, ofProduct: false };
}

function productLine(product: Product | undefined, { t, words, language }: Speech): string {
  if (!product) return '';
  return t('share.pinned', { product: words(product.title), price: priceText(product.price, language) });
}

const priceText = (price: Price, language: string): string =>
  formatMoney(price.kind === 'range' ? price.from : price.amount, language);
