import type { ReserveAnswer, Sale } from '../protocol/index.js';

/**
 * A viewer wants pieces of a flash sale. Bubbles, composed, cancelable: a page that keeps them in its own way calls
 * `respondWith()` and the element shows the outcome; one that only prevents the event shows it itself; otherwise the room
 * is asked.
 */
export class QunReserveEvent extends Event {
  static readonly type = 'qun-reserve';
  readonly sale: Sale;
  /** The combination chosen; undefined: the sale names one, or the product has nothing to choose. */
  readonly variantId: string | undefined;
  readonly quantity: number;
  /** All are taken, and the viewer wants to stand in line for what may come back. */
  readonly wait: boolean;
  /** What the page has answered with; undefined where it left the work to the element. */
  answer: Promise<ReserveAnswer> | undefined;

  constructor(sale: Sale, variantId: string | undefined, quantity: number, wait: boolean) {
    super(QunReserveEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.sale = sale;
    this.variantId = variantId;
    this.quantity = quantity;
    this.wait = wait;
  }

  /** Takes the wish over. `answer` is what the page's server says; rejected, the viewer may try again. */
  respondWith(answer: ReserveAnswer | Promise<ReserveAnswer>): void {
    this.answer ??= Promise.resolve(answer);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-reserve': QunReserveEvent;
  }
}
