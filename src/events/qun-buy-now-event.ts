import type { CartItem } from '../core/cart.js';
import { CartItemEvent } from './cart-item-event.js';

/**
 * A viewer wants to pay for this at once, past the cart. Bubbles, composed, cancelable, may be answered with `respondWith()`:
 * yes once the viewer is being led to pay.
 */
export class QunBuyNowEvent extends CartItemEvent {
  static readonly type = 'qun-buy-now';

  constructor(item: CartItem) {
    super(QunBuyNowEvent.type, item);
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-buy-now': QunBuyNowEvent;
  }
}
