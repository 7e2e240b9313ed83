import type { Product } from '../../protocol/index.js';

/** So many are remembered. */
const MOST = 10;

interface TakenOffProduct {
  product: Product;
  /** Where it stood, from 0. */
  index: number;
}

/** What has left the shelf while the desk was open, whoever took it off, so that it can be put back. */
export class TakenOff {
  #before: readonly Product[] = [];
  #gone: readonly TakenOffProduct[] = [];

  /** To be called with the shelf at every change. */
  look(products: readonly Product[]): readonly TakenOffProduct[] {
    if (products === this.#before) return this.#gone;
    const here = new Set(products.map(product => product.id));
    const left = this.#before.flatMap((product, index) => (here.has(product.id) ? [] : [{ product, index }]));
    // Another show has been loaded.
    const another = this.#before.length > 0 && left.length === this.#before.length;
    this.#before = products;
    const known = [...left, ...this.#gone].filter(({ product }) => !here.has(product.id));
    this.#gone = another ? [] : known.slice(0, MOST);
    return this.#gone;
  }
}
