import { claimStateOf, type ClaimState } from '../core/coupon-phase.js';
import { turnMs } from '../core/spread.js';
import { QunError } from '../protocol/index.js';
import type { ActionStores } from './actions.js';
import { pause } from './pause.js';
import type { Room } from './room.js';
import type { RoomContext } from './room-context.js';

export function createClaimActions(
  { transport, clock, join, makeId }: RoomContext,
  { $claims, $viewer, $state, $connection }: ActionStores,
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
      const coupon = $state.get()?.coupons.find(one => one.id === couponId);
      const now = clock.now();
      const waitMs = coupon ? turnMs(coupon, now) : 0;
      if (waitMs > 0) {
        set({ status: 'claiming', sendsAt: now + waitMs });
        if (!(await pause(waitMs, $connection))) throw new QunError('network');
        set({ status: 'claiming' });
      }
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
