import type { Code, Comment } from '../protocol/index.js';
import { bound, type CommentLine, type CommentWindow } from './comment-window.js';

// In a file of its own: only who has something to say needs it, so that a page's first file leaves it out.

/** Shows own words before the server has them. Their id is provisional: the idempotency key of the command. */
export function addSending(lines: CommentWindow, words: Comment): CommentWindow {
  return bound([...lines.filter(line => line.id !== words.id), { ...words, own: true, status: 'sending' }]);
}

/**
 * The server has accepted it; it keeps its place, and an echo that came by the feed first is dropped. `held`: staff have
 * to let it in.
 */
export function markSent(lines: CommentWindow, id: string, comment: Comment, held = false): CommentWindow {
  const sent: CommentLine = { ...comment, own: true, status: 'sent', key: id, ...(held && { held }) };
  // Its line may be gone: the echo of a retry has taken its place already.
  if (!lines.some(line => line.id === id))
    return lines.map(line => (line.id === comment.id ? { ...line, own: true } : line));
  return bound(
    lines
      .filter(line => line.id === id || line.id !== comment.id)
      .map(line => (line.id === id ? sent : line)),
  );
}

export function markFailed(lines: CommentWindow, id: string, code: Code, retryAt?: number): CommentWindow {
  const why = retryAt === undefined ? { code } : { code, retryAt };
  return lines.map(line => (line.id === id ? { ...line, ...why, status: 'failed' } : line));
}
