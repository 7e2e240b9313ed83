import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { QunError, type ReserveAnswer } from '../../src/protocol/index.js';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import type { RoomStore } from '../../src/server/store/room-store.js';
import { loadSales, reservation } from '../../src/server/store/sale-contract.js';
import { SqliteStore } from '../../src/server/store/sqlite/sqlite-store.js';
import { RedisServer } from '../fixtures/redis-server.js';

const redis = await RedisServer.start();
const folder = mkdtempSync(join(tmpdir(), 'qunlive-sales-'));
after(async () => {
  await redis.end();
  rmSync(folder, { recursive: true, force: true });
});
const TOTAL = 60;
const VIEWERS = 150;
const AT_ONCE = 20;

/** As a client does: the same again until there is an answer. */
async function until<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof QunError) || !/^(overloaded|shutting-down)$/.test(error.code)) throw error;
      await new Promise(setImmediate);
    }
  }
}

/** Many viewers at once, each with a wish, and then an order, a change of mind, or nothing. `hit` strikes in the middle. */
async function storm(store: (i: number) => RoomStore, hit: (i: number) => void) {
  const promised = new Map<number, ReserveAnswer>();
  const ordered = new Set<string>();
  await until(() => store(0).append('spring', [loadSales(TOTAL)], { at: 1, expectSeq: 0 }));
  const ask = (i: number) => reservation(`v${i}`, 'k', { quantity: 1 + (i % 2), wait: true, at: 1000 + i });
  const one = async (i: number) => {
    const { answer } = await until(() => store(i).reserve(ask(i)));
    promised.set(i, answer);
    hit(promised.size);
    if (answer.result !== 'held' || i % 3 === 0) return;
    if (i % 3 === 1) {
      const at = { saleId: 'flash', at: 2000 };
      const mine = { room: 'spring', viewer: `v${i}`, key: 'back', fingerprint: 'f' };
      await until(() => store(i + 1).release({ ...at, receipt: mine }));
      return;
    }
    const { id } = answer.reservation;
    const order = { room: 'spring', orderId: `o${i}`, restock: true, reservationId: id, at: 3000 };
    // Told twice, and of another process: it counts once.
    await until(() => store(i).settle({ ...order, status: 'placed' }));
    await until(() => store(i + 1).settle({ ...order, status: 'paid' }));
    ordered.add(id);
  };
  let next = 0;
  const some = async () => {
    while (next < VIEWERS) await one((next += 1) - 1);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
  for (const [i, answer] of promised) {
    if (answer.result === 'taken' || answer.result === 'sold-out') continue;
    const again = await store(i + 1).reserve({ ...ask(i), id: 'another', at: 4000 });
    assert.deepEqual(again.answer, answer, 'a promise was another the second time');
  }
  return { promised, ordered };
}

/** Whoever reads the ledger alone knows who has what. */
async function booked(store: RoomStore) {
  const has = new Map<string, { type: string; quantity: number }>();
  for (const { type, data } of await store.ledger('spring', 0, 10_000)) {
    const id = data.reservationId as string;
    const was = has.get(id)?.type;
    const before = { 'reservation.held': undefined, 'reservation.ordered': 'reservation.held' }[
      type as string
    ];
    if (type !== 'reservation.released') assert.equal(was, before, `${id}: ${type} after ${was}`);
    has.delete(id);
    if (type !== 'reservation.released') has.set(id, { type, quantity: data.quantity as number });
  }
  const sum = (which: string) =>
    [...has.values()].reduce((all, { type, quantity }) => all + (type === which ? quantity : 0), 0);
  return { ids: new Set(has.keys()), held: sum('reservation.held'), sold: sum('reservation.ordered') };
}

async function check(store: RoomStore, { promised, ordered }: Awaited<ReturnType<typeof storm>>) {
  assert.equal(promised.size, VIEWERS);
  const look = async (at: number) =>
    (await store.pulse('spring', { process: 'p', online: 0, likes: 0, after: '0', at })).sales.flash!;
  const now = await look(5000);
  const books = await booked(store);
  assert.equal(now.left + now.held + now.sold, TOTAL);
  assert.deepEqual([now.held, now.sold], [books.held, books.sold]);
  for (const id of ordered) assert.ok(books.ids.has(id), `${id} was ordered, and is not there`);
  // Nobody comes for what is kept: all is offered to who waits until nobody waits, and then free.
  for (let at = 100_000; (await look(at)).held > 0; at += 100_000);
  const last = await look(10_000_000);
  assert.deepEqual([last.left, last.held, last.waiting], [TOTAL - last.sold, 0, 0]);
  assert.equal(last.sold, (await booked(store)).sold);
}

test('two processes and a Redis that is killed in the middle of the rush', async () => {
  const address = `${redis.address}?prefix=storm:`;
  const stores = [await RedisStore.open({ address }), await RedisStore.open({ address })];
  try {
    let answered = 0;
    let struck: Promise<number> | undefined;
    const strike = async () => {
      await redis.kill();
      const before = answered;
      await redis.start();
      return before;
    };
    const done = await storm(
      i => stores[i % 2]!,
      count => {
        answered = count;
        if (count === 20) struck = strike();
      },
    );
    // Asked again by the client itself: nobody need notice.
    assert.ok((await struck)! < VIEWERS, 'the rush was over');
    await check(stores[0]!, done);
  } finally {
    await Promise.all(stores.map(store => store.close()));
  }
});

test('a SQLite file that is closed and opened again in the middle of the rush', async () => {
  let store = await SqliteStore.open({ folder });
  let reopened: Promise<void> | undefined;
  try {
    const done = await storm(
      () => store,
      answered => {
        if (answered !== 20) return;
        reopened = store.close().then(async () => void (store = await SqliteStore.open({ folder })));
      },
    );
    await reopened;
    assert.ok(reopened, 'it was never closed');
    await check(store, done);
  } finally {
    await store.close();
  }
});
