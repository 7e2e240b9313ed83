import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import fc from 'fast-check';
import { QunError } from '../../src/protocol/index.js';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import type { RoomStore } from '../../src/server/store/room-store.js';
import type { SaleStore, SettleRequest } from '../../src/server/store/sale-store.js';
import { SqliteStore } from '../../src/server/store/sqlite/sqlite-store.js';
import { MemorySales } from '../fixtures/memory-sales.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { makeShow } from '../fixtures/show.js';

const redis = await RedisServer.start();
after(() => redis.end());
let made = 0;

type Totals = readonly { id: string; total: number }[];
/** What a step may do to sales, wherever they are kept. */
interface Shop extends SaleStore {
  load(totals: Totals): Promise<unknown>;
  stop(saleId: string): Promise<unknown>;
  /** How all sales stand when time has done its part. */
  look(at: number): Promise<unknown>;
  /** What the books and the room have heard. */
  heard(): Promise<{ ledger: unknown[]; log: unknown[] }>;
  close(): Promise<void>;
}
type Step = (shop: Shop, at: number, index: number) => Promise<unknown>;

class Kept implements Shop {
  readonly #store: RoomStore;
  readonly reserve: Shop['reserve'] = request => this.#store.reserve(request);
  readonly release: Shop['release'] = request => this.#store.release(request);
  readonly settle: Shop['settle'] = request => this.#store.settle(request);
  readonly settleAll: Shop['settleAll'] = request => this.#store.settleAll(request);
  readonly holdings: Shop['holdings'] = (room, viewer) => this.#store.holdings(room, viewer);
  readonly close = () => this.#store.close();

  constructor(store: RoomStore) {
    this.#store = store;
  }

  load(totals: Totals): Promise<unknown> {
    const terms = { productId: 'a', price: { minor: 1, currency: 'CNY' }, perViewer: 3, holdSeconds: 60 };
    const sales = totals.map(total => ({ ...terms, ...total, expires: { kind: 'stopped' as const } }));
    return this.#append({ type: 'show.load', data: { show: makeShow({ sales }) } });
  }

  stop(saleId: string): Promise<unknown> {
    return this.#append({ type: 'sale.stop', data: { saleId } });
  }

  async look(at: number): Promise<unknown> {
    const { sales } = await this.#store.pulse('spring', {
      process: 'p',
      online: 0,
      likes: 0,
      after: '0',
      at,
    });
    assert.deepEqual((await this.#store.load('spring')).sales, sales);
    return sales;
  }

  async heard() {
    const { events } = await this.#store.history('spring', {
      after: 0,
      limit: 1000,
      types: ['sale.sold-out'],
    });
    const ledger = await this.#store.ledger('spring', 0, 1000);
    return {
      ledger: ledger.map(({ at, type, data }) => ({ at, type, data })),
      log: events.map(event => event.data),
    };
  }

  async #append(draft: { type: string; data: unknown }): Promise<unknown> {
    const { seq } = await this.#store.load('spring');
    await this.#store.append('spring', [draft], { at: 1, expectSeq: seq });
    return undefined;
  }
}

class Model extends MemorySales implements Omit<Shop, 'load' | 'stop'> {
  shop(): Shop {
    return {
      reserve: request => this.reserve(request),
      release: request => this.release(request),
      settle: request => this.settle(request),
      settleAll: request => this.settleAll(request),
      holdings: (room, viewer) => this.holdings(room, viewer),
      load: async totals => this.load(totals),
      stop: async saleId => this.stop(saleId),
      look: at => this.look(at),
      heard: () => this.heard(),
      close: () => this.close(),
    };
  }

  async look(at: number): Promise<unknown> {
    return this.tend(at);
  }

  async heard() {
    return { ledger: this.ledger, log: this.log };
  }

  async close(): Promise<void> {}
}

const saleId = fc.constantFrom('flash', 'flash', 'flash', 'other', 'none');
const viewer = fc.constantFrom('v1', 'v2', 'v3', 'v4');
const receipt = fc.record({
  room: fc.constant('spring'),
  viewer,
  key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8'),
  fingerprint: fc.constantFrom('f', 'f', 'f', 'f', 'f', 'g'),
});
/** As merchants may call people and orders. */
const subjectOf = (who: string) => (who === 'v1' ? undefined : `№ "${who}"\\ 青/é`);
const orders = ['o1', 'o2', 'order 3 "of" 青'];

