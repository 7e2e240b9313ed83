import { mannerOf, type FaultWish, type Target } from './fault.js';

/** What is asked for, as far as faults care. */
export interface Asked {
  target: Exclude<Target, 'all'>;
  rendition?: string | undefined;
  /** Number of the segment; undefined for anything else. */
  n?: number | undefined;
  /** Which part of it; undefined: the whole. */
  part?: number | undefined;
}

/** A fault that has been commanded, until it is over or lifted. Times are ms since 1970. */
export class ActiveFault {
  readonly from: number;
  readonly until: number;
  readonly #segments = new Set<number>();
  readonly #limit: number;
  #hits = 0;

  constructor(
    readonly id: number,
    readonly wish: FaultWish,
    now: number,
  ) {
    const { event, segments } = mannerOf(wish.kind);
    this.from = now;
    this.until = event ? now : wish.seconds === undefined ? Infinity : now + wish.seconds * 1000;
    this.#limit = wish.times ?? segments ?? Infinity;
  }

  get on(): Target {
    return this.wish.on ?? mannerOf(this.wish.kind).on;
  }

  get status(): number | undefined {
    return this.wish.status ?? mannerOf(this.wish.kind).status;
  }

  /** It still befalls requests, or may. */
  lasts(now: number): boolean {
    return now < this.until && (this.#bySegment || this.#hits < this.#limit);
  }

  /** Whether it befalls this request; if so, it has happened once more. */
  befalls(asked: Asked, now: number): boolean {
    if (!this.lasts(now) || !this.#concerns(asked)) return false;
    if (this.#bySegment) {
      if (asked.n === undefined) return false;
      if (!this.#segments.has(asked.n) && this.#segments.size >= this.#limit) return false;
      this.#segments.add(asked.n);
    }
    this.#hits += 1;
    return true;
  }

  #concerns({ target, rendition }: Asked): boolean {
    const { on } = this;
    return (
      (on === 'all' || on === target) &&
      (this.wish.rendition === undefined || this.wish.rendition === rendition)
    );
  }

  toJSON() {
    const { id, wish, from, until } = this;
    return { id, ...wish, on: this.on, from, until: Number.isFinite(until) ? until : null, hits: this.#hits };
  }

  get #bySegment(): boolean {
    return mannerOf(this.wish.kind).segments !== undefined;
  }
}
