import { FeedReader, HOST_TOKEN, ServerUnderTest } from '../fixtures/room-server.js';
import { makeShow } from '../fixtures/show.js';
import { emptyRoom, fold } from '../../src/core/fold.js';
import { RoomLog } from '../../src/core/room-log.js';
import {
  parseControl,
  parseHello,
  parseSnapshot,
  parseTick,
  type RoomState,
} from '../../src/protocol/index.js';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import type { Hint, RoomStore } from '../../src/server/store/room-store.js';

const TICK_MS = 50;

/** A viewer on one of the servers: what its page would know. */
export class Page {
  readonly log = new RoomLog();
  readonly comments = new Map<string, number>();
  readonly #reader: FeedReader;
  #heard: (() => void)[] = [];
  hellos: string[] = [];
  online = 0;
  likes = 0;

  static async open(url: string): Promise<Page> {
    const page = new Page(await FeedReader.open(`${url}/v1/rooms/spring/feed`));
    await page.until(() => page.log.state !== undefined);
    return page;
  }

  private constructor(reader: FeedReader) {
    this.#reader = reader;
    void this.#follow();
  }

  /** Resolves as soon as it is so, looked at with every event. */
  async until(so: () => boolean): Promise<void> {
    while (!so()) await new Promise<void>(resolve => this.#heard.push(resolve));
  }

  close(): void {
    this.#reader.close();
  }

  async #follow(): Promise<void> {
    for (let heard = await this.#reader.next(); heard; heard = await this.#reader.next()) {
      const { event, data } = heard;
      if (event === 'hello') {
        const hello = parseHello(data);
        this.hellos.push(hello.reason ?? hello.outcome);
        this.log.hello(hello);
      }
      if (event === 'snapshot') this.log.snapshot(parseSnapshot(data));
      if (event === 'control') this.log.event(parseControl(data));
      if (event === 'tick') this.#tick(parseTick(data));
      for (const wake of this.#heard.splice(0)) wake();
    }
  }

  #tick(tick: ReturnType<typeof parseTick>): void {
    this.log.head(tick);
    this.online = tick.online;
    this.likes = tick.likes ?? this.likes;
    for (const { text } of tick.comments) this.comments.set(text, (this.comments.get(text) ?? 0) + 1);
  }
}

/** Drops every `k`-th hint of the store, as a network may. */
export function forgetful(store: RoomStore, k: number): RoomStore {
  let told = 0;
  const subscribe: RoomStore['subscribe'] = (log, listener) =>
    store.subscribe(log, (hint: Hint) => {
      told += 1;
      if (told % k !== 0) listener(hint);
    });
  return new Proxy(store, {
    get(target, name) {
      if (name === 'subscribe') return subscribe;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Two servers on one store, with a page on each. */
export class Pair {
  readonly servers: readonly [ServerUnderTest, ServerUnderTest];
  readonly stores: readonly RedisStore[];
  readonly urls: string[] = [];
  readonly pages: Page[] = [];

  static async open(
    address: string,
    options: { total?: number; wrap?: (store: RoomStore) => RoomStore; now?: (() => number)[] } = {},
  ): Promise<Pair> {
    const { total = 50, wrap = (store: RoomStore) => store, now = [] } = options;
    const [coupon] = makeShow().coupons;
    const shows = [makeShow({ coupons: [{ ...coupon!, total }] })];
    const stores = [await RedisStore.open({ address }), await RedisStore.open({ address })] as const;
    const start = (store: RedisStore, clock: (() => number) | undefined) =>
      ServerUnderTest.start({
        shows,
        store: wrap(store),
        hub: { tickMs: TICK_MS, maxQuietMs: 0 },
        ...(clock ? { now: clock } : {}),
      });
    // Both at once: one of them is the first to load the show.
    const servers = await Promise.all([start(stores[0], now[0]), start(stores[1], now[1])]);
    const pair = new Pair(servers, stores);
    for (const server of servers) pair.urls.push(await server.listen());
    for (const url of pair.urls) pair.pages.push(await Page.open(url));
    return pair;
  }

  private constructor(servers: readonly [ServerUnderTest, ServerUnderTest], stores: readonly RedisStore[]) {
    this.servers = servers;
    this.stores = stores;
  }

  /** A command of the host by the one server or the other. */
  async host(which: 0 | 1, command: object): Promise<{ status: number; text: string }> {
    const server = this.servers[which];
    const { token } = await server.join(HOST_TOKEN);
    return server.send(token, command, `${which}-${(this.#keys += 1)}`);
  }
  #keys = 0;

  /** The fold of the log as the store has it. */
  async fold(): Promise<RoomState> {
    const log = await this.stores[0]!.read('spring', 0, 1_000_000);
    if (log === 'gap') throw new Error('the log is not whole');
    return log.events.reduce(fold, emptyRoom);
  }

  async close(): Promise<void> {
    for (const page of this.pages) page.close();
    await Promise.all(this.servers.map(server => server.close()));
  }
}