const reserving = fc
  .record({
    sale: saleId,
    kept: receipt,
    quantity: fc.integer({ min: 1, max: 3 }),
    variantId: fc.constantFrom(undefined, 'red', 'a.b-c_d'),
    wait: fc.boolean(),
    shut: fc.constantFrom(false, false, false, true),
    holdMs: fc.constantFrom(50, 100),
    closes: fc.constantFrom(undefined, null, 70, 300),
  })
  .map(({ sale, kept, shut, closes, ...asked }): Step => (shop, at, index) => {
    const closesAt = typeof closes === 'number' ? at + closes : closes;
    const gate = shut ? ({ result: 'expired' } as const) : null;
    const whose = { saleId: sale, subject: subjectOf(kept.viewer), perViewer: 3, receipt: kept };
    return shop.reserve({ ...asked, ...whose, gate, closesAt, id: `r${index}`, at });
  });
const releasing = fc.tuple(saleId, receipt).map(
  ([sale, kept]): Step =>
    (shop, at) =>
      shop.release({ saleId: sale, at, receipt: kept }),
);
const settling = fc
  .record({
    back: fc.integer({ min: 1, max: 15 }),
    // An order with several reservations.
    more: fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }),
    orderId: fc.constantFrom(...orders),
    status: fc.constantFrom<SettleRequest['status']>('placed', 'paid', 'paid', 'cancelled', 'refunded'),
    restock: fc.boolean(),
  })
  .map(({ back, more, ...order }): Step => (shop, at, index) => {
    const id = (ago: number) => `r${index - ago}`;
    const said = { ...order, room: 'spring', at };
    return more.length === 0
      ? shop.settle({ ...said, reservationId: id(back) })
      : shop.settleAll({ ...said, reservationIds: more.map(id) });
  });
const loading = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: 1, max: 4 }))).map(
  ([total, other]): Step =>
    shop =>
      shop.load([{ id: 'flash', total }, ...(other === null ? [] : [{ id: 'other', total: other }])]),
);
const step = fc.oneof(
  { weight: 12, arbitrary: reserving },
  { weight: 3, arbitrary: releasing },
  { weight: 7, arbitrary: settling },
  {
    weight: 2,
    arbitrary: viewer.map(
      (who): Step =>
        shop =>
          shop.holdings('spring', who),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Step>((shop, at) => shop.look(at)) },
  { weight: 1, arbitrary: loading },
  {
    weight: 1,
    arbitrary: saleId.map(
      (sale): Step =>
        shop =>
          shop.stop(sale),
    ),
  },
);
const timed = fc.tuple(step, fc.constantFrom(0, 0, 0, 5, 20, 60));

async function play(shop: Shop, steps: readonly (readonly [Step, number])[]): Promise<unknown[]> {
  const said: unknown[] = [];
  await shop.load([
    { id: 'flash', total: 4 },
    { id: 'other', total: 1 },
  ]);
  let at = 1000;
  for (const [index, [step, ms]] of steps.entries()) {
    at += ms;
    said.push(await step(shop, at, index).catch((error: unknown) => refusal(error)));
  }
  for (const who of ['v1', 'v2', 'v3', 'v4']) said.push(await shop.holdings('spring', who));
  said.push(await shop.look(at), await shop.heard());
  return JSON.parse(JSON.stringify(said)) as unknown[];
}
const refusal = (error: unknown) => {
  if (error instanceof QunError) return error.code;
  throw error;
};

test('whatever is asked of flash sales, both stores answer as their rules do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(timed, { minLength: 25, maxLength: 60, size: 'max' }), async steps => {
      const expected = await play(new Model().shop(), steps);
      const shops = [
        new Kept(await SqliteStore.open({ folder: ':memory:' })),
        new Kept(await RedisStore.open({ address: `${redis.address}?prefix=s${(made += 1)}:` })),
      ];
      try {
        for (const shop of shops) assert.deepEqual(await play(shop, steps), expected);
      } finally {
        await Promise.all(shops.map(shop => shop.close()));
      }
    }),
    { numRuns: 60 },
  );
});
