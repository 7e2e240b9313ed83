/** Where lines of different heights stand one below the other. All lengths in px. */
export class RowPlaces {
  /** The upper edge of each line, and behind the last one where all of them end. */
  readonly #edges: number[] = [0];

  constructor(heights: Iterable<number> = []) {
    let edge = 0;
    for (const height of heights) this.#edges.push((edge += height));
  }

  get count(): number {
    return this.#edges.length - 1;
  }

  get height(): number {
    return this.#edges[this.count]!;
  }

  top(index: number): number {
    return this.#edges[index]!;
  }

  bottom(index: number): number {
    return this.#edges[index + 1]!;
  }

  /** The line at `y`: the first whose lower edge is below it. Above all: the first. Below all: the last; of none -1. */
  lineAt(y: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.bottom(middle) > y) high = middle;
      else low = middle + 1;
    }
    return Math.min(low, this.count - 1);
  }
}
