import type { Comment } from '../../protocol/index.js';
import { isQuestion } from './question-text.js';

/** Who goes first where not all can be carried; the first of these that holds. */
export const CLASSES = ['host', 'assistant', 'answer', 'question', 'answered', 'signed-in', 'other'] as const;

/** Place of a comment in `CLASSES`. `answered`: ids that another comment answers to. */
export function classOf(comment: Comment, answered: ReadonlySet<string>): number {
  const { from, replyTo, text, id } = comment;
  if (from.role === 'host') return 0;
  if (from.role === 'assistant') return 1;
  if (replyTo) return 2;
  if (comment.productId !== undefined || isQuestion(text)) return 3;
  if (answered.has(id)) return 4;
  return from.id.startsWith('u-') ? 5 : 6;
}

/**
 * At most `most` of `comments`, in the order they were said: by class, and within the class that does not find room as
 * a whole by lot, so that it is nobody's turn more than another's. The lot is drawn from the id, which the server has
 * made up by chance: every process draws the same, however the comments came in.
 */
export function sample(comments: readonly Comment[], most: number): Comment[] {
  if (comments.length <= most) return [...comments];
  const answered = new Set(comments.flatMap(({ replyTo }) => (replyTo ? [replyTo.id] : [])));
  const ranked = comments.map((comment, index) => ({
    index,
    rank: classOf(comment, answered),
    lot: lotOf(comment.id),
  }));
  ranked.sort((a, b) => a.rank - b.rank || a.lot - b.lot || a.index - b.index);
  return ranked
    .slice(0, most)
    .sort((a, b) => a.index - b.index)
    .map(({ index }) => comments[index]!);
}

/** 32 bits that every bit of the id has a say in (FNV-1a, and the finish of MurmurHash 3). */
export function lotOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
