/** How finely values are told apart. */
const STEP = 0.1;
/** Larger ones count as this. */
const MOST = 600;

/** Any number of values in little room, for their quantiles, to a tenth. */
export class Spread {
  readonly #counts = new Map<number, number>();
  #count = 0;

  add(value: number): void {
    if (Number.isNaN(value)) return;
    const step = Math.round(Math.min(Math.max(0, value), MOST) / STEP);
    this.#counts.set(step, (this.#counts.get(step) ?? 0) + 1);
    this.#count += 1;
  }

  /** The value that `share`, 0 to 1, of all are no larger than; undefined where there are none. */
  quantile(share: number): number | undefined {
    if (this.#count === 0) return undefined;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    let passed = 0;
    let last = 0;
    for (const [step, count] of [...this.#counts].sort(([a], [b]) => a - b)) {
      last = step;
      passed += count;
      if (passed >= rank) break;
    }
    return Math.round(last * STEP * 10) / 10;
  }
}
