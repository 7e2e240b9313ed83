import type { CartAnswer } from '../core/cart.js';

/**
 * Something asked of the shop's cart. Bubbles, composed, cancelable: a page that does the work calls `respondWith()` and
 * the element shows the outcome; one that only prevents the event shows it itself; otherwise the room's cart is asked.
 */
export abstract class CartAskingEvent extends Event {
  #answer: Promise<CartAnswer> | undefined;

  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }

  /** What the page has promised, if it has. */
  get answer(): Promise<CartAnswer> | undefined {
    return this.#answer;
  }

  /**
   * The page does it. `true` is yes; `{ no: 'out-of-stock' | 'price-changed' | 'sign-in' | 'options-missing' | 'other' }`
   * is no, with words of the shop's own in `text`, what is there in `left`, or the new price in `price`. A promise that
   * rejects, or takes longer than 10 s, is a no that may be tried again. The first answer counts.
   */
  respondWith(answer: CartAnswer | Promise<CartAnswer>): void {
    this.#answer ??= Promise.resolve(answer);
    this.preventDefault();
  }
}
