import type { CartLine } from '../core/cart.js';
import { CartAskingEvent } from './cart-asking-event.js';

/** A viewer wants more or less of a line of the cart. Bubbles, composed, cancelable, may be answered with `respondWith()`. */
export class QunChangeCartEvent extends CartAskingEvent {
  static readonly type = 'qun-change-cart';
  /** The line as it stands. */
  readonly line: CartLine;
  /** Pieces it is to have; 0: it is to go. */
  readonly quantity: number;

  constructor(line: CartLine, quantity: number) {
    super(QunChangeCartEvent.type);
    this.line = line;
    this.quantity = quantity;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-change-cart': QunChangeCartEvent;
  }
}
