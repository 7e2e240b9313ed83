import type {
  ControlEvent,
  Coupon,
  Product,
  RoomState,
  Sale,
  SaleTerms,
  Show,
  SkippedEvent,
} from '../protocol/index.js';
import { couponClosesAt } from './coupon-phase.js';
import { limits } from '../protocol/index.js';

/** The state before the first event of a log. */
export const emptyRoom: RoomState = Object.freeze({
  title: '',
  host: { name: '' },
  stream: null,
  share: {},
  phase: 'warmup',
  startsAt: null,
  notice: null,
  products: [],
  pins: [],
  coupons: [],
  sales: [],
  redacted: [],
  talk: { mode: 'open' as const, slowSeconds: 0 },
  pinnedComment: null,
  answers: [],
});

/**
 * The room after `event`. Page and server both fold the same log by this one function, so they cannot
 * disagree. Pure; an event that names something unknown changes nothing.
 */
export function fold(state: RoomState, event: ControlEvent | SkippedEvent): RoomState {
  if ('skipped' in event) return state;
  switch (event.type) {
    case 'show.load':
      return load(state, event.data.show);
    case 'room.phase':
      return {
        ...state,
        phase: event.data.phase,
        startsAt: event.data.startsAt === undefined ? state.startsAt : event.data.startsAt,
        // A recording shows its pins by its own time.
        pins: event.data.phase === 'replay' ? [] : state.pins,
      };
    case 'room.notice':
      return { ...state, notice: event.data.notice };
    case 'room.stream':
      return { ...state, stream: event.data.stream };
    case 'shelf.put':
      return { ...state, products: put(state.products, event.data.product, event.data.index) };
    case 'shelf.remove': {
      const { productId } = event.data;
      return {
        ...state,
        products: state.products.filter(product => product.id !== productId),
        pins: state.pins.filter(pin => pin.productId !== productId),
      };
    }
    case 'shelf.move': {
      const product = state.products.find(one => one.id === event.data.productId);
      return product ? { ...state, products: put(state.products, product, event.data.index) } : state;
    }
    case 'product.price':
      return patchProduct(state, event.data, { price: event.data.price });
    case 'product.stock':
      return patchProduct(state, event.data, { stock: event.data.stock });
    case 'pin.add': {
      const { productId } = event.data;
      if (!state.products.some(product => product.id === productId)) return state;
      const pin = { productId, at: event.at, mediaAt: event.mediaAt ?? event.at };
      return {
        ...state,
        pins: [pin, ...state.pins.filter(old => old.productId !== productId)].slice(0, limits.pins),
      };
    }
    case 'pin.remove':
      return { ...state, pins: state.pins.filter(pin => pin.productId !== event.data.productId) };
    case 'coupon.open': {
      const { couponId, ...opening } = event.data;
      return patch(state, 'coupons', couponId, () => ({ state: 'open', ...opening }));
    }
    case 'coupon.stop':
      return patch(state, 'coupons', event.data.couponId, () => ({ state: 'stopped' }));
    case 'coupon.sold-out':
      return patch(state, 'coupons', event.data.couponId, () => ({ soldOut: true }));
    case 'coupon.drawn': {
      const { couponId, ...drawn } = event.data;
      return patch(state, 'coupons', couponId, () => ({ state: 'stopped', drawn }));
    }
    case 'sale.open': {
      const { saleId, ...opening } = event.data;
      return patch(state, 'sales', saleId, () => ({ state: 'open', ...opening }));
    }
    case 'sale.stop':
      return patch(state, 'sales', event.data.saleId, () => ({ state: 'stopped' }));
    case 'sale.sold-out':
      return patch(state, 'sales', event.data.saleId, () => ({ soldOut: event.data.soldOut }));
    case 'comment.redact':
      return redact(state, event.data.ids);
    case 'comment.restore': {
      const ids = event.data.comments.map(comment => comment.id);
      return { ...state, redacted: state.redacted.filter(id => !ids.includes(id)) };
    }
    case 'comment.pin':
      return { ...state, pinnedComment: event.data.comment };
    case 'room.talk':
      return { ...state, talk: event.data.talk };
    case 'room.around':
      return { ...state, around: event.data.around };
    case 'question.answer': {
      const { answered } = event.data;
      const others = state.answers.filter(one => one.question.id !== answered.question.id);
      return { ...state, answers: [...others, answered].slice(-limits.answers) };
    }
  }
}

