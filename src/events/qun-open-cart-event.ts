/** A viewer wants to see the cart. Bubbles, composed, cancelable: a page that prevents it opens its own. */
export class QunOpenCartEvent extends Event {
  static readonly type = 'qun-open-cart';

  constructor() {
    super(QunOpenCartEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-open-cart': QunOpenCartEvent;
  }
}
