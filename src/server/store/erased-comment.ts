import type { Comment, Speaker } from '../../protocol/index.js';
import { guestNumber } from '../room/viewer.js';

/** The comment without the person `viewer`: said, or answered, by a guest whom nobody knows. */
export function erasedComment(comment: Comment, viewer: string, other: string): Comment {
  const hidden = (from: Speaker): Speaker =>
    from.id === viewer ? { id: other, role: from.role, guest: guestNumber(other) } : from;
  const { from, replyTo } = comment;
  return {
    ...comment,
    from: hidden(from),
    ...(replyTo && { replyTo: { ...replyTo, from: hidden(replyTo.from) } }),
  };
}
