import type { Money, Price, Product } from '../protocol/index.js';

/** From this many pieces on, what is left is worth saying. */
const LOW = 10;

/** `gone`: nothing left. `low`: so little is left that viewers are told. `enough` also where the shop does not count. */
export function stockLevel({ stock }: Pick<Product, 'stock'>): 'gone' | 'low' | 'enough' {
  // A page that fills in products by hand may leave the stock out.
  if (typeof stock !== 'number') return 'enough';
  return stock <= 0 ? 'gone' : stock <= LOW ? 'low' : 'enough';
}

/** What a buyer saves against the struck-out price; undefined where that is nothing. */
export function savedBy(price: Price): Money | undefined {
  if (price.kind !== 'struck' || price.was.currency !== price.amount.currency) return undefined;
  const minor = price.was.minor - price.amount.minor;
  return minor > 0 ? { minor, currency: price.amount.currency } : undefined;
}
