import type { ServerClock } from '../core/server-clock.js';
import { QunError, type AnswerOf, type Command, type HistoryPage, type Session } from '../protocol/index.js';
import type { Consent } from './came-by-page.js';
import type { EventSourceConstructor } from './event-feed.js';
import type { OutboxOptions } from './outbox.js';
import { RoomHttp, type Fetch } from './room-http.js';
import type { Feed, FeedListener, HistoryQuery, RoomTransport } from './room-transport.js';
import type { Token } from './session-keeper.js';
import { SseFeed, type FeedTiming } from './sse-feed.js';
import { uplink } from './uplink-part.js';
import type { Uplink } from './uplink.js';

export type { Token };

export interface SseTransportOptions {
  /** The room's URL: `https://live.shop.example/v1/rooms/spring`. */
  url: string;
  /** Asked for at every join. Default: an anonymous viewer, the same one as last time if they had acted then. */
  token?: Token | undefined;
  /** The name this viewer goes by. */
  name?: string | undefined;
  /** How long an answer may take, ms. Default 15000. */
  timeoutMs?: number;
  /** Says by its attribute `attribution` whether the room may hear by whose link this viewer has come. Default: it may. */
  consent?: Consent | undefined;
  feed?: FeedTiming;
  outbox?: Pick<OutboxOptions, 'patienceMs' | 'backOff' | 'maxWaiting'>;
  /** Default: the page's own, looked up when it is needed. */
  fetch?: Fetch;
  EventSource?: EventSourceConstructor;
  storage?: () => Storage | undefined;
}

const isOnline = () => typeof navigator === 'undefined' || navigator.onLine !== false;

/** Our room server's transport: Server-Sent Events down, POST up. Throws `bad-config` for what is no URL. */
export class SseTransport implements RoomTransport {
  base: string;
  readonly #options: SseTransportOptions;
  readonly #http: RoomHttp;
  readonly #leaving = new Set<(error: QunError) => void>();
  #uplink: Uplink | undefined;
  #token: Token | undefined;
  #feed: SseFeed | undefined;
  #listener: FeedListener | undefined;
  #clock: ServerClock | undefined;

  constructor(options: SseTransportOptions) {
    const { url, fetch, timeoutMs, token } = options;
    this.#options = options;
    this.#token = token;
    this.#http = new RoomHttp(url, { fetch, timeoutMs });
    this.base = this.#http.base;
  }

  connect(listener: FeedListener, clock: ServerClock): Feed {
    this.#feed?.close();
    const { feed: timing, EventSource } = this.#options;
    this.#listener = listener;
    this.#clock = clock;
    if (this.#uplink) this.#uplink.active = true;
    const feed = new SseFeed({
      ...timing,
      http: this.#http,
      listener,
      clock,
      EventSource,
      isOnline,
      onReachable: () => this.#reachable(),
      onBase: base => (this.base = base),
    });
    this.#feed = feed;
    return {
      resync: position => feed.resync(position),
      follow: date => feed.follow(date),
      close: () => {
        feed.close();
        if (this.#feed !== feed) return;
        this.#feed = this.#listener = undefined;
        if (this.#uplink) this.#uplink.active = false;
        // An element that is only moved connects again within this task, and what it is sending goes on.
        queueMicrotask(() => {
          if (!this.#feed) this.#callOff();
        });
      },
    };
  }

  #reachable(): void {
    this.#uplink?.wake();
    // What somebody waits for is fetched at once.
    if (this.#leaving.size > 0) void uplink.come();
  }

  #callOff(): void {
    this.#uplink?.close();
    for (const leave of this.#leaving) leave(new QunError('network', { detail: 'the room was left' }));
    this.#leaving.clear();
  }

  /** Rejects with `network` when the room is left before it is here. */
  async #up(): Promise<Uplink> {
    const Way = uplink.here ?? (await this.#orLeft(uplink.come()));
    if (!this.#uplink) {
      this.#uplink = new Way({
        ...this.#options,
        http: this.#http,
        token: this.#token,
        isOnline,
        sample: (now, { sentAt, receivedAt }) => this.#clock?.sample(now, sentAt, receivedAt),
        joined: session => this.#listener?.joined(session),
      });
      this.#uplink.active = this.#feed !== undefined;
    }
    return this.#uplink;
  }

  #orLeft<T>(coming: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#leaving.add(reject);
      void coming.then(part => {
        this.#leaving.delete(reject);
        resolve(part);
      });
    });
  }

  async join(): Promise<Session> {
    return (await this.#up()).join();
  }

  /** Goes on as the holder of another token, without losing the room; undefined: as an anonymous viewer. */
  sign(token: Token | undefined): void {
    this.#token = token;
    this.#uplink?.sign(token);
    if (!this.#listener) return;
    this.join().then(
      session => this.#listener?.joined(session),
      (cause: unknown) => this.#listener?.refused(QunError.from(cause)),
    );
  }

  async send<C extends Command>(command: C, key: string): Promise<AnswerOf<C['type']>> {
    return (await this.#up()).send(command, key);
  }

  async history(query: HistoryQuery): Promise<HistoryPage> {
    return (await this.#up()).history(query);
  }
}
