import type { CartShop } from '../core/cart.js';
import { Part } from '../core/part.js';
import { safeUrl } from '../core/link.js';
import { QunError } from '../protocol/index.js';
import { buyerAt, type Buying } from './buyer.js';
import { inTurn } from './in-turn.js';
import { linkCart } from './link-cart.js';

/** The ready carts, each fetched when a page names it. */
export const readyCarts = {
  shopify: new Part(async () => (await import('./shopify-cart.js')).shopifyCart),
  woocommerce: new Part(async () => (await import('./woo-cart.js')).wooCart),
  endpoint: new Part(async () => (await import('./endpoint-cart.js')).endpointCart),
};

/**
 * The cart that a `cart` attribute names: `shopify` and `woocommerce` for a page on such a shop, `link` for a shop that
 * takes orders on its products' own pages, else the address of the merchant's own JSON endpoint.
 * `place`: where it is bought from; the till is told which viewer that is.
 */
export function openCart(name: string, place?: Buying): CartShop {
  const who = () => buyerAt(place);
  if (name === 'link') return linkCart(who);
  const kind = name === 'shopify' || name === 'woocommerce' ? name : 'endpoint';
  const url = safeUrl(name, document.baseURI);
  if (kind === 'endpoint' && (!url || !/[/.]/.test(name))) return unknownCart(name);
  const open = async (): Promise<CartShop> => (await readyCarts[kind].come())(url!, who);
  let shop: Promise<CartShop> | undefined;
  const opened = () => (shop ??= open());
  return inTurn({
    read: async () => (await opened()).read(),
    add: async item => (await opened()).add(item),
    buy: async item => (await opened()).buy(item),
    change: async (line, quantity) => (await opened()).change(line, quantity),
    checkout: async checkout => (await opened()).checkout(checkout),
  });
}

/** Says so at every wish: a page that names a cart nobody knows must not look as if it sold. */
function unknownCart(name: string): CartShop {
  const fail = (): Promise<never> =>
    Promise.reject(
      new QunError('bad-config', {
        path: 'cart',
        detail: `cart="${name}" is none of shopify, woocommerce, link, page, nor the address of an endpoint`,
      }),
    );
  return { read: fail, add: fail, buy: fail, change: fail, checkout: fail };
}
