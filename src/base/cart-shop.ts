import { Part } from '../core/part.js';
import type { CartShop } from '../core/cart.js';
import type { Room } from '../stores/room.js';
import { cartName } from './cart-place.js';

/** The ready carts; fetched where a page names one. */
export const carts = new Part(async () => (await import('../cart/open-cart.js')).openCart);

const opened = new WeakMap<object, Map<string, CartShop>>();

/**
 * The shop's cart of `element`: one that the page has set on the room, else the one that a `cart` attribute names, once for
 * a room. Undefined: nobody takes what is asked for but the page itself.
 */
export async function shopOf(
  element: HTMLElement & { room?: string | undefined; readonly roomStore: Room | undefined },
): Promise<CartShop | undefined> {
  const { roomStore: room } = element;
  const set = room?.cart.$shop.get();
  const name = cartName(element);
  if (set || !name || name === 'page') return set;
  const open = await carts.come();
  const place = room ?? element;
  const known = opened.get(place) ?? new Map<string, CartShop>();
  opened.set(place, known);
  let shop = known.get(name);
  if (!shop) known.set(name, (shop = open(name, element)));
  return shop;
}

/** Somebody takes orders for `element`: a page or a ready cart. Without, only a product's own page can be shown. */
export function takesOrders(
  element: HTMLElement & { room?: string | undefined; readonly roomStore: Room | undefined },
): boolean {
  return element.roomStore?.cart.$shop.get() !== undefined || cartName(element) !== undefined;
}
