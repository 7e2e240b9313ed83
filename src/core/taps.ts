import { limits } from '../protocol/limits.js';
import { retryMs } from './back-off.js';

/** How long the first tap waits for others to go with it, ms. */
const GATHER_MS = 1000;
/** Between two commands of one viewer at least, ms. */
const APART_MS = 3000;
/** Taps that may wait; a thumb gives ten a second, and more than this no show ever waited for. */
const MOST = 10 * limits.reactions;

/**
 * Taps of one viewer, gathered so that a thumb that drums is one command every few seconds, and kept until they have been
 * accepted. What was sent in vain goes again as it was, so that it can be told from taps that are new. Times are ms.
 */
export class Taps {
  #waiting = 0;
  #batch = 0;
  #sending = false;
  #dueAt = -Infinity;
  #failures = 0;

  /** Given, and not accepted yet. */
  get pending(): number {
    return this.#waiting + this.#batch;
  }

  /** When the next command is to go; undefined: there is nothing to send, or one is on its way. */
  get dueAt(): number | undefined {
    return this.#sending || this.pending === 0 ? undefined : this.#dueAt;
  }

  /** Returns how many of them were taken: not more than may wait. */
  add(count: number, now: number): number {
    const taken = Math.max(0, Math.min(count, MOST - this.pending));
    if (this.pending === 0) this.#dueAt = Math.max(this.#dueAt, now + GATHER_MS);
    this.#waiting += taken;
    return taken;
  }

  /** The taps of the next command, which goes now. */
  take(now: number): number {
    if (this.#batch === 0) {
      this.#batch = Math.min(this.#waiting, limits.reactions);
      this.#waiting -= this.#batch;
    }
    this.#sending = true;
    this.#dueAt = now + APART_MS;
    return this.#batch;
  }

  /** They have been counted, or never will be. */
  settle(): void {
    this.#batch = this.#failures = 0;
    this.#sending = false;
  }

  /** They did not get through for the time being, and go again. */
  putBack(now: number, retryAfterMs?: number, random?: () => number): void {
    this.#sending = false;
    const waitMs = retryMs(this.#failures, retryAfterMs, { minMs: APART_MS, random });
    this.#dueAt = Math.max(this.#dueAt, now + waitMs);
    this.#failures += 1;
  }
}
