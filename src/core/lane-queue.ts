/** Whose turn comes sooner: the viewer's own words, then the host's and assistants', then everybody's. */
export type Rank = 'own' | 'staff' | 'other';

/** Longer than this nobody's words wait for a lane, ms: they would fly over a picture they no longer belong to. */
const PATIENCE_MS = 2500;
/** Of each rank but the first, so many wait at most; the newest stay. */
const MOST = 12;

interface Waiting<T> {
  readonly line: T;
  readonly since: number;
}

/**
 * Lines that wait for a lane. The viewer's own are never left out; of all others the newest come through, in the order
 * in which they were said, and those left out are counted.
 */
export class LaneQueue<T> {
  readonly #waiting: Record<Rank, Waiting<T>[]> = { own: [], staff: [], other: [] };
  #skipped = 0;

  /** Lines that were left out so far. */
  get skipped(): number {
    return this.#skipped;
  }

  get length(): number {
    const { own, staff, other } = this.#waiting;
    return own.length + staff.length + other.length;
  }

  add(line: T, rank: Rank, now: number): void {
    const queue = this.#waiting[rank];
    queue.push({ line, since: now });
    if (rank === 'own' || queue.length <= MOST) return;
    queue.shift();
    this.#skipped += 1;
  }

  /** Takes out the line whose turn it is at `now`. */
  next(now: number): T | undefined {
    const { own, staff, other } = this.#waiting;
    for (const queue of [staff, other]) {
      while (queue.length > 0 && now - queue[0]!.since > PATIENCE_MS) {
        queue.shift();
        this.#skipped += 1;
      }
    }
    return (own.shift() ?? staff.shift() ?? other.shift())?.line;
  }

  /** Forgets those that `gone` picks. They count as neither shown nor left out. */
  remove(gone: (line: T) => boolean): void {
    for (const rank of Object.keys(this.#waiting) as Rank[])
      this.#waiting[rank] = this.#waiting[rank].filter(({ line }) => !gone(line));
  }
}
