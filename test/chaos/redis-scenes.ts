import assert from 'node:assert/strict';
import { RedisCluster, until } from '../fixtures/redis-cluster.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { forgetful, Pair } from '../fixtures/server-pair.js';
import { Crowd, type Told } from './crowd.js';
import { readBooks, type Books } from './redis-books.js';

/** How much a scene is made of. */
export interface Size {
  viewers: number;
  coupons: number;
}

export interface Scene {
  name: string;
  /** Played in the short form as well. */
  short: boolean;
  /** Resolves with what was measured, a line each; rejects where a promise was broken. */
  run(size: Size): Promise<string[]>;
}

/** All pages must stand where the log stands within this time, ms. */
const ALL_EQUAL_WITHIN = 10_000;

/** How long it takes until every page shows the fold of the log, ms. */
async function allEqual(pair: Pair): Promise<number> {
  const begun = performance.now();
  let patience: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    const say = () => reject(new Error('the pages are not what the log says'));
    patience = setTimeout(say, ALL_EQUAL_WITHIN);
  });
  const head = async () => (await pair.stores[0]!.load('spring')).seq;
  const equal = async () => {
    const seq = await head();
    for (const page of pair.pages) await page.until(() => page.log.position?.seq === seq && !page.log.stale);
  };
  try {
    await Promise.race([equal(), tooLate]);
  } finally {
    clearTimeout(patience);
  }
  const took = performance.now() - begun;
  const state = await pair.fold();
  for (const page of pair.pages) assert.deepEqual(page.log.state, state);
  return took;
}

/** One code for a viewer and one viewer for a code, in what viewers were told; and `initial = left + won` in the books. */
function sound({ won }: Told, books: Books): void {
  const codes = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const { viewer, code } of won) {
    assert.equal(codes.get(viewer) ?? code, code, 'two codes for one viewer');
    assert.equal(owners.get(code) ?? viewer, viewer, 'one code for two viewers');
    codes.set(viewer, code);
    owners.set(code, viewer);
  }
  conserved(books);
}

function conserved({ total, left, won }: Books): void {
  assert.equal(left + won.size, total, 'initial = left + won');
  assert.ok(left >= 0);
}

/** Codes and comments that were acknowledged and are not there. */
function lost({ won, said }: Told, books: Books) {
  const codes = new Map(won.map(({ viewer, code }) => [code, viewer]));
  return {
    claims: [...codes].filter(([code, viewer]) => books.won.get(viewer) !== code).length,
    comments: said.filter(text => !books.said.includes(text)).length,
  };
}

async function withPair(
  [address, options]: Parameters<typeof Pair.open>,
  run: (pair: Pair) => Promise<string[]>,
): Promise<string[]> {
  const pair = await Pair.open(address, options);
  try {
    await pair.host(0, { type: 'phase.set', phase: 'live' });
    await pair.host(1, { type: 'coupon.open', couponId: 'plain' });
    return await run(pair);
  } finally {
    await pair.close();
  }
}

const ms = (time: number) => `${Math.round(time)} ms`;

const killRedis: Scene = {
  short: true,
  name: 'kill -9 of Redis in the middle of claims and comments, with an append-only file',
  async run({ viewers, coupons }) {
    const redis = await RedisServer.start();
    try {
      return await withPair([redis.address, { total: coupons }], async pair => {
        const crowd = await Crowd.join(pair, viewers);
        let restart: Promise<void> | undefined;
        await crowd.rush(answered => {
          if (answered === Math.floor(coupons / 2)) restart = redis.kill().then(() => redis.start());
        });
        await restart;
        const took = await allEqual(pair);
        const books = await readBooks(redis.address);
        sound(crowd.told, books);
        assert.deepEqual(lost(crowd.told, books), { claims: 0, comments: 0 });
        assert.equal(new Set(books.said).size, books.said.length, 'a comment is there twice');
        assert.equal(books.won.size, Math.min(coupons, viewers));
        assert.equal(books.soldOutEvents, 1);
        const { won, said, put } = crowd.told;
        return [
          `${won.length} claims and ${said.length} comments acknowledged, 0 lost, 0 double; ` +
            `${put} answers said to come back; all pages equal after ${ms(took)}`,
        ];
      });
    } finally {
      await redis.end();
    }
  },
};

/** How far the replica is behind when its primary is killed, ms. */
const BEHIND = 300;

