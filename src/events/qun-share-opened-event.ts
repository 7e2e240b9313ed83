/**
 * `web-share`: the browser's sheet; `guide`: how to do it in the app around the page; `copy`: the link is in the
 * clipboard; `text`: the link is shown, to be copied by hand.
 */
export type ShareVia = 'web-share' | 'guide' | 'copy' | 'text';

/**
 * A way of sharing was opened. Whether anything was sent, and to whom, no app tells a page; do not count it as sent.
 * Bubbles, composed, not cancelable.
 */
export class QunShareOpenedEvent extends Event {
  static readonly type = 'qun-share-opened';
  readonly via: ShareVia;

  constructor(via: ShareVia) {
    super(QunShareOpenedEvent.type, { bubbles: true, composed: true });
    this.via = via;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-share-opened': QunShareOpenedEvent;
  }
}
