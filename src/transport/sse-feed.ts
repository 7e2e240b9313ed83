import { backOffMs, retryMs, type BackOffOptions } from '../core/back-off.js';
import type { ServerClock } from '../core/server-clock.js';
import { formatPosition, QunError, type Hello, type Position } from '../protocol/index.js';
import { elsewhere } from './elsewhere-part.js';
import { openEventFeed, type EventSourceConstructor } from './event-feed.js';
import { watchPage, type PageWatchOptions } from './page-watch.js';
import type { RoomHttp } from './room-http.js';
import type { Feed, FeedListener } from './room-transport.js';

/** How patient a feed is, ms. Every default suits the room server's ticks of at most 5 s. */
export interface FeedTiming {
  /** Without a word for this long a feed is dead, and opened again. Default 20000. */
  silenceMs?: number | undefined;
  /** A feed that held for this long begins its back-off anew when it is lost. Default 10000. */
  steadyMs?: number | undefined;
  /** Between two snapshots where feeds do not get through. Default 5000. */
  pollMs?: number | undefined;
  /** Default: 2 s at first, 30 s at most. */
  backOff?: BackOffOptions | undefined;
  /** From 0 to 1: when in a window this viewer asks for segments. Default Math.random. */
  random?: (() => number) | undefined;
  page?: PageWatchOptions | undefined;
}

export interface SseFeedOptions extends FeedTiming {
  http: RoomHttp;
  listener: FeedListener;
  clock: ServerClock;
  EventSource?: EventSourceConstructor | undefined;
  isOnline(): boolean;
  /** There may be a network again. */
  onReachable(): void;
  /** What relative URLs in the room's state are relative to from now on. */
  onBase(base: string): void;
}

/** Feeds that the server would send and that never arrive, before other ways are gone. */
export const BLOCKED = 2;

/** Keeps one room's feed open, whatever the network, the page and the device do. */
export class SseFeed implements Feed {
  readonly options: SseFeedOptions;
  /** Feeds that did not come through; from `BLOCKED` on none is opened. */
  blocked = 0;
  /** Tries in vain so far, by which the next one waits. */
  attempt = 0;
  /** Where the viewer's picture stands, ms since 1970. */
  date: (() => number | undefined) | undefined;
  readonly #unwatch: () => void;
  #running = new AbortController();
  #closeSource: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #openedAt = 0;
  #heardAt = 0;
  /** A snapshot is on its way, which may be long and is heard of only when it is complete. */
  #expecting = false;
  /** `over`: closed or refused for good. `away`: the page is, and will say when it is back. */
  #life: 'on' | 'away' | 'over' = 'on';

  constructor(options: SseFeedOptions) {
    this.options = options;
    this.#unwatch = watchPage(
      {
        offline: () => this.#life === 'on' && this.#goOffline(),
        online: () => this.#again(),
        away: () => this.#leave('away'),
        woke: () => {
          options.clock.reset();
          this.#again();
        },
        check: () => this.#check(),
      },
      options.page,
    );
    options.listener.status('connecting');
    this.open(options.listener.position());
  }

  follow(date: () => number | undefined): void {
    this.date = date;
  }

  resync(position: Position | undefined): void {
    if (this.#life === 'on') this.open(position);
  }

  close(): void {
    this.#leave('over');
    this.#unwatch();
  }

  /** Ends what is under way and begins anew, from `position`. */
  open(position: Position | undefined): void {
    this.#stop();
    const { http, listener, clock, EventSource: Source = globalThis.EventSource } = this.options;
    if (typeof Source !== 'function' || http.recorded || this.blocked >= BLOCKED)
      return void this.#goElsewhere(position);
    const url = http.url('feed', position ? { since: formatPosition(position) } : {});
    const begunAt = Date.now();
    this.#heardAt = begunAt;
    this.#openedAt = 0;
    this.#closeSource = openEventFeed(Source, url, listener, {
      heard: () => {
        this.#heardAt = Date.now();
        this.#expecting = false;
      },
      hello: (hello: Hello) => {
        this.#openedAt = this.#heardAt;
        this.blocked = 0;
        this.#expecting = hello.outcome === 'snapshot';
        clock.sample(hello.at, begunAt, this.#heardAt);
        listener.status('open');
        listener.hello(hello);
        this.options.onReachable();
      },
      lost: error => void this.#lost(error, url),
    });
  }

  /** Ends what is under way: one source, one timer, one question at a time. */
  #stop(): void {
    clearTimeout(this.#timer);
    this.#closeSource?.();
    this.#closeSource = undefined;
    this.#running.abort();
    this.#running = new AbortController();
  }

  #leave(life: 'away' | 'over'): void {
    this.#stop();
    if (this.#life !== 'over') this.#life = life;
  }

  /** At once, from where we stand: there is a reason to believe that it works now. */
  #again(): void {
    if (this.#life === 'over') return;
    this.#life = 'on';
    this.attempt = 0;
    this.options.onReachable();
    this.open(this.options.listener.position());
  }

  #check(): void {
    const { silenceMs = 20_000, clock } = this.options;
    const silentMs = Date.now() - this.#heardAt;
    const patienceMs = silenceMs * (this.#expecting ? 3 : 1);
    if (this.#life !== 'on' || !this.#closeSource || silentMs < patienceMs) return;
    if (silentMs > 3 * patienceMs) {
      // Not a dead line but a page that did not run.
      clock.reset();
      this.#again();
      return;
    }
    if (this.#openedAt === 0) this.blocked += 1;
    void this.#lost(new QunError('timeout', { detail: `no word for ${silentMs} ms` }));
  }

  /** `url`: ask there why it did not open. */
  async #lost(error: QunError, url?: string): Promise<void> {
    const { listener, steadyMs = 10_000 } = this.options;
    const opened = this.#openedAt > 0;
    if (opened && Date.now() - this.#openedAt >= steadyMs) this.attempt = 0;
    this.#stop();
    if (!this.options.isOnline()) return this.#goOffline();
    listener.status('reconnecting', error);
    if (opened || url === undefined) return this.later(error);
    void this.#goElsewhere(listener.position(), url, error);
  }

  /** No feed opens here, or this one at `url` did not. */
  async #goElsewhere(position: Position | undefined, url?: string, error?: QunError): Promise<void> {
    const { signal } = this.#running;
    await elsewhere.tried();
    if (signal.aborted) return;
    if (elsewhere.here) void elsewhere.here.go(this, { signal, position, url });
    else this.later(error ?? new QunError('network'));
  }

  /** After a while, from where we stand. */
  later({ retryAfterMs }: QunError): void {
    const waitMs = retryMs(this.attempt, retryAfterMs, { minMs: 2000, ...this.options.backOff });
    this.attempt += 1;
    this.#timer = setTimeout(() => this.open(this.options.listener.position()), waitMs);
  }

  /** For good. */
  fail(error: QunError): void {
    this.close();
    this.options.listener.status('failed', error);
  }

  /** Until the device says otherwise; now and then we look ourselves, since some say offline and are not. */
  #goOffline(): void {
    this.#stop();
    this.options.listener.status('offline', new QunError('network', { detail: 'the device is offline' }));
    this.#timer = setTimeout(
      () => this.open(this.options.listener.position()),
      backOffMs(this.attempt, { minMs: 15_000, ...this.options.backOff }),
    );
    this.attempt += 1;
  }
}
