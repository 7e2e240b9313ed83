import { SEGMENT_COMMENTS, type Comment, type Happening } from '../../protocol/index.js';
import { sample } from '../talk/sample.js';

/** What was heard in a tick, as the feed says it. */
export interface Heard {
  comments: readonly Comment[];
  more: number;
  happened?: readonly Happening[] | undefined;
}

/** What of a window is carried in its segment beside the log. */
export interface Murmur {
  comments: Comment[];
  more: number;
  happened?: Happening[];
}

interface Window {
  comments: Map<string, Comment>;
  more: number;
  happened: Map<string, Happening>;
}

export interface MurmursOptions {
  durationMs: number;
  /** A comment belongs to the window in which it is this old, ms: it has reached every process by then. */
  lagMs: number;
}

/** Windows held for whoever builds late. */
const HELD = 20;

/** Gathers what the ticks say into windows by the comments' own time, so that all processes divide them alike. */
export class Murmurs {
  readonly #options: MurmursOptions;
  readonly #windows = new Map<number, Window>();
  /** The newest window that is closed: what comes later goes into the next one. */
  #closed = -Infinity;

  constructor(options: MurmursOptions) {
    this.#options = options;
  }

  /** Something was said for the window `n`. */
  has(n: number): boolean {
    return this.#windows.has(n);
  }

  /** A tick at server time `now`, ms; undefined: nothing new. */
  hear(heard: Heard | undefined, now: number): void {
    if (!heard) return;
    for (const comment of heard.comments) this.#of(comment.at).comments.set(comment.id, comment);
    if (heard.more > 0) this.#of(now).more += heard.more;
    for (const one of heard.happened ?? []) {
      const { happened } = this.#of(now);
      const name = `${one.kind} ${one.productId ?? ''}`;
      happened.set(name, { ...one, count: one.count + (happened.get(name)?.count ?? 0) });
    }
  }

  hide(ids: readonly string[]): void {
    for (const { comments } of this.#windows.values()) for (const id of ids) comments.delete(id);
  }

  /** What there is of the window `n`, in the order it was said. */
  of(n: number): Murmur {
    const window = this.#windows.get(n);
    if (!window) return { comments: [], more: 0 };
    const all = [...window.comments.values()].sort((a, b) => a.at - b.at);
    const comments = sample(all, SEGMENT_COMMENTS);
    const happened = [...window.happened.values()];
    const more = window.more + all.length - comments.length;
    return { comments, more, ...(happened.length > 0 && { happened }) };
  }

  /** The window `n` has gone out with these comments. What was missing there, though there was room, goes on to the next. */
  close(n: number, { comments, more }: { comments: readonly Comment[]; more: number }): void {
    const late = [...(this.#windows.get(n)?.comments.values() ?? [])];
    this.#windows.delete(n);
    this.#closed = Math.max(n, this.#closed);
    if (more > 0) return;
    const sent = new Set(comments.map(({ id }) => id));
    for (const comment of late)
      if (!sent.has(comment.id)) this.#of(comment.at).comments.set(comment.id, comment);
  }

  #of(at: number): Window {
    const { durationMs, lagMs } = this.#options;
    const n = Math.max(Math.floor((at + lagMs) / durationMs), this.#closed + 1);
    let window = this.#windows.get(n);
    if (!window) {
      window = { comments: new Map(), more: 0, happened: new Map() };
      this.#windows.set(n, window);
      for (const oldest of [...this.#windows.keys()].sort((a, b) => a - b)) {
        if (this.#windows.size <= HELD) break;
        this.#windows.delete(oldest);
      }
    }
    return window;
  }
}
