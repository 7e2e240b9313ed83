import type { WritableAtom } from 'nanostores';
import { limits, QunError } from '../protocol/index.js';
import type { RoomContext } from './room-context.js';
import type { Room } from './room.js';

/** What a viewer gives a room without words. */
export function createReactionActions(
  { transport, join, makeId }: RoomContext,
  $likes: WritableAtom<number>,
): Pick<Room, 'react'> {
  /** May have been counted, and only the answer lost: the same again goes under the same key. */
  let unsure: { count: number; key: string } | undefined;
  return {
    async react(wanted) {
      const count = Math.min(wanted, limits.reactions);
      if (!(count >= 1)) return $likes.get();
      await join();
      const key = unsure?.count === count ? unsure.key : makeId();
      unsure = undefined;
      try {
        const { likes } = await transport.send({ type: 'reaction.send', kind: 'like', count }, key);
        if (likes > $likes.get()) $likes.set(likes);
        return likes;
      } catch (cause) {
        const error = QunError.from(cause);
        if (error.temporary) unsure = { count, key };
        throw error;
      }
    },
  };
}
