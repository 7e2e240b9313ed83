import type { WritableAtom } from 'nanostores';
import { claimStateOf, type ClaimState } from '../core/coupon-phase.js';
import { QunError } from '../protocol/index.js';
import type { Room } from './room.js';
import type { RoomContext } from './room-context.js';

type Claims = Readonly<Record<string, ClaimState>>;

export function createClaimActions(
  { transport, join, makeId }: RoomContext,
  $claims: WritableAtom<Claims>,
): Pick<Room, 'claimCoupon'> {
  const pending = new Map<string, Promise<ClaimState>>();
  // A failed claim is tried again under its own key: it may have been granted and only the answer lost.
  const keys = new Map<string, string>();

  const claim = async (couponId: string): Promise<ClaimState> => {
    const before = $claims.get()[couponId];
    if (before?.status === 'claimed') return before;
    const set = (state: ClaimState) => {
      $claims.set({ ...$claims.get(), [couponId]: state });
      return state;
    };
    set({ status: 'claiming' });
    try {
      const session = await join();
      const held = session.claims.find(one => one.couponId === couponId);
      if (held) return set({ status: 'claimed', claim: held, already: true });
      const key = keys.get(couponId) ?? makeId();
      keys.set(couponId, key);
      const answer = await transport.send({ type: 'coupon.claim', couponId }, key);
      keys.delete(couponId);
      return set(claimStateOf(answer));
    } catch (error) {
      return set({ status: 'failed', code: QunError.from(error).code });
    }
  };

  return {
    claimCoupon(couponId) {
      let promise = pending.get(couponId);
      if (!promise) {
        promise = claim(couponId).finally(() => pending.delete(couponId));
        pending.set(couponId, promise);
      }
      return promise;
    },
  };
}
