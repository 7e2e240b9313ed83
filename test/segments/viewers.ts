import { setMaxListeners } from 'node:events';
import { ServerClock } from '../../src/core/server-clock.js';
import { QunError, type Position, type Snapshot } from '../../src/protocol/index.js';
import type { RoomHttp } from '../../src/transport/room-http.js';
import { readHead } from '../../src/transport/segment-files.js';
import { SegmentFollower } from '../../src/transport/segment-follower.js';
import type { SseFeed } from '../../src/transport/sse-feed.js';
import { LeanHttp } from './lean-http.js';

/** A crowd that follows a room by segments with the page's own code: numbering, jitter and all. */
export class Crowd {
  readonly #http: LeanHttp;
  readonly #leaving = new AbortController();
  readonly #following: Promise<void>[];
  /** Where each viewer stands in the log; undefined: not in the room yet. */
  readonly places: (Position | undefined)[];
  /** What viewers met on their way. */
  readonly errors: QunError[] = [];

  constructor(url: string, size: number) {
    this.#http = new LeanHttp(url);
    setMaxListeners(0, this.#leaving.signal);
    this.places = Array.from({ length: size }, () => undefined);
    this.#following = this.places.map((_, i) => this.#follow(i));
  }

  /** Requests all of them have made. */
  get asked(): number {
    return this.#http.asked;
  }

  /** All have taken in the log up to here. */
  haveReached(seq: number): boolean {
    return this.places.every(place => place && place.seq >= seq);
  }

  async leave(): Promise<void> {
    this.#leaving.abort();
    this.#http.close();
    await Promise.all(this.#following);
  }

  async #follow(i: number): Promise<void> {
    const { signal } = this.#leaving;
    const at = (place: Position) => {
      if ((this.places[i]?.seq ?? -1) < place.seq) this.places[i] = { epoch: place.epoch, seq: place.seq };
    };
    const feed = {
      blocked: Infinity,
      attempt: 0,
      options: {
        http: this.#http as unknown as RoomHttp,
        clock: new ServerClock(),
        onReachable() {},
        listener: {
          status() {},
          hello() {},
          refused() {},
          joined() {},
          tick() {},
          snapshot: (snapshot: Snapshot) => at(snapshot),
          control: at,
          position: () => this.places[i],
        },
      },
    } as unknown as SseFeed;
    while (!signal.aborted) {
      try {
        const quest = { signal, position: this.places[i] };
        await new SegmentFollower(feed, quest, await readHead(feed.options.http, signal)).run();
      } catch (error) {
        if (signal.aborted) return;
        this.errors.push(QunError.from(error));
        await new Promise(resolve => setTimeout(resolve, 500));
      }
    }
  }
}
