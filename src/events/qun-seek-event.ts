/**
 * A viewer wants to see where a product is shown. Bubbles, composed, cancelable: a page that prevents it goes there in its
 * own way; otherwise the player of the same room does.
 */
export class QunSeekEvent extends Event {
  static readonly type = 'qun-seek';
  readonly productId: string;
  /** Date of that picture, ms since 1970. */
  readonly date: number;

  constructor(productId: string, date: number) {
    super(QunSeekEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.productId = productId;
    this.date = date;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-seek': QunSeekEvent;
  }
}
