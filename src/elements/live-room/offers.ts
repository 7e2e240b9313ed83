import { couponPhase } from '../../core/coupon-phase.js';
import type { Coupon, RoomState, Sale } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';

/** More than this at the picture's edge would reach the host's face. */
const OFFERS = 3;

/** What opens and closes: flash sales before coupons, since there is less of them. */
export const offersOf = ({ sales, coupons }: RoomState): (Sale | Coupon)[] => [...sales, ...coupons];

/**
 * The offers to float over the picture at server time `now`: what is open, or this viewer waits for or has to pay for, then
 * what opens next.
 */
export function floatingOffers<T extends Sale | Coupon>(
  offers: readonly T[],
  now: number,
  room: Room | undefined,
): T[] {
  const [claims, holds] = [room?.$claims.get(), room?.$holds.get()];
  const open = offers.filter(
    offer =>
      couponPhase(offer, now) === 'open' ||
      claims?.[offer.id]?.status === 'entered' ||
      holds?.[offer.id]?.status === 'held',
  );
  const upcoming = offers
    .filter(offer => couponPhase(offer, now) === 'upcoming')
    .sort((a, b) => (a.opensAt ?? 0) - (b.opensAt ?? 0));
  return [...open, ...upcoming].slice(0, OFFERS);
}

/** Every offer the host has sent so far, whatever has become of it. */
export function sentOffers<T extends Sale | Coupon>(offers: readonly T[], now: number): T[] {
  return offers.filter(offer => couponPhase(offer, now) !== 'hidden');
}
