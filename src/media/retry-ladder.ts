import { backOffMs } from '../core/back-off.js';
import type { PlaybackPolicy } from './playback-policy.js';

/** Attempts after a failure, further and further apart, until something arrives or they are used up. */
export class RetryLadder {
  readonly #attempt: () => void;
  readonly #policy: PlaybackPolicy;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(attempt: () => void, policy: PlaybackPolicy) {
    this.#attempt = attempt;
    this.#policy = policy;
  }

  /** Something failed and nothing has arrived since. */
  get active(): boolean {
    return this.#failures > 0;
  }

  /** Plans the next attempt. False: there is none left. */
  fail(): boolean {
    if (this.#timer !== undefined) return true;
    const { retries, retryMinMs: minMs, retryMaxMs: maxMs } = this.#policy;
    if (this.#failures >= retries) return false;
    this.#timer = setTimeout(() => this.#go(), backOffMs(this.#failures, { minMs, maxMs }));
    this.#failures += 1;
    return true;
  }

  /** The network is back: the planned attempt is made at once, and the count begins anew. */
  now(): void {
    if (this.#timer === undefined) return;
    this.#failures = 1;
    this.#go();
  }

  /** Media arrived. A playlist alone proves nothing: its segments may still be missing. */
  reset(): void {
    this.#failures = 0;
    this.#stopTimer();
  }

  #go(): void {
    this.#stopTimer();
    this.#attempt();
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
