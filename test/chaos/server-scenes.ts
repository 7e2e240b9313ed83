import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { createRoomServer } from '../../src/server/index.js';
import { makeShow } from '../fixtures/show.js';
import { BareFeed } from './bare-feed.js';
import { ServedRoom } from './served-room.js';
import { Visitor } from './visitor.js';

/** How much a scene is made of. */
export interface ServerSize {
  /** Pages with stores and all. */
  pages: number;
  /** Streams on bare sockets. */
  streams: number;
  /** Of these, how many stop reading. */
  stalled: number;
}

export interface ServerScene {
  name: string;
  /** Played in the short form as well. */
  short: boolean;
  /** Resolves with what was measured, a line each; rejects where a promise was broken. */
  run(size: ServerSize): Promise<string[]>;
}

/** Without what is undefined: a state that was parsed names its optional fields, one that was folded need not. */
const plain = (state: unknown): unknown => state && JSON.parse(JSON.stringify(state));

/** All pages must stand where the log stands within this time, ms. */
const ALL_EQUAL_WITHIN = 10_000;

/** How long it takes until every page shows the fold of the log, ms. */
async function allEqual(
  visitors: readonly Visitor[],
  log: () => ReturnType<ServedRoom['fold']>,
): Promise<number> {
  const begun = performance.now();
  const { state } = await log();
  const equal = Promise.all(
    visitors.map(({ room }) => {
      const same = () => !room.$connection.get().stale && isDeepStrictEqual(plain(room.$state.get()), state);
      return visitors.find(one => one.room === room)!.until(same);
    }),
  );
  let patience: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    const say = () => reject(new Error('the pages are not what the log says'));
    patience = setTimeout(say, ALL_EQUAL_WITHIN);
  });
  await Promise.race([equal, tooLate]).finally(() => clearTimeout(patience));
  return performance.now() - begun;
}

async function withRoom(
  coupons: number,
  run: (
    room: ServedRoom,
    visit: (count: number) => Promise<Visitor[]>,
    feeds: (count: number) => Crowd,
  ) => Promise<string[]>,
): Promise<string[]> {
  const room = await ServedRoom.open(coupons);
  const visitors: Visitor[] = [];
  const crowds: Crowd[] = [];
  const visit = async (count: number) => {
    const more = Array.from({ length: count }, () => new Visitor(room.url));
    visitors.push(...more);
    await Promise.all(more.map(one => one.until(() => one.room.$connection.get().status === 'open')));
    return more;
  };
  const feeds = (count: number) => {
    const crowd = new Crowd(room.port, count);
    crowds.push(crowd);
    return crowd;
  };
  try {
    return await run(room, visit, feeds);
  } finally {
    for (const visitor of visitors) visitor.leave();
    for (const crowd of crowds) crowd.end();
    await room.close();
  }
}

/** Many bare feeds, and how to wait for all of them. */
class Crowd {
  readonly feeds: BareFeed[];
  readonly #waiting = new Set<() => void>();

