import type { Claim, ClaimAnswer, Coupon } from '../protocol/index.js';

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
