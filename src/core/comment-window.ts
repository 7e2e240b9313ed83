import type { Code, Comment } from '../protocol/index.js';

/** A line on this viewer's screen. Own lines are there at once, and `sending` until the server has accepted them. */
export interface CommentLine extends Comment {
  own: boolean;
  status: 'sending' | 'sent' | 'failed';
  /** Why it failed. */
  code?: Code;
  /** Sent before this it would be refused again, ms on the server's clock. */
  retryAt?: number;
  /** Staff have to let it in first; until then only its author sees it. */
  held?: boolean;
  /** Stays while `id` goes from provisional to the server's, so that a screen keeps the line. Absent: `id`. */
  key?: string;
}

/** The newest lines, oldest first: `LINES` of them, and before these own words that a flood would push out unsent. */
export type CommentWindow = readonly CommentLine[];

const LINES = 200;

/** The newest of them, and own words that are not sent. */
export const bound = (lines: CommentWindow): CommentWindow => {
  if (lines.length <= LINES) return lines;
  const spare = lines.length - LINES;
  return lines.filter((line, index) => index >= spare || line.status !== 'sent');
};

/** Codes after which a comment may have arrived all the same: only the answer was lost. */
const uncertain: readonly (Code | undefined)[] = ['network', 'timeout', 'internal'];

/**
 * Adds comments from the feed, each once, without those taken down. Those of `me` are own: one that failed on the way
 * back, and is here now, has arrived; one that was held has been let in.
 */
export function mergeComments(
  lines: CommentWindow,
  comments: readonly Comment[],
  redacted: Iterable<string> = [],
  me?: string,
): CommentWindow {
  const known = new Set(redacted);
  for (const { id, held } of lines) if (!held) known.add(id);
  const fresh = comments.filter(comment => !known.has(comment.id) && known.add(comment.id));
  if (fresh.length === 0) return lines;
  const result = [...lines];
  for (const comment of fresh) {
    const line: CommentLine = { ...comment, own: comment.from.id === me, status: 'sent' };
    const lost = line.own ? result.findIndex(old => isLost(old, comment)) : -1;
    if (lost < 0) result.push(line);
    else result[lost] = { ...line, key: result[lost]!.key ?? result[lost]!.id };
  }
  return bound(result);
}

const isLost = (line: CommentLine, { id, text }: Comment) =>
  line.id === id ||
  (line.own && line.status === 'failed' && line.text === text && uncertain.includes(line.code));

export function removeComments(lines: CommentWindow, ids: readonly string[]): CommentWindow {
  const gone = new Set(ids);
  return lines.some(line => gone.has(line.id)) ? lines.filter(line => !gone.has(line.id)) : lines;
}
