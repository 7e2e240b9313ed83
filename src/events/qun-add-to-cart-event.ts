import type { CartItem } from '../core/cart.js';
import { CartItemEvent } from './cart-item-event.js';

/** A viewer puts something into the cart. Bubbles, composed, cancelable, may be answered with `respondWith()`. */
export class QunAddToCartEvent extends CartItemEvent {
  static readonly type = 'qun-add-to-cart';

  constructor(item: CartItem) {
    super(QunAddToCartEvent.type, item);
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-add-to-cart': QunAddToCartEvent;
  }
}