/** A show read again keeps what has happened: phase, pins, and which coupons are open or gone. */
function load(state: RoomState, show: Show): RoomState {
  const products = show.products.map((product, index): Product => ({
    ...product,
    number: product.number ?? index + 1,
  }));
  const ids = new Set(products.map(product => product.id));
  return {
    ...state,
    title: show.title,
    host: show.host,
    stream: show.stream,
    share: show.share,
    startsAt: show.startsAt,
    notice: show.notice ?? state.notice,
    ...(show.around && { around: show.around }),
    products,
    pins: state.pins.filter(pin => ids.has(pin.productId)),
    coupons: show.coupons.map((terms): Coupon => {
      const old = state.coupons.find(coupon => coupon.id === terms.id);
      if (!old) return { ...terms, soldOut: false, state: 'draft', opensAt: null, closesAt: null };
      const soldOut = old.soldOut && terms.total <= old.total;
      return { ...terms, ...opening(old), soldOut };
    }),
    sales: (show.sales ?? []).map(terms =>
      loadSale(
        terms,
        state.sales.find(sale => sale.id === terms.id),
      ),
    ),
  };
}

/** What has become of an offer since its terms were written. */
function opening<T extends Coupon | Sale>(offer: T): Pick<T, 'state' | 'opensAt' | 'closesAt'> {
  const names = ['state', 'opensAt', 'closesAt', 'spreadMs', 'commit', 'drawn'];
  return Object.fromEntries(Object.entries(offer).filter(([name]) => names.includes(name))) as typeof offer;
}

/** A sale with a time of its own is open from then on; what the host has done since counts for more. */
function loadSale(terms: SaleTerms, old: Sale | undefined): Sale {
  const { startsAt, expires } = terms;
  const own: Pick<Sale, 'state' | 'opensAt' | 'closesAt'> =
    startsAt === undefined
      ? { state: 'draft', opensAt: null, closesAt: null }
      : { state: 'open', opensAt: startsAt, closesAt: couponClosesAt(expires, startsAt) };
  if (!old) return { ...terms, ...own, soldOut: false };
  const kept = old.startsAt === startsAt ? opening(old) : own;
  return { ...terms, ...kept, soldOut: old.soldOut && terms.total <= old.total };
}

/** What is taken down does not stand above the stream either. */
function redact(state: RoomState, ids: readonly string[]): RoomState {
  const { pinnedComment } = state;
  return {
    ...state,
    redacted: [...state.redacted, ...ids].slice(-limits.redacted),
    pinnedComment: pinnedComment && ids.includes(pinnedComment.id) ? null : pinnedComment,
  };
}

function put(products: Product[], product: Product, index: number | undefined): Product[] {
  const at = products.findIndex(old => old.id === product.id);
  const rest = products.filter(old => old.id !== product.id);
  const to = index ?? (at < 0 ? rest.length : at);
  return [...rest.slice(0, to), product, ...rest.slice(to)];
}

/** Changes a product, or the one combination of it that is named. */
function patchProduct(
  state: RoomState,
  { productId, variantId }: { productId: string; variantId?: string | undefined },
  change: Partial<Pick<Product, 'stock'>> | Pick<Product, 'price'>,
): RoomState {
  return patch(state, 'products', productId, item =>
    variantId === undefined
      ? change
      : item.variants && { variants: patched(item.variants, variantId, () => change) },
  );
}

/** Changes the one of these whose id it is. */
function patch<K extends 'products' | 'coupons' | 'sales'>(
  state: RoomState,
  list: K,
  id: string,
  change: (item: RoomState[K][number]) => object | undefined,
): RoomState {
  return { ...state, [list]: patched<RoomState[K][number]>(state[list], id, change) };
}

const patched = <T extends { id: string }>(
  items: readonly T[],
  id: string,
  change: (item: T) => object | undefined,
): T[] => items.map(item => (item.id === id ? { ...item, ...change(item) } : item));
