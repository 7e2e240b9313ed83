import type { CartShop } from '../core/cart.js';

/** One wish after the other: shops lose one of two changes that reach a session's cart at the same time. */
export function inTurn(shop: CartShop): CartShop {
  let last: Promise<unknown> = Promise.resolve();
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
  return {
    read: () => queue(() => shop.read()),
    add: item => queue(() => shop.add(item)),
    buy: item => queue(() => shop.buy(item)),
    change: (line, quantity) => queue(() => shop.change(line, quantity)),
    checkout: checkout => queue(() => shop.checkout(checkout)),
  };
}
