import type { Coupon } from '../protocol/index.js';

/** The viewer holds `coupon` now. Bubbles, composed, not cancelable. */
export class QunCouponClaimedEvent extends Event {
  static readonly type = 'qun-coupon-claimed';
  readonly coupon: Coupon;
  readonly code: string;
  /** It was theirs before; the code is the same one. */
  readonly already: boolean;

  constructor(coupon: Coupon, code: string, already: boolean) {
    super(QunCouponClaimedEvent.type, { bubbles: true, composed: true });
    this.coupon = coupon;
    this.code = code;
    this.already = already;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-coupon-claimed': QunCouponClaimedEvent;
  }
}
