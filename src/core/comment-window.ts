import type { Code, Comment, Speaker } from '../protocol/index.js';

/** A line on this viewer's screen. Own lines are there at once, and `sending` until the server has accepted them. */
export interface CommentLine extends Comment {
  own: boolean;
  status: 'sending' | 'sent' | 'failed';
  /** Why it failed. */
  code?: Code;
  /** Sent before this it would be refused again, ms on the server's clock. */
  retryAt?: number;
  /** Stays while `id` goes from provisional to the server's, so that a screen keeps the line. Absent: `id`. */
  key?: string;
}

/** The newest lines, oldest first. Never more than `LINES`; own words are not pushed out by a flood while unsent. */
export type CommentWindow = readonly CommentLine[];

const LINES = 200;

const bound = (lines: CommentLine[]): CommentWindow => {
  if (lines.length <= LINES) return lines;
  const spare = lines.length - LINES;
  return lines.filter((line, index) => index >= spare || line.status !== 'sent');
};

/** Adds comments of others (and echoes of our own), each once, without those taken down. */
export function mergeComments(
  lines: CommentWindow,
  comments: readonly Comment[],
  redacted: readonly string[] = [],
): CommentWindow {
  const known = new Set([...lines.map(line => line.id), ...redacted]);
  const fresh = comments.filter(comment => !known.has(comment.id) && known.add(comment.id));
  if (fresh.length === 0) return lines;
  return bound([
    ...lines,
    ...fresh.map((comment): CommentLine => ({ ...comment, own: false, status: 'sent' })),
  ]);
}

/** Shows own words before the server has them. `id` is provisional: the idempotency key of the command. */
export function addSending(
  lines: CommentWindow,
  id: string,
  from: Speaker,
  text: string,
  at: number,
): CommentWindow {
  return bound([
    ...lines.filter(line => line.id !== id),
    { id, from, text, at, own: true, status: 'sending' },
  ]);
}

/** The server has accepted it; it keeps its place, and an echo that came by the feed first is dropped. */
export function markSent(lines: CommentWindow, id: string, comment: Comment): CommentWindow {
  return lines
    .filter(line => line.id !== comment.id)
    .map(line => (line.id === id ? { ...comment, own: true, status: 'sent', key: id } : line));
}

export function markFailed(lines: CommentWindow, id: string, code: Code, retryAt?: number): CommentWindow {
  const why = retryAt === undefined ? { code } : { code, retryAt };
  return lines.map(line => (line.id === id ? { ...line, ...why, status: 'failed' } : line));
}

export function removeComments(lines: CommentWindow, ids: readonly string[]): CommentWindow {
  const gone = new Set(ids);
  return lines.some(line => gone.has(line.id)) ? lines.filter(line => !gone.has(line.id)) : lines;
}
