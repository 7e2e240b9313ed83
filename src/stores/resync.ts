import type { RoomLog } from '../core/room-log.js';
import type { Feed } from '../transport/room-transport.js';

/** How long a hole in the log may stay open before it is asked for, ms: a reordered packet is back well within it. */
const HOLE_MS = 1000;
/** How long a snapshot may take that is on its way, ms. A long one on a slow phone does. */
const SNAPSHOT_MS = 15_000;
/** The longest between two questions, ms. */
const LONGEST_MS = 60_000;

/**
 * Asks for what is missing from a log, and again while it stays missing, since the answer to a question may be lost as
 * well: ever more slowly, and from the beginning whenever the log has gone on.
 */
export class Resync {
  readonly #log: RoomLog;
  #feed: Feed | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #seen: unknown;
  /** A snapshot has been promised. */
  snapshotDue = false;

  constructor(log: RoomLog) {
    this.#log = log;
  }

  /** Whom to ask; undefined: nobody, and no timer runs. */
  set feed(feed: Feed | undefined) {
    this.#feed = feed;
    this.#stop();
    this.#asked = 0;
    this.snapshotDue = false;
  }

  /** To be called after every word of the feed. */
  look(): void {
    const { stale, position } = this.#log;
    if (!stale || position !== this.#seen) {
      this.#seen = position;
      this.#asked = 0;
      this.#stop();
    }
    if (!stale || this.#timer !== undefined || !this.#feed) return;
    const patienceMs = this.snapshotDue || !position ? SNAPSHOT_MS : HOLE_MS;
    this.#timer = setTimeout(() => this.#ask(), Math.min(LONGEST_MS, patienceMs * 2 ** this.#asked));
  }

  #ask(): void {
    this.#timer = undefined;
    this.#asked += 1;
    this.snapshotDue = false;
    this.#feed?.resync(this.#log.lost ? undefined : this.#log.position);
    this.look();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
