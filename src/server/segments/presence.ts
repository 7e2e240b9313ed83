/** Between two signs of life of a viewer who gives any, ms. */
export const PRESENCE_MS = 60_000;
/** Signs of life in that time that are enough to count by, within about three per cent. */
const ENOUGH = 1200;
const PARTS = 10;

/** Viewers behind a cache, as far as they can be known: some of them say that they are here, each for so many. */
export class Presence {
  readonly #now: () => number;
  #parts = new Map<number, number>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** One viewer in so many is asked to say that they are here, where `online` are known of. */
  oneIn(online: number): number {
    // A crowd that has just come is seen by how fast it speaks up, before it can be counted.
    const part = this.#part();
    const lately = ((this.#parts.get(part) ?? 0) + (this.#parts.get(part - 1) ?? 0)) * (PARTS / 2);
    return Math.max(1, Math.ceil(Math.max(online, lately) / ENOUGH));
  }

  here(oneIn: number): void {
    const part = this.#part();
    this.#parts.set(part, (this.#parts.get(part) ?? 0) + oneIn);
    for (const old of this.#parts.keys()) if (old < part - PARTS) this.#parts.delete(old);
  }

  /** About how many are here: by the parts of time that are over, so that each has had its turn once. */
  get online(): number {
    const part = this.#part();
    let sum = 0;
    for (const [at, count] of this.#parts) if (at < part && at >= part - PARTS) sum += count;
    return sum;
  }

  #part(): number {
    return Math.floor(this.#now() / (PRESENCE_MS / PARTS));
  }
}
