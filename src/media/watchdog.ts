import type { PlaybackPolicy } from './playback-policy.js';

/** What the watchdog sees of a picture that should be moving. Media times in s. */
export interface Sight {
  time: number;
  /** Media ready after `time`. */
  ahead: number;
  /** Where a live viewer should be; undefined when there is no such place. */
  edge: number | undefined;
  /** Start of what can be sought to; undefined where the browser does not tell. */
  oldest: number | undefined;
  /** How far behind the edge is still live. */
  toleranceS: number;
  /** The same after a stall, when a jump is what a viewer expects. */
  stallToleranceS: number;
  /** The viewer chose to be behind. */
  behindByChoice: boolean;
}

/** `nudge`: a small step over whatever it hangs on. `reload`: a new engine. `resync`: to the live edge. */
export type Remedy = 'nudge' | 'repair' | 'reload' | 'resync';

/** Notices what no event tells: a picture that hangs, starves, or falls behind. Fed once per tick, only while it counts. */
export class Watchdog {
  readonly #policy: PlaybackPolicy;
  #seenAt = -Infinity;
  #time = NaN;
  #stillSince = 0;
  #nudged = false;
  #nudging = false;
  #reloadedAt = -Infinity;
  #behindSince: number | undefined;
  #stalledAt = -Infinity;
  #resyncedAt = -Infinity;

  constructor(policy: PlaybackPolicy) {
    this.#policy = policy;
  }

  /** For how long the picture has stood still, ms, as of the last look. */
  get stillMs(): number {
    return this.#seenAt - this.#stillSince;
  }

  /** The viewer was kept waiting; once there is media, they are better off at the edge. */
  stalled(now = performance.now()): void {
    this.#stalledAt = now;
  }

  /** `starvedMs`: without media for this long, the engine is not trusted to come back. */
  look(sight: Sight, starvedMs: number, now = performance.now()): Remedy | undefined {
    const { tickMs } = this.#policy;
    // A gap between looks is a pause, a hidden page or a sleeping phone: nothing follows from it.
    const fresh = now - this.#seenAt > tickMs * 3;
    // A nudge moves the time without moving the picture.
    const moved = sight.time !== this.#time && !this.#nudging;
    this.#nudging = false;
    this.#seenAt = now;
    this.#time = sight.time;
    if (fresh) this.#behindSince = undefined;
    if (fresh || moved) {
      this.#stillSince = now;
      this.#nudged = false;
      return this.#behind(sight, now);
    }
    return this.#still(sight.ahead, starvedMs, now);
  }

  #still(ahead: number, starvedMs: number, now: number): Remedy | undefined {
    const stillMs = now - this.#stillSince;
    if (ahead > 0.5) {
      if (stillMs < this.#policy.stuckMs) return undefined;
      this.#stillSince = now;
      this.#nudged = this.#nudging = !this.#nudged;
      return this.#nudged ? 'nudge' : 'repair';
    }
    if (stillMs < starvedMs || now - this.#reloadedAt < starvedMs) return undefined;
    this.#reloadedAt = now;
    return 'reload';
  }

  #behind(sight: Sight, now: number): Remedy | undefined {
    const { edge, time, ahead, toleranceS, stallToleranceS, oldest, behindByChoice } = sight;
    const lost = oldest !== undefined && time < oldest - 1;
    const late = edge !== undefined && edge - time > toleranceS;
    // What came after a stall is buffered up to the edge: nothing more has to be waited for.
    const jump = edge !== undefined && edge - time > stallToleranceS && edge < time + ahead - 0.5;
    if (jump && !behindByChoice && now - this.#stalledAt < this.#policy.stallResyncMs) {
      this.#stalledAt = -Infinity;
      return 'resync';
    }
    if (!late || (behindByChoice && !lost)) {
      this.#behindSince = undefined;
      return undefined;
    }
    this.#behindSince ??= now;
    const { resyncAfterMs, resyncEveryMs } = this.#policy;
    if (!lost && now - this.#behindSince < resyncAfterMs) return undefined;
    if (now - this.#resyncedAt < resyncEveryMs) return undefined;
    this.#resyncedAt = now;
    this.#behindSince = undefined;
    return 'resync';
  }
}
