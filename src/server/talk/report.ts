import { QunError, type ParsedCommand } from '../../protocol/index.js';
import { speakerOf, type Viewer } from '../room/viewer.js';
import type { RoomStore } from '../store/room-store.js';
import type { Talk } from './talk.js';

/** Told to staff: the first few, then 10, 20, 50, 100 … so that a crowd fills no log. */
const noteworthy = (count: number) => count <= 3 || /^[125]0*$/.test(String(count));

/** A viewer says that a comment should not stand. Counts once for each. Throws `comment-unknown`. */
export async function report(
  { id: room, talk }: { id: string; talk: Talk },
  store: RoomStore,
  viewer: Viewer,
  { commentId, reason }: Extract<ParsedCommand, { type: 'comment.report' }>,
): Promise<void> {
  const found = await store.commentOf(room, commentId);
  if (!found || found.standing === 'held' || found.standing === 'shadow') {
    throw new QunError('comment-unknown', {
      detail: `no comment ${commentId} in this room`,
      path: 'commentId',
    });
  }
  const { comment, standing } = found;
  if (standing === 'hidden') return;
  const count = await store.count(room, `reports ${commentId}`, viewer.id);
  if (!noteworthy(count)) return;
  const by = speakerOf(viewer);
  await talk.staff.write(({ told }) =>
    (told.get(commentId) ?? 0) >= count
      ? undefined
      : { type: 'comment.report', data: { comment, reason, count, by } },
  );
}
