/** A line on its way through a lane: it enters with its head at `from` and moves towards 0. */
export interface Pass {
  /** When it enters, ms. */
  readonly at: number;
  /** Where its head is then, px from the edge at which lines leave. */
  readonly from: number;
  /** px/ms. */
  readonly speed: number;
  /** px. */
  readonly length: number;
  /** What has to stay free behind it, px. */
  readonly gap: number;
}

interface Taken {
  /** From now on, whatever comes, ms. */
  readonly until: number;
  readonly pass?: Pass;
}

/**
 * Lanes in which lines follow one another and never touch: not where one enters, and not where a faster one comes up
 * behind a slower one. The last line of a lane is all that matters: whoever cannot reach it reaches none before it.
 */
export class Lanes {
  readonly #lanes: (Taken | undefined)[] = [];

  /** How many may be entered. What is in others goes on there, and is still there when they are opened again. */
  count = 0;

  /** The first lane that a line may enter at `now`; undefined: none. */
  free(now: number, from: number, speed: number): number | undefined {
    for (let lane = 0; lane < this.count; lane += 1)
      if (freeAt(this.#lanes[lane], from, speed) <= now) return lane;
    return undefined;
  }

  /** When the next lane can be entered, ms; it may be long past. Infinity where there is no lane. */
  nextFree(from: number, speed: number): number {
    let next = Infinity;
    for (let lane = 0; lane < this.count; lane += 1)
      next = Math.min(next, freeAt(this.#lanes[lane], from, speed));
    return next;
  }

  /** A line moves through `lane`, which was free for it. */
  enter(lane: number, pass: Pass): void {
    this.#lanes[lane] = { until: goneAt(pass), pass };
  }

  /** A line stands in `lane`, and nothing else does `until` then, ms. */
  hold(lane: number, until: number): void {
    this.#lanes[lane] = { until };
  }

  /** Nothing is in any lane any more. */
  clear(): void {
    this.#lanes.length = 0;
  }
}

/** When the tail of a line leaves. */
const goneAt = ({ at, from, length, speed }: Pass): number => at + (from + length) / speed;

function freeAt(taken: Taken | undefined, from: number, speed: number): number {
  if (!taken) return -Infinity;
  const { until, pass } = taken;
  if (!pass) return until;
  const tailIn = pass.at + (pass.from + pass.length + pass.gap - from) / pass.speed;
  // Whoever is faster has come as near as it may when the one before it leaves.
  const slowEnough = speed > pass.speed ? until - (from - pass.gap) / speed : -Infinity;
  return Math.min(until, Math.max(tailIn, slowEnough));
}
