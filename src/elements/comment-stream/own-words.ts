import type { ShownLine } from '../../core/comment-pace.js';
import { removeComments, type CommentLine, type CommentWindow } from '../../core/comment-window.js';
import { addSending, markFailed, markSent } from '../../core/own-comments.js';
import type { Accepted } from '../../events/qun-send-message-event.js';
import { isCode, type Comment } from '../../protocol/index.js';

/** How far back a page's own comments are looked at for ours. */
const TAIL = 300;

/** This viewer's words where the page sends them rather than a room: from the tap until the page shows them itself. */
export class OwnWords {
  readonly #changed: () => void;
  readonly #now: () => number;
  #lines: CommentWindow = [];
  readonly #adopted = new Set<string>();

  constructor(changed: () => void, now: () => number) {
    this.#changed = changed;
    this.#now = now;
  }

  has(id: string): boolean {
    return this.#lines.some(line => line.id === id);
  }

  /** Shows `words` until `answer` settles; resolves to the line as it then stands. A failed line is tried again by its id. */
  async send(words: Comment, answer: Promise<Accepted>): Promise<CommentLine | undefined> {
    const { id } = words;
    this.#set(addSending(this.#lines, words));
    try {
      const comment: Comment & { held?: boolean } = (await answer) ?? words;
      this.#set(markSent(this.#lines, id, comment, comment.held));
    } catch (error) {
      const { code, retryAfterMs } = Object(error) as { code?: unknown; retryAfterMs?: unknown };
      const retryAt = typeof retryAfterMs === 'number' ? this.#now() + retryAfterMs : undefined;
      this.#set(markFailed(this.#lines, id, isCode(code) ? code : 'internal', retryAt));
    }
    return this.#lines.find(line => line.id === id || line.key === id);
  }

  discard(id: string): void {
    this.#set(removeComments(this.#lines, [id]));
  }

  /** `comments` with our words: in place where the page has them already, else last. What the page takes back, goes. */
  merge(comments: readonly ShownLine[]): readonly ShownLine[] {
    if (this.#lines.length === 0) return comments;
    const tail = comments.slice(-TAIL);
    const there = new Set(tail.map(line => line.id));
    for (const { id } of this.#lines) if (there.has(id)) this.#adopted.add(id);
    this.#lines = this.#lines.filter(({ id }) => there.has(id) || !this.#adopted.has(id));
    const own = new Map(this.#lines.map(line => [line.id, line]));
    return [
      ...tail.map(line => own.get(line.id) ?? line),
      ...this.#lines.filter(line => !there.has(line.id)),
    ];
  }

  #set(lines: CommentWindow): void {
    this.#lines = lines;
    this.#changed();
  }
}
