/**
 * A viewer wants the picture to fill the screen. Bubbles, composed, cancelable: a page that prevents it does it in its own
 * way. A listener may name a larger element, as a room does with itself so that all that lies on its picture comes along.
 */
export class QunFullScreenEvent extends Event {
  static readonly type = 'qun-full-screen';
  /** What is going to fill the screen: an element with a shadow root, as all of ours are. */
  element: HTMLElement;

  constructor(element: HTMLElement) {
    super(QunFullScreenEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.element = element;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-full-screen': QunFullScreenEvent;
  }
}
