import type { ServerClock } from '../core/server-clock.js';
import type { ActionStores } from './actions.js';

/** What many have kept since the same moment runs out in the same moment: they ask at any of so many ms around it. */
const BEFORE_MS = 10_000;
const AFTER_MS = 5000;
/** The server could not be asked, or says nothing new: again after so many ms, and ever more slowly. */
const AGAIN_MS = 8000;
/** The longest a timer can be set for. */
const LONGEST_MS = 2 ** 31 - 1;

type Watched = Pick<ActionStores, '$holds' | '$connection'>;

/**
 * Asks what has become of what was kept: shortly before its time is over, since it may have been ordered long ago and
 * nobody should be told that it ran out, and after it. Rests while nobody watches.
 */
export class LapseWatch {
  readonly #stores: Watched;
  readonly #clock: ServerClock;
  readonly #renew: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #failures = 0;
  /** The end that has been asked for ahead, server time, ms. */
  #askedAhead = 0;

  constructor(stores: Watched, clock: ServerClock, renew: () => Promise<void>) {
    this.#stores = stores;
    this.#clock = clock;
    this.#renew = renew;
  }

  begin(): void {
    const set = () => this.#set();
    this.#stores.$holds.listen(set);
    this.#stores.$connection.listen(set);
    set();
  }

  /** When the next one runs out, server time, ms. */
  get #next(): number {
    const untils = Object.values(this.#stores.$holds.get()).map(hold =>
      hold.status === 'held' ? (hold.reservation.until ?? Infinity) : Infinity,
    );
    return Math.min(...untils);
  }

  #set(atLeastMs = 0): void {
    clearTimeout(this.#timer);
    const next = this.#next;
    if (next === Infinity || this.#asking || this.#stores.$connection.get().status === 'idle') return;
    const leftMs = next - this.#clock.now();
    const aheadMs = leftMs - Math.random() * Math.min(BEFORE_MS, leftMs / 4);
    const waitMs =
      this.#askedAhead < next && leftMs > 0 ? aheadMs : Math.max(leftMs, 0) + Math.random() * AFTER_MS;
    this.#timer = setTimeout(() => void this.#ask(next), Math.min(Math.max(waitMs, atLeastMs), LONGEST_MS));
  }

  async #ask(next: number): Promise<void> {
    // A timer is set for a while at most, and clocks are set right: it may not be time yet.
    if (next - this.#clock.now() > BEFORE_MS) return this.#set();
    this.#askedAhead = next;
    this.#asking = true;
    const past = next <= this.#clock.now();
    await this.#renew().then(
      () => (this.#failures = 0),
      () => (this.#failures += 1),
    );
    this.#asking = false;
    this.#set(past && this.#next === next ? AGAIN_MS * 2 ** Math.min(this.#failures, 5) : 0);
  }
}
