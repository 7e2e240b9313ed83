import type { ServerClock } from '../core/server-clock.js';
import type { Head } from '../protocol/index.js';
import type { JsonAnswer } from './room-http.js';

/** How old an answer of a cache may be, ms; what it says of the clock counts less than any fresh one. */
const CACHED_MS = 3000;

/** The server's time for one who numbers segments: never later than what has been seen proves. */
export class SegmentClock {
  readonly #clock: ServerClock;
  #ahead = -Infinity;

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  now(): number {
    const proven = Date.now() + this.#ahead;
    return this.#clock.known ? Math.max(this.#clock.now(), proven) : proven;
  }

  /** Something was received that cannot have been before `time` on the server, ms. */
  seen(time: number): void {
    this.#ahead = Math.max(this.#ahead, time - Date.now());
  }

  head({ now }: Head, { sentAt, receivedAt }: JsonAnswer): void {
    this.seen(now);
    if (this.#clock.known) return;
    // Better than the phone's own clock and worse than any answer to us alone; and never ahead, so that we are not early.
    const begun = sentAt - CACHED_MS;
    this.#clock.sample(now - (receivedAt - begun) / 2, begun, receivedAt);
  }
}