/** With `?replicas=1` nothing that was acknowledged is lost; without it, what is lost is measured. */
const killPrimary = (sure: boolean): Scene => ({
  short: sure,
  name: `kill -9 of a cluster's primary, its replica ${BEHIND} ms behind; answers ${sure ? '' : 'do not '}wait for it`,
  async run({ viewers, coupons }) {
    const cluster = await RedisCluster.start(3, 1);
    const address = `${cluster.address}${sure ? '?replicas=1&within=1000' : ''}`;
    try {
      return await withPair([address, { total: coupons }], async pair => {
        const { primary, replicas } = await cluster.holdersOf('spring');
        const epoch = pair.pages[0]!.log.position!.epoch;
        const crowd = await Crowd.join(pair, viewers);
        const failover = async () => {
          // Stopped and cut off: what the primary writes from now on reaches no other node.
          for (const replica of replicas) replica.pause();
          await primary.ask('CLIENT', 'KILL', 'TYPE', 'replica');
          await new Promise(resolve => setTimeout(resolve, BEHIND));
          await primary.kill();
          for (const replica of replicas) replica.resume();
          const begun = performance.now();
          await until(async () => (await promoted(replicas)) > 0);
          const took = performance.now() - begun;
          // The new primary needs a replica again before an answer can wait for one.
          await primary.start();
          return took;
        };
        let killed: Promise<number> | undefined;
        await crowd.rush(answered => {
          if (answered === Math.floor(coupons / 4)) killed = failover();
        });
        const failedOver = await killed!;
        const took = await allEqual(pair);
        const books = await readBooks(cluster.address);
        conserved(books);
        const gone = lost(crowd.told, books);
        if (sure) {
          sound(crowd.told, books);
          assert.deepEqual(gone, { claims: 0, comments: 0 });
        }
        const renewed = pair.pages[0]!.log.position!.epoch !== epoch;
        const codes = new Set(crowd.told.won.map(({ code }) => code)).size;
        return [
          `${codes} codes acknowledged for ${coupons} coupons: oversold by ${Math.max(0, codes - coupons)}; ` +
            `${gone.claims} acknowledged claims and ${gone.comments} comments lost`,
          `a replica took over after ${ms(failedOver)}; all pages equal ${ms(took)} after the rush` +
            `${renewed ? ', in a new epoch' : ''}; ${crowd.told.put} answers said to come back`,
        ];
      });
    } finally {
      await cluster.end();
    }
  },
});

const promoted = async (replicas: readonly RedisServer[]): Promise<number> => {
  const roles = await Promise.all(replicas.map(node => node.ask('INFO', 'replication')));
  return roles.filter(text => /role:master/.test(String(text))).length;
};

const loseHints: Scene = {
  short: true,
  name: 'every third hint is lost, with clocks five minutes apart',
  async run({ viewers, coupons }) {
    const redis = await RedisServer.start();
    const clocks = [() => Date.now(), () => Date.now() + 300_000];
    const wrap = (store: Parameters<typeof forgetful>[0]) => forgetful(store, 3);
    try {
      return await withPair([redis.address, { total: coupons, wrap, clocks }], async pair => {
        const crowd = await Crowd.join(pair, viewers);
        const pins = Array.from({ length: 30 }, (_, i) => async () => {
          const stock = { type: 'stock.set', productId: 'abcde'[i % 5], stock: 100 + i };
          const answer = await pair.host((i % 2) as 0 | 1, stock);
          assert.ok([200, 503].includes(answer.status), answer.text);
        });
        const hosts = (async () => {
          for (const pin of pins) await pin();
        })();
        await Promise.all([crowd.rush(() => {}), hosts]);
        const took = await allEqual(pair);
        const books = await readBooks(redis.address);
        sound(crowd.told, books);
        assert.deepEqual(lost(crowd.told, books), { claims: 0, comments: 0 });
        const log = await pair.stores[0]!.read('spring', 0, 1_000_000);
        const times = log === 'gap' ? [] : log.events.map(event => event.at);
        assert.deepEqual(
          times,
          [...times].sort((a, b) => a - b),
          'time went back',
        );
        return [`${times.length} events in both logs alike; all pages equal after ${ms(took)}`];
      });
    } finally {
      await redis.end();
    }
  },
};

const forgetAll: Scene = {
  short: true,
  name: 'FLUSHALL in the middle of claims and comments',
  async run({ viewers, coupons }) {
    const redis = await RedisServer.start();
    try {
      return await withPair([redis.address, { total: coupons }], async pair => {
        const epoch = pair.pages[0]!.log.position!.epoch;
        const crowd = await Crowd.join(pair, viewers);
        crowd.patient = true;
        const reopen = async () => {
          await redis.ask('FLUSHALL');
          const isNew = (page: (typeof pair.pages)[number]) =>
            page.log.position?.epoch !== epoch && !page.log.stale;
          for (const page of pair.pages) await page.until(() => isNew(page));
          const opened = await pair.host(0, { type: 'coupon.open', couponId: 'plain' });
          assert.equal(opened.status, 200, opened.text);
        };
        let flushed: Promise<void> | undefined;
        let atFlush = 0;
        await crowd.rush(answered => {
          if (answered !== Math.floor(viewers / 3)) return;
          atFlush = answered;
          flushed = reopen();
        });
        await flushed;
        const took = await allEqual(pair);
        const books = await readBooks(redis.address);
        conserved(books);
        return [`flushed after ${atFlush} claims: a new epoch for all pages; equal after ${ms(took)}`];
      });
    } finally {
      await redis.end();
    }
  },
};

export const redisScenes: readonly Scene[] = [
  killRedis,
  loseHints,
  forgetAll,
  killPrimary(true),
  killPrimary(false),
];
