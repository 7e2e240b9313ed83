import type { Coupon } from '../protocol/index.js';
import type { ClaimState } from './coupon-phase.js';
import { couponStanding, type CouponStanding } from './coupon-standing.js';
import { sha256 } from './sha256.js';

/** A draw worked out again by what everybody was told of it. */
export interface DrawCheck {
  /** This viewer's number, hex; undefined: it is not known who they are. */
  number: string | undefined;
  /** It is among the winning ones. */
  won: boolean;
  /** The seed is the one that was fixed before the draw opened. */
  fair: boolean;
}

/** Undefined: it has not been drawn. */
export function checkDraw({ commit, drawn }: Coupon, viewerId: string | undefined): DrawCheck | undefined {
  if (!drawn) return undefined;
  const number = viewerId === undefined ? undefined : sha256(`${drawn.seed}:${viewerId}`);
  return {
    number,
    won: number !== undefined && number <= drawn.cutoff,
    fair: commit !== undefined && sha256(drawn.seed) === commit,
  };
}

/** As `couponStanding`, of a coupon that is drawn. `viewerId`: who looks at it. */
export function drawStanding(
  coupon: Coupon,
  now: number,
  claim: ClaimState | undefined,
  toldAt: number,
  viewerId: string | undefined,
): CouponStanding {
  const plain = couponStanding(coupon, now, claim, toldAt);
  if (plain.kind === 'claimed' || plain.kind === 'claiming' || plain.kind === 'hidden') return plain;
  const entered = claim?.status === 'entered';
  if (coupon.drawn) {
    if (claim?.status === 'sold-out') return { kind: 'lost' };
    const check = entered ? checkDraw(coupon, viewerId) : undefined;
    if (claim?.status === 'failed' && checkDraw(coupon, viewerId)!.won) return { kind: 'won' };
    if (check?.number === undefined) return { kind: 'drawn' };
    return { kind: check.won ? 'won' : 'lost' };
  }
  if (!entered || plain.kind === 'upcoming') return plain;
  if (plain.kind === 'expired') return { kind: 'drawing' };
  return { kind: 'entered', drawsAt: coupon.closesAt ?? claim.drawsAt };
}
