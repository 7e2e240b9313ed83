import { backOffMs, retryMs, type BackOffOptions } from '../core/back-off.js';
import type { ServerClock } from '../core/server-clock.js';
import { formatPosition, parseSnapshot, QunError, type Hello, type Position } from '../protocol/index.js';
import { askWhy } from './ask-why.js';
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
}

/** Feeds that the server would send and that never arrive, before snapshots are asked for instead. */
const BLOCKED = 2;
/** Snapshots after which the feed itself is tried again. */
const POLLS = 12;

/** Keeps one room's feed open, whatever the network, the page and the device do. */
export class SseFeed implements Feed {
  readonly #options: SseFeedOptions;
  readonly #unwatch: () => void;
  #running = new AbortController();
  #closeSource: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #blocked = 0;
  #openedAt = 0;
  #heardAt = 0;
  /** A snapshot is on its way, which may be long and is heard of only when it is complete. */
  #expecting = false;
  /** `over`: closed or refused for good. `away`: the page is, and will say when it is back. */
  #life: 'on' | 'away' | 'over' = 'on';

  constructor(options: SseFeedOptions) {
    this.#options = options;
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
    this.#open(options.listener.position());
  }

  resync(position: Position | undefined): void {
    if (this.#life === 'on') this.#open(position);
  }

  close(): void {
    this.#leave('over');
    this.#unwatch();
  }

  #open(position: Position | undefined): void {
    this.#stop();
    const { http, listener, clock, EventSource: Source = globalThis.EventSource } = this.#options;
    if (typeof Source !== 'function' || this.#blocked >= BLOCKED) {
      void this.#poll(0);
      return;
    }
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
        this.#blocked = 0;
        this.#expecting = hello.outcome === 'snapshot';
        clock.sample(hello.at, begunAt, this.#heardAt);
        listener.status('open');
        listener.hello(hello);
        this.#options.onReachable();
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
    this.#attempt = 0;
    this.#options.onReachable();
    this.#open(this.#options.listener.position());
  }

  #check(): void {
    const { silenceMs = 20_000, clock } = this.#options;
    const silentMs = Date.now() - this.#heardAt;
    const patienceMs = silenceMs * (this.#expecting ? 3 : 1);
    if (this.#life !== 'on' || !this.#closeSource || silentMs < patienceMs) return;
    if (silentMs > 3 * patienceMs) {
      // Not a dead line but a page that did not run.
      clock.reset();
      this.#again();
      return;
    }
    if (this.#openedAt === 0) this.#blocked += 1;
    void this.#lost(new QunError('timeout', { detail: `no word for ${silentMs} ms` }));
  }

  /** `url`: ask there why it did not open. */
  async #lost(error: QunError, url?: string): Promise<void> {
    const { http, listener, steadyMs = 10_000 } = this.#options;
    const opened = this.#openedAt > 0;
    if (opened && Date.now() - this.#openedAt >= steadyMs) this.#attempt = 0;
    this.#stop();
    if (!this.#options.isOnline()) return this.#goOffline();
    listener.status('reconnecting', error);
    if (opened || url === undefined) return this.#later(error);
    const { signal } = this.#running;
    const why = await askWhy(http, url, signal);
    if (signal.aborted) return;
    if (why.final) return this.#fail(why.error);
    if (why.reachable) this.#blocked += 1;
    listener.status('reconnecting', why.error);
    // Goes on, in case it is mended, but the page's author has to hear of it.
    if (!why.error.temporary) listener.refused(why.error);
    this.#later(why.error);
  }

  #later({ retryAfterMs }: QunError): void {
    const waitMs = retryMs(this.#attempt, retryAfterMs, { minMs: 2000, ...this.#options.backOff });
    this.#attempt += 1;
    this.#timer = setTimeout(() => this.#open(this.#options.listener.position()), waitMs);
  }

  #fail(error: QunError): void {
    this.close();
    this.#options.listener.status('failed', error);
  }

  /** Until the device says otherwise; now and then we look ourselves, since some say offline and are not. */
  #goOffline(): void {
    this.#stop();
    this.#options.listener.status('offline', new QunError('network', { detail: 'the device is offline' }));
    this.#timer = setTimeout(
      () => this.#open(this.#options.listener.position()),
      backOffMs(this.#attempt, { minMs: 15_000, ...this.#options.backOff }),
    );
    this.#attempt += 1;
  }

  /** No feed gets through: the room as it stands, every few seconds. */
  async #poll(count: number): Promise<void> {
    const { http, listener, clock, pollMs = 5000 } = this.#options;
    const { signal } = this.#running;
    try {
      const answer = await http.json('snapshot', { signal });
      if (signal.aborted) return;
      const now = (answer.body as { now?: unknown } | null)?.now;
      if (typeof now === 'number') clock.sample(now, answer.sentAt, answer.receivedAt);
      const snapshot = parseSnapshot(answer.body);
      this.#attempt = 0;
      listener.status('open');
      listener.snapshot(snapshot);
    } catch (cause) {
      if (signal.aborted) return;
      const error = QunError.from(cause, 'network');
      this.#blocked = 0;
      // These two may be the word of a proxy in between.
      if (error.code === 'malformed' || error.code === 'not-found') listener.refused(error);
      else if (!error.temporary) return this.#fail(error);
      listener.status('reconnecting', error);
      return this.#later(error);
    }
    const tryFeed = count + 1 >= POLLS;
    if (tryFeed) this.#blocked = BLOCKED - 1;
    this.#timer = setTimeout(
      () => (tryFeed ? this.#open(listener.position()) : void this.#poll(count + 1)),
      pollMs * (0.8 + 0.4 * Math.random()),
    );
  }
}
