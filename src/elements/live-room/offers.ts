import { couponPhase } from '../../core/coupon-phase.js';
import type { Coupon, RoomState, Sale } from '../../protocol/index.js';

/** What opens and closes: flash sales before coupons, since there is less of them. */
export const offersOf = ({ sales, coupons }: RoomState): (Sale | Coupon)[] => [...sales, ...coupons];

/** Every offer the host has sent so far, whatever has become of it. */
export function sentOffers<T extends Sale | Coupon>(offers: readonly T[], now: number): T[] {
  return offers.filter(offer => couponPhase(offer, now) !== 'hidden');
}
