/** What a live picture that is late is seen by. Times in s. */
export interface LatencySight {
  /** From the playhead to the end of the playlist. */
  readonly distanceS: number | undefined;
  readonly targetS: number | undefined;
  /** Media ready after the playhead. */
  readonly ahead: number;
  /** The stream comes in parts of segments. */
  readonly parts: boolean;
}

/** The fastest it may run: faster than this, voices sound hurried. */
const FASTEST = 1.1;
/** This near to its target it need not hurry. */
const NEAR_S = 0.1;
/** So long after a stall it stays at its own speed, ms: what was caught up would be lost by the next stall. */
const CALM_MS = 10_000;

/** How fast a live picture should run, so that it comes back to where it is meant to be without a jump. */
export class CatchUp {
  #hurrying = false;
  #calmUntil = -Infinity;

  /** The picture stood still. */
  stalled(now = performance.now()): void {
    this.#hurrying = false;
    this.#calmUntil = now + CALM_MS;
  }

  /** The speed, 1 … 1.1. */
  rate({ distanceS, targetS, ahead, parts }: LatencySight, now = performance.now()): number {
    if (distanceS === undefined || targetS === undefined) return 1;
    const late = distanceS - targetS;
    const healthy = ahead > (parts ? 0.6 : 2);
    const enough = this.#hurrying ? NEAR_S : parts ? NEAR_S * 2 : 1;
    this.#hurrying = late > enough && healthy && now >= this.#calmUntil;
    return this.#hurrying ? Math.min(FASTEST, 1 + Math.max(0.02, late / 20)) : 1;
  }
}
