import { couponPhase } from '../../core/coupon-phase.js';
import {
  QunError,
  type Claim,
  type ClaimAnswer,
  type Coupon,
  type CouponCondition,
  type RoomState,
} from '../../protocol/index.js';
import type { Viewer } from './viewer.js';

/** Why a new claim is refused whatever the stock; a viewer who already has the coupon is never asked this. */
export type ClaimRefusal = Exclude<ClaimAnswer, { result: 'won' | 'already' }>;

export interface ClaimContext {
  now: number;
  viewer: Viewer;
  /** This viewer has commented in this room. Asked for only where a condition needs it. */
  commented: boolean;
}

export function couponOf(state: RoomState, couponId: string): Coupon {
  const coupon = state.coupons.find(one => one.id === couponId);
  if (coupon) return coupon;
  throw new QunError('coupon-unknown', { detail: `no coupon ${couponId} in this room`, path: 'couponId' });
}

/** All that the room's state says about a claim; what is left of the stock only the store can say. */
export function gateClaim(coupon: Coupon, context: ClaimContext): ClaimRefusal | null {
  for (const condition of coupon.conditions ?? []) {
    const refusal = missing(condition, context);
    if (refusal) return refusal;
  }
  // Sold out is the store's to say: the state may be one event behind.
  const phase = couponPhase({ ...coupon, soldOut: false }, context.now);
  if (phase === 'hidden') return { result: 'not-open', opensAt: null };
  if (phase === 'upcoming') return { result: 'not-open', opensAt: coupon.opensAt };
  return phase === 'expired' ? { result: 'expired' } : null;
}

/** What this viewer has not done yet of what is asked for; null: it is done. */
export function missing(
  condition: CouponCondition,
  { now, viewer, commented }: ClaimContext,
): { result: 'sign-in' } | Extract<ClaimRefusal, { result: 'ineligible' }> | null {
  switch (condition.kind) {
    case 'sign-in':
      return viewer.subject === undefined ? { result: 'sign-in' } : null;
    case 'follow':
    case 'reserve':
      return viewer.did?.includes(condition.kind) ? null : { result: 'ineligible', needs: condition };
    case 'comment':
      return commented ? null : { result: 'ineligible', needs: condition };
    case 'watch': {
      const left = Math.ceil((viewer.since + condition.seconds * 1000 - now) / 1000);
      return left > 0 ? { result: 'ineligible', needs: { kind: 'watch', seconds: left } } : null;
    }
  }
}

/** What the store knows at the moment it decides, inside one transaction. */
export interface ClaimFacts {
  had: Claim | undefined;
  gate: ClaimRefusal | null;
  left: number;
  /** What this viewer gets if there is one left. */
  offer: Claim;
}

/** The order of these lines is the promise: who has it keeps it, whatever has happened since. */
export function settleClaim({ had, gate, left, offer }: ClaimFacts): ClaimAnswer {
  if (had) return { result: 'already', ...had };
  if (gate) return gate;
  if (left <= 0) return { result: 'sold-out' };
  return { result: 'won', ...offer };
}
