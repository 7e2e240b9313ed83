import type { ReadableAtom, WritableAtom } from 'nanostores';
import { cleanText, textLength } from '../core/clean-text.js';
import { removeComments, type CommentWindow } from '../core/comment-window.js';
import { addSending, markFailed, markSent } from '../core/own-comments.js';
import { limits, QunError, type Speaker } from '../protocol/index.js';
import type { Room } from './room.js';
import type { RoomContext } from './room-context.js';

/** Shown until the server has said who this viewer is. */
const nobody: Speaker = { id: 'me', role: 'viewer' };

export function createCommentActions(
  { transport, clock, join, makeId }: RoomContext,
  $comments: WritableAtom<CommentWindow>,
  $viewer: ReadableAtom<Speaker | undefined>,
): Pick<Room, 'sendComment' | 'retryComment' | 'discardComment'> {
  const deliver = async (id: string, text: string): Promise<boolean> => {
    $comments.set(addSending($comments.get(), id, $viewer.get() ?? nobody, text, clock.now()));
    try {
      await join();
      const { comment } = await transport.send({ type: 'comment.send', text }, id);
      $comments.set(markSent($comments.get(), id, comment));
      return true;
    } catch (error) {
      const { code, retryAfterMs } = QunError.from(error);
      const retryAt = retryAfterMs === undefined ? undefined : clock.now() + retryAfterMs;
      $comments.set(markFailed($comments.get(), id, code, retryAt));
      return false;
    }
  };
  return {
    async sendComment(raw) {
      const text = cleanText(raw);
      if (text === '') throw new QunError('comment-empty');
      if (textLength(text) > limits.commentLength) throw new QunError('comment-too-long');
      return deliver(makeId(), text);
    },
    async retryComment(id) {
      const line = $comments.get().find(one => one.id === id && one.status === 'failed');
      return line ? deliver(id, line.text) : false;
    },
    discardComment(id) {
      const failed = $comments.get().some(one => one.id === id && one.status === 'failed');
      if (failed) $comments.set(removeComments($comments.get(), [id]));
    },
  };
}