  constructor(port: number, count: number) {
    const heard = () => {
      for (const look of this.#waiting) look();
    };
    this.feeds = Array.from({ length: count }, () => new BareFeed(port, heard));
  }

  until(is: (feed: BareFeed) => boolean): Promise<void> {
    const missing = new Set(this.feeds);
    return new Promise(resolve => {
      const look = () => {
        for (const feed of missing) {
          if (!is(feed)) return;
          missing.delete(feed);
        }
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  end(): void {
    for (const feed of this.feeds) feed.end();
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What is done to a server process, and what must hold all the same. */
export const serverScenes: readonly ServerScene[] = [
  {
    name: 'kill -9 of the server in the middle of claims and comments',
    short: true,
    run: ({ pages }) =>
      withRoom(Math.floor(pages / 2), async (room, visit) => {
        const visitors = await visit(pages);
        await room.order({ type: 'coupon.open', couponId: 'plain' });
        await Promise.all(
          visitors.map(one => one.until(() => one.room.$state.get()?.coupons[0]?.state === 'open')),
        );
        const acknowledged: string[] = [];
        let restart: Promise<void> | undefined;
        const claims = visitors.map(async one => {
          const status = await one.claim();
          if (one.code !== undefined) acknowledged.push(one.code);
          if (acknowledged.length >= pages / 6) restart ??= room.kill().then(() => room.start());
          return status;
        });
        const words = visitors.map((one, i) => one.say(`words of ${i}`));
        const outcomes = await Promise.all(claims);
        await Promise.all(words);
        assert.ok(restart, 'nobody met the end of the server');
        await restart;
        await room.order({ type: 'pin.add', productId: 'b' });
        const took = await allEqual(visitors, () => room.fold());
        const { total, left, codes, texts } = await room.books();
        const held = visitors.flatMap(({ code }) => code ?? []);
        assert.equal(left + codes.length, total, 'total = left + won');
        assert.equal(left, 0, 'more asked than there were');
        assert.deepEqual(new Set(held), new Set(codes), 'codes on screens and in the books');
        assert.equal(new Set(codes).size, codes.length, 'a code was given twice');
        assert.equal(outcomes.filter(status => status === 'claimed').length, total);
        for (const code of acknowledged) assert.ok(codes.includes(code), `${code} was lost`);
        const said = visitors.flatMap(one => one.said);
        assert.equal(said.length, pages);
        for (const text of said) assert.equal(texts.filter(one => one === text).length, 1, `"${text}"`);
        return [
          `${pages} viewers: ${codes.length} claims and ${said.length} comments, none lost, none twice; all equal after ${seconds(took)}`,
        ];
      }),
  },
  {
    name: 'everybody comes back at once',
    short: true,
    run: ({ streams, pages }) =>
      withRoom(2, async (room, visit, feeds) => {
        const visitors = await visit(Math.min(20, pages));
        const crowd = feeds(streams);
        await crowd.until(feed => feed.seq > 0);
        for (const productId of ['a', 'b', 'c']) await room.order({ type: 'pin.add', productId });
        await room.kill();
        await room.start();
        const begun = performance.now();
        const seq = await room.order({ type: 'notice.set', notice: 'back' });
        await crowd.until(feed => feed.seq === seq);
        const back = performance.now() - begun;
        const took = await allEqual(visitors, () => room.fold());
        const breaks = crowd.feeds.flatMap(feed => feed.breaks);
        assert.deepEqual(breaks, []);
        // Also who lost the line before the last events came went on where it stood.
        assert.ok(
          crowd.feeds.every(({ beginnings }) => beginnings.slice(1).every(how => how === 'recovered')),
        );
        const reads = await room.figure('qunlive_store_seconds_count{operation="read"}');
        assert.ok(reads <= 5, `the store was read ${reads} times`);
        return [
          `${streams} streams were back after ${seconds(back)}, all recovered; the store was read ${reads} times; pages equal after ${seconds(took)}`,
        ];
      }),
  },
  {
    name: 'viewers that stop reading',
    short: false,
    run: ({ stalled }) =>
      withRoom(2, async (room, visit, feeds) => {
        const visitors = await visit(3);
        const crowd = feeds(stalled);
        await crowd.until(feed => feed.seq > 0);
        for (const feed of crowd.feeds) feed.stall();
        const before = await room.figure('process_resident_memory_bytes');
        const cut = () => room.figure('qunlive_feed_ended_total{why="slow"}');
        const long = 'a'.repeat(1900);
        let peak = before;
        let events = 0;
        for (; events < 4000 && (events % 100 !== 0 || (await cut()) < stalled); events += 1) {
          const src = `https://cdn.shop.example/${long}/${events}.m3u8`;
          await room.order({ type: 'stream.set', stream: { src, poster: src } });
          if (events % 100 === 0) peak = Math.max(peak, await room.figure('process_resident_memory_bytes'));
        }
        assert.equal(await cut(), stalled, `after ${events} events`);
        const grown = (peak - before) / 1e6;
        assert.ok(grown < 150, `memory grew by ${grown.toFixed(0)} MB`);
        const took = await allEqual(visitors, () => room.fold());
        return [
          `${stalled} were cut within ${events} events of 4 kB; memory grew by ${grown.toFixed(0)} MB at most; the others equal after ${seconds(took)}`,
        ];
      }),
  },
  {
    name: 'a clock that jumps',
    short: true,
    async run({ pages }) {
      let skew = 0;
      const server = await createRoomServer({ shows: [makeShow()], now: () => Date.now() + skew });
      const url = `${await server.listen({ port: 0 })}/v1/rooms/spring`;
      const visitors = Array.from({ length: Math.min(20, pages) }, () => new Visitor(url));
      const host = { id: 'host', role: 'host' } as const;
      try {
        await Promise.all(visitors.map(one => one.until(() => one.room.$state.get() !== undefined)));
        const products = ['a', 'b', 'c', 'd', 'e'];
        for (const [i, hours] of [0, 1, -1, 24, -24].entries()) {
          skew = hours * 3_600_000;
          await server.execute('spring', { type: 'stock.set', productId: products[i]!, stock: i + 1 }, host);
        }
        skew = -5000;
        await server.execute('spring', { type: 'coupon.open', couponId: 'plain' }, host);
        const { events } = await server.hub.room('spring').history({ after: 0, limit: 1000 });
        events.forEach(({ at, seq }, i) =>
          assert.ok(i === 0 || at >= events[i - 1]!.at, `at went back at ${seq}`),
        );
        const room = server.hub.room('spring');
        const took = await allEqual(visitors, async () => ({
          state: plain(room.state) as typeof room.state,
          seq: room.seq,
        }));
        return [`${visitors.length} pages equal after ${seconds(took)}, through jumps of up to two days`];
      } finally {
        for (const visitor of visitors) visitor.leave();
        await server.close();
      }
    },
  },
];
