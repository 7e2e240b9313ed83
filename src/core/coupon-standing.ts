import type { Claim, Coupon, CouponCondition } from '../protocol/index.js';
import { couponPhase, couponTurnsAt, type ClaimState } from './coupon-phase.js';
import { stillNeeds } from './still-needs.js';

const HOUR_MS = 3_600_000;

/** What one viewer is shown of one coupon: where it stands for everybody, and where they stand with it. */
export type CouponStanding =
  /** `queued`: what was tapped in the rush of the opening waits for its turn. */
  | { kind: 'hidden' | 'queued' | 'claiming' | 'sold-out' | 'expired' | 'sign-in' }
  /** Of a draw, for who takes part: when it is drawn, ms (null: when the host draws); or what has come of it. */
  | { kind: 'entered'; drawsAt: number | null }
  /** `drawn`: others took part. */
  | { kind: 'drawing' | 'won' | 'lost' | 'drawn' }
  | { kind: 'upcoming'; opensAt: number }
  | { kind: 'open'; closesAt: number | null }
  | { kind: 'claimed'; claim: Claim; already: boolean }
  /** For `watch`: the seconds still to go at this moment. */
  | { kind: 'ineligible'; needs: CouponCondition }
  | { kind: 'failed'; code: string };

/**
 * The standing at server time `now`. `toldAt` is when `claim` was heard: a refusal counts for the opening it was given
 * in, and what has been watched since is taken off. A code once won is shown whatever becomes of the coupon.
 */
export function couponStanding(
  coupon: Coupon,
  now: number,
  claim: ClaimState = { status: 'idle' },
  toldAt = now,
): CouponStanding {
  if (claim.status === 'claimed') return { kind: 'claimed', claim: claim.claim, already: claim.already };
  if (claim.status === 'claiming') return { kind: 'claiming' };
  const phase = couponPhase(coupon, now);
  if (phase === 'upcoming') return { kind: phase, opensAt: coupon.opensAt! };
  if (phase !== 'open') return { kind: phase };
  const open = { kind: phase, closesAt: coupon.closesAt };
  if (coupon.opensAt! > toldAt) return open;
  switch (claim.status) {
    case 'sold-out':
    case 'expired':
    case 'sign-in':
      return { kind: claim.status };
    case 'failed':
      return { kind: 'failed', code: claim.code };
    case 'not-open':
      return claim.opensAt !== null && claim.opensAt > now
        ? { kind: 'upcoming', opensAt: claim.opensAt }
        : open;
    case 'ineligible': {
      const needs = stillNeeds(claim.needs, now, toldAt);
      return needs ? { kind: 'ineligible', needs } : open;
    }
    default:
      return open;
  }
}

/** When the standing will next change by the clock alone, ms; null: only by a word of the server. */
export function standingTurnsAt(coupon: Coupon, standing: CouponStanding, now: number): number | null {
  switch (standing.kind) {
    case 'upcoming':
      return standing.opensAt;
    case 'ineligible':
      return standing.needs.kind === 'watch'
        ? now + standing.needs.seconds * 1000
        : couponTurnsAt(coupon, now);
    case 'claimed':
    case 'claiming':
      return null;
    default: {
      const turn = couponTurnsAt(coupon, now);
      // An hour before it closes the time gives way to a countdown.
      return turn !== null && turn - now > HOUR_MS ? turn - HOUR_MS : turn;
    }
  }
}

/** True while seconds are shown, so that the words change every second. */
export function standingTicks(standing: CouponStanding, now: number): boolean {
  if (standing.kind === 'open') return closesSoon(standing.closesAt, now);
  return standing.kind === 'upcoming' || (standing.kind === 'ineligible' && standing.needs.kind === 'watch');
}

/** Closes within the hour: counted down rather than given as a time. */
export function closesSoon(closesAt: number | null, now: number): boolean {
  return closesAt !== null && closesAt - now <= HOUR_MS;
}
