/** What is passed on. A listener may change it, as to put a referral into the link. */
export interface ShareOffer {
  title: string;
  text: string;
  /** Absolute. */
  url: string;
  /** Absolute, http(s). */
  picture?: string;
}

/**
 * A viewer wants to pass the room on. Bubbles, composed, cancelable: a page that prevents it shares in its own way, as
 * an app's bridge or WeCom's can.
 */
export class QunShareEvent extends Event {
  static readonly type = 'qun-share';
  readonly data: ShareOffer;

  constructor(data: ShareOffer) {
    super(QunShareEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.data = data;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-share': QunShareEvent;
  }
}
