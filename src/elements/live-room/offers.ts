import { couponPhase } from '../../core/coupon-phase.js';
import type { Coupon } from '../../protocol/index.js';

/** More than this at the picture's edge would reach the host's face. */
const OFFERS = 3;

/** The coupons to float over the picture at server time `now`: what is open first, then what opens next. */
export function floatingCoupons(coupons: readonly Coupon[], now: number): Coupon[] {
  const phase = (coupon: Coupon) => couponPhase(coupon, now);
  const open = coupons.filter(coupon => phase(coupon) === 'open');
  const upcoming = coupons
    .filter(coupon => phase(coupon) === 'upcoming')
    .sort((a, b) => (a.opensAt ?? 0) - (b.opensAt ?? 0));
  return [...open, ...upcoming].slice(0, OFFERS);
}

/** Every coupon the host has sent so far, whatever has become of it. */
export function sentCoupons(coupons: readonly Coupon[], now: number): Coupon[] {
  return coupons.filter(coupon => couponPhase(coupon, now) !== 'hidden');
}
