/** Where a stream of parts stands: segment `n` is being made, and so many of its parts are there. */
export interface PartsNow {
  n: number;
  parts: number;
}

/** When the parts of a low-latency stream can be had. Segment `n` covers the seconds from `n × segmentSeconds` since 1970. */
export class PartClock {
  readonly #segmentMs: number;

  constructor(
    segmentSeconds: number,
    readonly count: number,
  ) {
    this.#segmentMs = segmentSeconds * 1000;
  }

  get partSeconds(): number {
    return this.#segmentMs / this.count / 1000;
  }

  at(ms: number): PartsNow {
    const n = Math.floor(ms / this.#segmentMs);
    return { n, parts: Math.floor((ms - n * this.#segmentMs) / (this.#segmentMs / this.count) + 1e-6) };
  }

  /** When part `index` of segment `n` is complete, ms since 1970; without `index`, the whole segment. */
  readyAt(n: number, index = this.count - 1): number {
    return (n + (Math.min(index, this.count - 1) + 1) / this.count) * this.#segmentMs;
  }
}
