import type { Claim, ClaimAnswer, Coupon } from '../protocol/index.js';

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

/** When a coupon of these terms closes if it opens at `opensAt`, ms. */
export function couponClosesAt(expires: Coupon['expires'], opensAt: number): number | null {
  if (expires.kind === 'after') return opensAt + expires.minutes * 60_000;
  return expires.kind === 'at' ? expires.at : null;
}

/** This viewer and one coupon. `failed` can be tried again; `code` is a key of the code table. */
export type ClaimState =
  | { status: 'idle' }
  | { status: 'claiming' }
  | { status: 'claimed'; claim: Claim; already: boolean }
  /** Takes part in the draw at `drawsAt`, ms; null: when the host draws. */
  | { status: 'entered'; drawsAt: number | null }
  | { status: 'sold-out' | 'expired' | 'sign-in' }
  | { status: 'not-open'; opensAt: number | null }
  | { status: 'ineligible'; needs: NonNullable<Coupon['conditions']>[number] }
  | { status: 'failed'; code: string };

/** Where the server's answer leaves this viewer. */
export function claimStateOf(answer: ClaimAnswer): ClaimState {
  switch (answer.result) {
    case 'won':
    case 'already': {
      const { couponId, code, at } = answer;
      return { status: 'claimed', claim: { couponId, code, at }, already: answer.result === 'already' };
    }
    case 'not-open':
      return { status: 'not-open', opensAt: answer.opensAt };
    case 'ineligible':
      return { status: 'ineligible', needs: answer.needs };
    case 'entered':
      return { status: 'entered', drawsAt: answer.drawsAt };
    default:
      return { status: answer.result };
  }
}
