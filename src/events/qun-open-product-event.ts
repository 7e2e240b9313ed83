import type { Product } from '../protocol/index.js';

/**
 * A viewer wants to see or buy `product`. Bubbles, composed, cancelable: a page that prevents it opens the product in
 * its own way; otherwise `url`, where there is one, opens in a new tab.
 */
export class QunOpenProductEvent extends Event {
  static readonly type = 'qun-open-product';
  readonly product: Product;
  /** The product's H5 link, absolute; undefined where it has none. */
  readonly url: string | undefined;

  constructor(product: Product, url: string | undefined) {
    super(QunOpenProductEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.product = product;
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-open-product': QunOpenProductEvent;
  }
}
