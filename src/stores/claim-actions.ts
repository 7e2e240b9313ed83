import type { ReadableAtom, WritableAtom } from 'nanostores';
import { claimStateOf, type ClaimState } from '../core/coupon-phase.js';
import { QunError, type Speaker } from '../protocol/index.js';
import type { Room } from './room.js';
import type { RoomContext } from './room-context.js';

type Claims = Readonly<Record<string, ClaimState>>;

export function createClaimActions(
  { transport, join, makeId }: RoomContext,
  $claims: WritableAtom<Claims>,
  $viewer: ReadableAtom<Speaker | undefined>,
): Pick<Room, 'claimCoupon'> {
  const pending = new Map<string, Promise<ClaimState>>();
  // A failed claim is tried again under its own key: it may have been granted and only the answer lost.
  const keys = new Map<string, string>();

  const claimed = (couponId: string) => {
    const state = $claims.get()[couponId];
    return state?.status === 'claimed' ? state : undefined;
  };

  const send = async (couponId: string): Promise<ClaimState> => {
    const wish = `${$viewer.get()?.id} ${couponId}`;
    const key = keys.get(wish) ?? makeId();
    keys.set(wish, key);
    try {
      const answer = await transport.send({ type: 'coupon.claim', couponId }, key);
      keys.delete(wish);
      return claimStateOf(answer);
    } catch (cause) {
      const { code, temporary } = QunError.from(cause);
      if (!temporary) keys.delete(wish);
      return { status: 'failed', code };
    }
  };

  const claim = async (couponId: string): Promise<ClaimState> => {
    const set = (state: ClaimState) => {
      $claims.set({ ...$claims.get(), [couponId]: state });
      return state;
    };
    const before = claimed(couponId);
    if (before) return before;
    set({ status: 'claiming' });
    try {
      await join();
    } catch (cause) {
      return set({ status: 'failed', code: QunError.from(cause).code });
    }
    // Joining may have told that it is this viewer's already.
    const held = claimed(couponId);
    if (held) return held;
    const who = $viewer.get()?.id;
    const state = await send(couponId);
    // An answer to somebody who has signed in as another since is not this viewer's.
    return who === $viewer.get()?.id ? set(state) : state;
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
