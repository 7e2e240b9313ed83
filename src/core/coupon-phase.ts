import type { Coupon } from '../protocol/index.js';

// In files of their own: the first file of a page needs only what is here.
export { claimStateOf, type ClaimState } from './claim-state.js';
export { couponClosesAt } from './closes-at.js';

/** What opens and closes as a coupon does. */
type Offer = Pick<Coupon, 'state' | 'soldOut' | 'opensAt' | 'closesAt'>;

/** Where a coupon stands at server time `now`, for everybody. `hidden`: the host has not sent it. */
export type CouponPhase = 'hidden' | 'upcoming' | 'open' | 'sold-out' | 'expired';

export function couponPhase(coupon: Offer, now: number): CouponPhase {
  if (coupon.state === 'draft' || coupon.opensAt === null) return 'hidden';
  if (coupon.soldOut) return 'sold-out';
  if (coupon.state === 'stopped') return 'expired';
  if (coupon.closesAt !== null && now >= coupon.closesAt) return 'expired';
  return now < coupon.opensAt ? 'upcoming' : 'open';
}

/** When the phase will next change by the clock alone, ms; null: only by a word of the host. */
export function couponTurnsAt(coupon: Offer, now: number): number | null {
  const phase = couponPhase(coupon, now);
  // Terms that end at a time may end before the host has opened them.
  if (phase === 'upcoming') return Math.min(coupon.opensAt!, coupon.closesAt ?? Infinity);
  return phase === 'open' ? coupon.closesAt : null;
}
