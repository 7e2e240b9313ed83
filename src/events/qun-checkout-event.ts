import type { CartLine, Checkout } from '../core/cart.js';
import { CartAskingEvent } from './cart-asking-event.js';

/**
 * A viewer wants to pay for what is in the cart. Bubbles, composed, cancelable, may be answered with `respondWith()`: yes
 * once the viewer is being led to pay.
 */
export class QunCheckoutEvent extends CartAskingEvent implements Checkout {
  static readonly type = 'qun-checkout';
  readonly lines: readonly CartLine[];
  /** Ids of flash-sale reservations that the order has to name, so that their price holds. */
  readonly reservations: readonly string[];

  constructor({ lines, reservations }: Checkout) {
    super(QunCheckoutEvent.type);
    this.lines = lines;
    this.reservations = reservations;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-checkout': QunCheckoutEvent;
  }
}
