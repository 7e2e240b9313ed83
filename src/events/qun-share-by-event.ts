import type { ShareOffer } from './qun-share-event.js';

/**
 * A viewer chose a way in the share sheet: `way` is `line`, `whatsapp`, `telegram`, `x`, `facebook`, `weibo`, `qq`,
 * `kakao`, `poster` or `system`. Bubbles, composed, cancelable: a page that prevents it opens the way itself. KakaoTalk
 * opens in no other way, since it wants the shop's own key.
 */
export class QunShareByEvent extends Event {
  static readonly type = 'qun-share-by';
  readonly way: string;
  readonly data: ShareOffer;

  constructor(way: string, data: ShareOffer) {
    super(QunShareByEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.way = way;
    this.data = data;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-share-by': QunShareByEvent;
  }
}
