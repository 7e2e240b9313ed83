import type { CartAnswer, CartNo, CartReply, CartShop } from '../core/cart.js';
import { QunAddToCartEvent } from '../events/qun-add-to-cart-event.js';
import { QunBuyNowEvent } from '../events/qun-buy-now-event.js';
import { QunChangeCartEvent } from '../events/qun-change-cart-event.js';
import type { QunCheckoutEvent } from '../events/qun-checkout-event.js';
import { QunError, type Code } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import { shopOf } from './cart-shop.js';

/** Longer nobody waits for a shop's answer, ms. */
const PATIENCE_MS = 10_000;

export type CartEvent = QunAddToCartEvent | QunBuyNowEvent | QunChangeCartEvent | QunCheckoutEvent;

/**
 * What has become of a wish. `taken`: the page does it and shows it itself. `nobody`: there is no page and no cart that
 * takes it. `failed`: it is not known, or could not be asked, and may be tried again.
 */
export type CartOutcome =
  | { readonly result: 'yes' | 'taken' | 'nobody' }
  | { readonly result: 'no'; readonly no: CartNo }
  | { readonly result: 'failed'; readonly code: Code };

/** Leads the viewer away, as to the shop's till. A page that wants to lead elsewhere answers the event. */
export const leading = {
  to: (url: string): void => location.assign(url),
};

type Asker = HTMLElement & { room?: string | undefined; readonly roomStore: Room | undefined };

/**
 * Asks the page by `event`, dispatched at once and from `element`, and then, where no page answers, the shop's cart. What
 * the shop says of the cart goes to `room.cart`; where it wants the viewer led, they are. Never rejects.
 */
export async function askCart(element: Asker, event: CartEvent): Promise<CartOutcome> {
  const unprevented = element.dispatchEvent(event);
  try {
    if (event.answer) return outcomeOf(await inTime(event.answer));
    if (!unprevented) return { result: 'taken' };
    const shop = await shopOf(element);
    return shop ? await askShop(shop, event, element.roomStore) : { result: 'nobody' };
  } catch (cause) {
    return { result: 'failed', code: QunError.from(cause).code };
  }
}

async function askShop(shop: CartShop, event: CartEvent, room: Room | undefined): Promise<CartOutcome> {
  let reply: CartReply;
  try {
    reply = await inTime(replyOf(shop, event));
  } catch (cause) {
    // It may have been done all the same: what the cart holds says so.
    void refreshCart(shop, room);
    throw cause;
  }
  if (reply.cart) room?.cart.set(reply.cart.lines, reply.cart.total);
  if (reply.lead && reply.answer === true) leading.to(reply.lead);
  return outcomeOf(reply.answer);
}

function replyOf(shop: CartShop, event: CartEvent): Promise<CartReply> {
  if (event instanceof QunAddToCartEvent) return shop.add(event);
  if (event instanceof QunBuyNowEvent) return shop.buy(event);
  if (event instanceof QunChangeCartEvent) return shop.change(event.line, event.quantity);
  return shop.checkout(event);
}

/** Reads the shop's cart into the room's. What cannot be read leaves it as it is; false: it could not. */
export async function refreshCart(shop: CartShop, room: Room | undefined): Promise<boolean> {
  try {
    const cart = await inTime(shop.read());
    if (cart) room?.cart.set(cart.lines, cart.total);
    return true;
  } catch {
    return false;
  }
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new QunError('timeout')), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A page may answer with anything: what is no clear yes is a no. */
function outcomeOf(answer: CartAnswer): CartOutcome {
  if (answer === true) return { result: 'yes' };
  const no: Partial<CartNo> | null | undefined = answer;
  return { result: 'no', no: { ...no, no: no?.no ?? 'other' } };
}
