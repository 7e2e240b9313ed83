import { withParams } from '../core/attribution.js';
import { shopId, type CartItem, type CartReply, type CartShop } from '../core/cart.js';
import { handedOn, type Who } from './handed-on.js';

/**
 * A shop that takes orders on its products' own pages: whoever wants a product is led there, with `variant`, `quantity`,
 * the reservation and what brought them here in the address. There is no cart to show.
 */
export function linkCart(who?: Who): CartShop {
  const lead = (item: CartItem): Promise<CartReply> => {
    const { url, variant, quantity, reservation } = item;
    if (!url) return Promise.resolve({ answer: { no: 'other' } });
    const chosen: [string, string][] = variant ? [['variant', shopId(item)]] : [];
    const pairs = [...chosen, ['quantity', String(quantity)] as const, ...handedOn([reservation], who)];
    return Promise.resolve({ answer: true, lead: withParams(url, pairs) });
  };
  const none = (): Promise<CartReply> => Promise.resolve({ answer: { no: 'other' } });
  return { read: () => Promise.resolve(undefined), add: lead, buy: lead, change: none, checkout: none };
}
