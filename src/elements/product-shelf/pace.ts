/** So long may the making of new lines take in one task, ms: style, layout and paint of them take far longer. */
const SLICE_MS = 4;

/** Resolves in a task of its own. */
export const nextTask = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/** How many new lines are made at a time: on a slow phone two, on a fast machine all that a page holds. */
export class Pace {
  #most = 2;

  get most(): number {
    return this.#most;
  }

  /** New lines are dear here, and are better made in a task of their own. */
  get slow(): boolean {
    return this.#most <= 2;
  }

  /** Does `work`, which makes `count` new lines, and learns from how long it takes. */
  work(count: number, work: () => void): void {
    const began = performance.now();
    work();
    if (count === 0) return;
    const each = Math.max(0.2, (performance.now() - began) / count);
    // Careful upwards, since the first ones may have been cheap.
    this.#most = Math.max(1, Math.min(this.#most * 2, Math.floor(SLICE_MS / each)));
  }
}
