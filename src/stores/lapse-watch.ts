import type { ServerClock } from '../core/server-clock.js';
import type { ActionStores } from './actions.js';

/** What many have kept since the same moment runs out in the same moment: they ask between these, ms after it. */
const EARLIEST_MS = 500;
const LATEST_MS = 3000;
/** The server could not be asked: again after so many ms. */
const AGAIN_MS = 8000;
/** The longest a timer can be set for. */
const LONGEST_MS = 2 ** 31 - 1;

type Watched = Pick<ActionStores, '$holds' | '$connection'>;

/** Asks what has become of what was kept, when its time is over: it may have been ordered. Rests while nobody watches. */
export class LapseWatch {
  readonly #stores: Watched;
  readonly #clock: ServerClock;
  readonly #renew: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

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

  #set(againMs = 0): void {
    clearTimeout(this.#timer);
    const waitMs = Math.max(this.#next - this.#clock.now(), againMs);
    const away = this.#stores.$connection.get().status === 'idle';
    if (away || this.#asking || waitMs === Infinity) return;
    const laterMs = EARLIEST_MS + Math.random() * (LATEST_MS - EARLIEST_MS);
    this.#timer = setTimeout(() => void this.#look(), Math.min(Math.max(waitMs, 0) + laterMs, LONGEST_MS));
  }

  async #look(): Promise<void> {
    if (this.#next > this.#clock.now()) return this.#set();
    this.#asking = true;
    const heard = await this.#renew().then(
      () => true,
      () => false,
    );
    this.#asking = false;
    // It stays as it is where the server does not say otherwise yet.
    this.#set(heard && this.#next > this.#clock.now() ? 0 : AGAIN_MS);
  }
}
