import type { ClaimAnswer, Coupon } from '../protocol/index.js';

/**
 * A viewer wants `coupon`. Bubbles, composed, cancelable: a page that claims it in its own way calls `respondWith()`
 * and the element shows the outcome; one that only prevents the event shows it itself; otherwise the room is asked.
 */
export class QunClaimCouponEvent extends Event {
  static readonly type = 'qun-claim-coupon';
  readonly coupon: Coupon;
  /** What the page has answered with; undefined where it left the work to the element. */
  answer: Promise<ClaimAnswer> | undefined;

  constructor(coupon: Coupon) {
    super(QunClaimCouponEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.coupon = coupon;
  }

  /** Takes the claim over. `answer` is what the page's server says; rejected, the viewer may try again. */
  respondWith(answer: ClaimAnswer | Promise<ClaimAnswer>): void {
    this.answer ??= Promise.resolve(answer);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-claim-coupon': QunClaimCouponEvent;
  }
}
