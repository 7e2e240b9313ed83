import type { ShareVia } from '../protocol/index.js';

/**
 * `web-share`: the browser's sheet; `guide`: how to do it in the app around the page; `copy`: the link is in the
 * clipboard; `text`: the link is shown, to be copied by hand; `wecom`, `mini-program`, `app`: a panel of the app around the
 * page; else the service whose page was opened.
 */
export type ShareOpenedVia =
  'web-share' | 'app' | 'facebook' | 'weibo' | 'qq' | Exclude<ShareVia, 'web' | 'card' | 'code' | 'other'>;

/**
 * A way of sharing was opened. Whether anything was sent, and to whom, no app tells a page; do not count it as sent.
 * Bubbles, composed, not cancelable.
 */
export class QunShareOpenedEvent extends Event {
  static readonly type = 'qun-share-opened';
  readonly via: ShareOpenedVia;

  constructor(via: ShareOpenedVia) {
    super(QunShareOpenedEvent.type, { bubbles: true, composed: true });
    this.via = via;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-share-opened': QunShareOpenedEvent;
  }
}
