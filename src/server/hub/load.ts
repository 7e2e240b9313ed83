import { loopLag } from './loop-lag.js';

/** 0: all is well. 1 to 3: ambience comes half, a quarter, an eighth as often; at 3 nobody new is let in. */
export type LoadLevel = 0 | 1 | 2 | 3;

export interface LoadOptions {
  /** How long whatever comes in may have to wait, ms, before no new stream is let in. Default 1000. */
  maxLagMs?: number;
  /** How long it has to wait now, ms. Default: that of this process. */
  lag?: () => number;
}

/** Shares of `maxLagMs` at which each level begins. */
const begins = [0, 0.1, 0.3, 1] as const;
/** Looks for which it has to be better before a level is taken back: load that only moves about would flicker. */
const CALM = 4;

/**
 * How much this process has to do. Goes one level up or down at a time, so that one long pause (a laptop that slept, a
 * collection of garbage) sheds next to nothing.
 */
export class Load {
  readonly #maxLagMs: number;
  readonly #lag: () => number;
  readonly #stop: () => void;
  #level: LoadLevel = 0;
  #lagMs = 0;
  #calm = 0;

  constructor({ maxLagMs = 1000, lag }: LoadOptions = {}) {
    const own = lag ? undefined : loopLag();
    this.#maxLagMs = maxLagMs;
    this.#lag = lag ?? own!.read;
    this.#stop = own?.stop ?? (() => {});
  }

  get level(): LoadLevel {
    return this.#level;
  }

  /** As of the last look, ms. */
  get lagMs(): number {
    return this.#lagMs;
  }

  /** Of so many ticks one is made. */
  get everyTicks(): number {
    return 2 ** this.#level;
  }

  /** Called at every turn of the clock. */
  look(): void {
    this.#lagMs = this.#lag();
    const share = this.#lagMs / this.#maxLagMs;
    if (this.#level < 3 && share >= begins[this.#level + 1]!) {
      this.#level = (this.#level + 1) as LoadLevel;
      this.#calm = 0;
    } else if (this.#level > 0 && share < begins[this.#level]! / 2) {
      this.#calm += 1;
      if (this.#calm < CALM) return;
      this.#level = (this.#level - 1) as LoadLevel;
      this.#calm = 0;
    } else {
      this.#calm = 0;
    }
  }

  stop(): void {
    this.#stop();
  }
}
