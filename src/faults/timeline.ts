/** One segment of the stream. `n` counts segments since 1970, and is its name whatever happens to the stream. */
export interface Slot {
  readonly n: number;
  readonly sequence: number;
  /** It does not follow from the one before. */
  readonly discontinuity: boolean;
  /** The `n` at which decode times are 0. */
  readonly zero: number;
  /** Coded otherwise than the stream began: with another rendition's codec. */
  readonly swapped: boolean;
}

/** A part of the stream made in one go: `n` from `from` on, until the next stretch or `to`. */
interface Stretch {
  readonly from: number;
  to: number;
  readonly sequence: number;
  readonly zero: number;
  readonly swapped: boolean;
  /** Made by a packager that knows nothing of what was before. */
  readonly fresh: boolean;
}

/** Which segments there are, and how they are numbered: an endless stream, and what an encoder or a packager does to it. */
export class Timeline {
  readonly #stretches: Stretch[] = [
    { from: 0, to: Infinity, sequence: 0, zero: 0, swapped: false, fresh: true },
  ];

  /** The newest `count` segments of those up to `last`, oldest first. */
  window(last: number, count: number): Slot[] {
    const found: Slot[] = [];
    for (let i = this.#stretches.length - 1; i >= 0; i -= 1) {
      const stretch = this.#stretches[i]!;
      if (stretch.from > last) continue;
      for (let n = Math.min(last, stretch.to - 1); n >= stretch.from; n -= 1) {
        if (found.length === count) return found.reverse();
        found.push(slot(stretch, n));
      }
      if (stretch.fresh && found.length > 0) break;
    }
    return found.reverse();
  }

  /** The segment `n`; undefined where the encoder made none. */
  slot(n: number): Slot | undefined {
    const stretch = this.#stretches.find(({ from, to }) => n >= from && n < to);
    return stretch && slot(stretch, n);
  }

  /** Discontinuities that have left the playlist which begins with `first`. */
  discontinuitySequence(first: Slot): number {
    let count = 0;
    for (const { from, fresh } of this.#stretches) {
      if (from > first.n) break;
      count = fresh ? 0 : count + 1;
    }
    return first.discontinuity ? count - 1 : count;
  }

  /** The packager restarts: numbers, decode times and the playlist begin anew with `n`. */
  restart(n: number): void {
    this.#begin({ from: n, sequence: 0, zero: n, fresh: true });
  }

  /** The encoder restarts: a discontinuity before `n`, and decode times from 0. */
  discontinuity(n: number): void {
    this.#begin({ from: n, zero: n });
  }

  /** The encoder makes nothing from `n` on for `count` segments, then goes on behind a discontinuity. */
  drop(n: number, count: number): void {
    this.#begin({ from: n + count }, n);
  }

  /** From `n` on another codec, or the first one again. */
  swap(n: number): void {
    this.#begin({ from: n, swapped: !this.#newest.swapped });
  }

  get #newest(): Stretch {
    return this.#stretches[this.#stretches.length - 1]!;
  }

  #begin(change: Partial<Stretch> & { from: number }, end = change.from): void {
    const before = this.#newest;
    // A second command within one segment comes after the first.
    const from = Math.max(change.from, before.from + 1);
    before.to = Math.min(before.to, Math.max(end, before.from + 1));
    const sequence = before.sequence + before.to - before.from;
    const { zero, swapped } = before;
    this.#stretches.push({ sequence, zero, swapped, fresh: false, ...change, from, to: Infinity });
  }
}

const slot = ({ from, sequence, zero, swapped, fresh }: Stretch, n: number): Slot => ({
  n,
  sequence: sequence + n - from,
  discontinuity: n === from && !fresh,
  zero,
  swapped,
});
