import type { WritableAtom } from 'nanostores';
import type { Question } from '../protocol/index.js';
import type { RoomContext } from './room-context.js';
import type { Room } from './room.js';

/** What a viewer does with others' words. */
export const createTalkActions = (
  { transport, join, makeId }: RoomContext,
  $asked: WritableAtom<readonly Question[]>,
): Pick<Room, 'reportComment' | 'joinQuestion' | 'intend'> => ({
  async reportComment(commentId, reason) {
    await join();
    await transport.send({ type: 'comment.report', commentId, reason }, makeId());
  },
  async joinQuestion(questionId) {
    await join();
    const { count } = await transport.send({ type: 'question.join', questionId }, makeId());
    const counted = (one: Question) => (one.id === questionId ? { ...one, count } : one);
    $asked.set($asked.get().map(counted));
    return count;
  },
  async intend(productId) {
    try {
      await join();
      await transport.send({ type: 'product.intent', productId }, makeId());
    } catch {
      // Nobody has asked for it, so nobody needs to know.
    }
  },
});
