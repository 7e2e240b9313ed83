import type { Coupon } from '../protocol/index.js';

/** The last of a coupon that was on offer here is gone. Bubbles, composed, not cancelable. */
export class QunCouponSoldOutEvent extends Event {
  static readonly type = 'qun-coupon-sold-out';
  readonly coupon: Coupon;

  constructor(coupon: Coupon) {
    super(QunCouponSoldOutEvent.type, { bubbles: true, composed: true });
    this.coupon = coupon;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-coupon-sold-out': QunCouponSoldOutEvent;
  }
}
