import type { Socket } from 'node:net';
import { QunError, type Position } from '../../protocol/index.js';
import { FeedConnection } from './feed-connection.js';
import { heartbeatFrame, retryFrame } from './frame.js';
import type { HubWatch } from './hub-watch.js';
import type { LiveRoom } from './live-room.js';
import { Load, type LoadOptions } from './load.js';
import { RoomFeed, type RoomFeedOptions } from './room-feed.js';

export interface HubOptions extends RoomFeedOptions, LoadOptions {
  /** Time between ticks, ms. Default 500. */
  tickMs?: number;
  /** Time between heartbeats, ms. Default 15000. */
  heartbeatMs?: number;
  /** Readers in all rooms together. Default 10000. */
  maxConnections?: number;
  /** Readers of one address. A mobile carrier puts thousands of phones behind one. Default 2000. */
  maxPerAddress?: number;
  /** Bytes that may wait for a slow reader. Default 256 KiB. */
  maxWaiting?: number;
  /** How long one stream lasts at least, ms; at most three times that. Default 10 minutes. */
  minLifeMs?: number;
  random?: () => number;
  /** Who counts. Default: nobody. */
  watch?: HubWatch;
}

interface Guest {
  connection: FeedConnection;
  endsAt: number;
}

/** All rooms and all their readers, with one clock for the ticks of all. */
export class Hub {
  readonly #options: HubOptions;
  readonly #random: () => number;
  readonly #watch: HubWatch;
  readonly #load: Load;
  readonly #feeds = new Map<string, RoomFeed>();
  readonly #guests = new Set<Guest>();
  readonly #addresses = new Map<string, number>();
  readonly #timers: NodeJS.Timeout[];
  #closing = false;
  #turns = 0;

  constructor(options: HubOptions = {}) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    this.#watch = options.watch ?? {};
    this.#load = new Load(options);
    this.#timers = [
      setInterval(() => this.#turn(), options.tickMs ?? 500),
      setInterval(() => this.heartbeat(), options.heartbeatMs ?? 15_000),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  /** Streams open in all rooms. */
  get connections(): number {
    return this.#guests.size;
  }

  get maxConnections(): number {
    return this.#options.maxConnections ?? 10_000;
  }

  /** How much this process has to do, and what it leaves out. */
  get load(): Load {
    return this.#load;
  }

  get rooms(): LiveRoom[] {
    return [...this.#feeds.values()].map(feed => feed.room);
  }

  async add(room: LiveRoom): Promise<void> {
    this.#feeds.set(room.id, await RoomFeed.open(room, this.#options));
  }

  /** Throws `room-not-found`. */
  feed(id: string): RoomFeed {
    const feed = this.#feeds.get(id);
    if (feed) return feed;
    throw new QunError('room-not-found', { detail: `no room ${id.slice(0, 64)} on this server` });
  }

  room(id: string): LiveRoom {
    return this.feed(id).room;
  }

  /** Throws where there is no place for one more reader from `address`. */
  admit(address: string): void {
    const { maxConnections } = this;
    const { maxPerAddress = 2000 } = this.#options;
    // Each another moment, so that those who were sent away do not come back as one.
    const retryAfterMs = Math.round(2000 + 8000 * this.#random());
    if (this.#closing)
      throw new QunError('shutting-down', { detail: 'this server is stopping', retryAfterMs });
    if (this.#guests.size >= maxConnections) {
      throw new QunError('room-full', { detail: `${maxConnections} streams are open`, retryAfterMs });
    }
    if ((this.#addresses.get(address) ?? 0) >= maxPerAddress) {
      throw new QunError('overloaded', { detail: `${maxPerAddress} streams from one address`, retryAfterMs });
    }
    if (this.#load.level === 3) {
      const detail = 'this process has more to do than it can: no new streams for the moment';
      throw new QunError('overloaded', { detail, retryAfterMs: retryAfterMs + 5000 });
    }
  }

  /** Takes over a socket that `admit` has let in: `head` is written first, then the feed of the room. */
  async connect(id: string, socket: Socket, head: Buffer, address: string, since?: Position): Promise<void> {
    const feed = this.feed(id);
    const { maxWaiting, minLifeMs = 600_000 } = this.#options;
    const connection = new FeedConnection(socket, head, maxWaiting === undefined ? {} : { maxWaiting });
    const guest: Guest = { connection, endsAt: Date.now() + minLifeMs * (1 + 2 * this.#random()) };
    this.#guests.add(guest);
    this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1);
    connection.write(retryFrame(2000 + 13_000 * this.#random()));
    const seated = feed.connect(connection, since);
    connection.onClose(() => {
      seated.then(
        leave => leave(),
        () => {}, // never seated: nothing to leave
      );
      this.#guests.delete(guest);
      this.#watch.ended?.(connection.why);
      const others = (this.#addresses.get(address) ?? 1) - 1;
      if (others > 0) this.#addresses.set(address, others);
      else this.#addresses.delete(address);
    });
    await seated;
  }

  /** Control goes out when it happens; ambience by this clock, which slows down where the process has too much to do. */
  #turn(): void {
    this.#load.look();
    this.#turns += 1;
    if (this.#turns % this.#load.everyTicks === 0) void this.tick();
    else this.#watch.skipped?.();
  }

  /** Settles when all rooms have told their readers what is new. */
  async tick(): Promise<void> {
    await Promise.all(Array.from(this.#feeds.values(), feed => feed.beat()));
  }

  /** Keeps silent streams open, and ends those that have lasted long enough, so that load moves and deploys drain. */
  heartbeat(): void {
    const now = Date.now();
    for (const { connection, endsAt } of this.#guests) {
      if (now >= endsAt) connection.end(retryFrame(2000 * this.#random()));
      else connection.heartbeat(heartbeatFrame);
    }
  }

  /** Ends every stream; each reader is told another moment to come back at. */
  async endStreams(): Promise<void> {
    this.#closing = true;
    this.#load.stop();
    for (const timer of this.#timers) clearInterval(timer);
    // What was said last is still told, unless the store keeps us waiting.
    await Promise.race([this.tick(), new Promise(resolve => setTimeout(resolve, 500).unref())]);
    for (const { connection } of this.#guests) connection.end(retryFrame(1000 + 9000 * this.#random()));
  }

  async close(): Promise<void> {
    await this.endStreams();
    for (const feed of this.#feeds.values()) {
      feed.close();
      await feed.room.close();
    }
  }
}
