import type { Claim, ClaimAnswer } from '../../protocol/index.js';
import type { Answered, ClaimRequest } from './receipt.js';

export interface RedeemRequest {
  room: string;
  code: string;
  orderId: string;
  at: number;
}

/** `redeemed`: now, or by this order before. `used`: by another order. */
export interface Redemption {
  result: 'redeemed' | 'used';
  claim: Claim;
  viewer: string;
  subject: string | undefined;
  at: number;
}

/** The outcome of a draw, as whoever holds it has reckoned it. */
export interface DrawRequest {
  room: string;
  couponId: string;
  /** Some of the entries, each with the code it gets. */
  winners: readonly { viewer: string; code: string }[];
  /** How many took part. */
  entries: number;
  seed: string;
  cutoff: string;
  at: number;
}

export interface CouponStore {
  /** Throws `code-unknown`. */
  redeem(request: RedeemRequest): Promise<Redemption>;
  /**
   * Takes part in a draw, once for a viewer: who does already is told so whatever `gate` says. After the draw the answer
   * is `already` or `sold-out`. The same key answers the same.
   */
  enter(request: ClaimRequest, drawsAt: number | null): Promise<Answered<ClaimAnswer>>;
  /** All who take part, in the order of their ids. */
  entries(room: string, couponId: string): Promise<{ viewer: string; subject: string | undefined }[]>;
  /** Coupons whose draw this viewer takes or took part in, in the order of their ids. */
  entered(room: string, viewer: string): Promise<string[]>;
  /**
   * Gives `winners` what they have drawn and appends `coupon.drawn`, once for a coupon (`drawn`, also when it was before)
   * and only if the entries are still `entries` many and there are coupons enough; otherwise `conflict`, and the caller
   * decides anew.
   */
  draw(request: DrawRequest): Promise<'drawn' | 'conflict'>;
}

/** What the room's log says of a draw. */
export const drawnEvent = ({ couponId, seed, entries, cutoff }: DrawRequest) => ({
  type: 'coupon.drawn',
  data: { couponId, seed, entries, cutoff },
});
