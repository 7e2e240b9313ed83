import type { CartItem } from '../core/cart.js';
import type { Money, Product, ProductVariant } from '../protocol/index.js';
import { CartAskingEvent } from './cart-asking-event.js';

/** A viewer puts something into the cart. Bubbles, composed, cancelable, may be answered with `respondWith()`. */
export class QunAddToCartEvent extends CartAskingEvent implements CartItem {
  static readonly type = 'qun-add-to-cart';
  readonly product: Product;
  /** The combination chosen; undefined: the product has nothing to choose. */
  readonly variant: ProductVariant | undefined;
  readonly quantity: number;
  /** What the viewer was shown for one piece; undefined: a range. */
  readonly price: Money | undefined;
  /** Id of the flash sale's reservation that this is for. */
  readonly reservation: string | undefined;
  /** The product's own page, absolute. */
  readonly url: string | undefined;

  constructor({ product, variant, quantity, price, reservation, url }: CartItem) {
    super(QunAddToCartEvent.type);
    this.product = product;
    this.variant = variant;
    this.quantity = quantity;
    this.price = price;
    this.reservation = reservation;
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-add-to-cart': QunAddToCartEvent;
  }
}
