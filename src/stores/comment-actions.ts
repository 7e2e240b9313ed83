import type { ReadableAtom, WritableAtom } from 'nanostores';
import { cleanText, textLength } from '../core/clean-text.js';
import { removeComments, type CommentWindow } from '../core/comment-window.js';
import { addSending, markFailed, markSent } from '../core/own-comments.js';
import { quoteOf } from '../core/quote.js';
import { limits, QunError, type Comment, type Speaker } from '../protocol/index.js';
import type { Room } from './room.js';
import type { RoomContext } from './room-context.js';

type Words = Pick<Comment, 'id' | 'text' | 'replyTo' | 'productId'>;

/** Shown until the server has said who this viewer is. */
const nobody: Speaker = { id: 'me', role: 'viewer' };

export function createCommentActions(
  { transport, clock, join, makeId }: RoomContext,
  $comments: WritableAtom<CommentWindow>,
  $viewer: ReadableAtom<Speaker | undefined>,
): Pick<Room, 'sendComment' | 'retryComment' | 'discardComment'> {
  const deliver = async ({ id, text, replyTo, productId }: Words): Promise<boolean> => {
    const from = $viewer.get() ?? nobody;
    const words = { id, from, text, at: clock.now(), replyTo, productId };
    $comments.set(addSending($comments.get(), words));
    try {
      await join();
      const about = { ...(replyTo && { replyTo: replyTo.id }), ...(productId && { productId }) };
      const { comment, held } = await transport.send({ type: 'comment.send', text, ...about }, id);
      $comments.set(markSent($comments.get(), id, comment, held));
      return true;
    } catch (error) {
      const { code, retryAfterMs } = QunError.from(error);
      const retryAt = retryAfterMs === undefined ? undefined : clock.now() + retryAfterMs;
      $comments.set(markFailed($comments.get(), id, code, retryAt));
      return false;
    }
  };
  return {
    async sendComment(raw, { replyTo, productId } = {}) {
      const text = cleanText(raw);
      if (text === '') throw new QunError('comment-empty');
      if (textLength(text) > limits.commentLength) throw new QunError('comment-too-long');
      const quoted = $comments.get().find(line => line.id === replyTo);
      return deliver({ id: makeId(), text, replyTo: quoted && quoteOf(quoted), productId });
    },
    async retryComment(id) {
      const line = $comments.get().find(one => one.id === id && one.status === 'failed');
      return line ? deliver(line) : false;
    },
    discardComment(id) {
      const failed = $comments.get().some(one => one.id === id && one.status === 'failed');
      if (failed) $comments.set(removeComments($comments.get(), [id]));
    },
  };
}
