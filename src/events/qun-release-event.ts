import type { Sale } from '../protocol/index.js';

/**
 * A viewer gives back what is kept for them of a flash sale, or leaves its line. Bubbles, composed, cancelable: a page
 * that does it in its own way calls `respondWith()`; only prevented, nothing more happens; otherwise the room is asked.
 */
export class QunReleaseEvent extends Event {
  static readonly type = 'qun-release';
  readonly sale: Sale;
  /** What the page has answered with; undefined where it left the work to the element. */
  answer: Promise<unknown> | undefined;

  constructor(sale: Sale) {
    super(QunReleaseEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.sale = sale;
  }

  /** The page gives it back. Rejected, everything stays as it was. */
  respondWith(answer: unknown): void {
    this.answer ??= Promise.resolve(answer);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-release': QunReleaseEvent;
  }
}
