import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { MemorySales } from '../../../test/fixtures/memory-sales.js';
import { QunError, type ReserveAnswer } from '../../protocol/index.js';
import type { SaleCount } from './sale-book.js';

const LIMIT = 3;
const viewer = fc.constantFrom('v1', 'v2', 'v3', 'v4', 'v5');
const pieces = fc.integer({ min: 1, max: LIMIT });
const chance = fc.double({ min: 0, max: 0.999, noNaN: true });

interface World {
  sales: MemorySales;
  at: number;
  made: number;
  /** Reservations in the order they were made, whoever has them now. */
  ids: string[];
}
type Step = (world: World) => Promise<unknown>;

const receipt = (world: World, who: string) => ({
  room: 'spring',
  viewer: who,
  key: `k${(world.made += 1)}`,
  fingerprint: 'f',
});

const steps = {
  reserve: fc
    .record({ who: viewer, quantity: pieces, wait: fc.boolean(), shut: fc.boolean(), closes: fc.boolean() })
    .map(({ who, quantity, wait, shut, closes }): Step => world => {
      const mine = receipt(world, who);
      world.ids.push(`r${world.made}`);
      return world.sales.reserve({
        saleId: 'flash',
        variantId: undefined,
        quantity,
        subject: undefined,
        gate: shut && quantity === 1 ? { result: 'expired' } : null,
        wait,
        closesAt: closes ? world.at + 150 : null,
        perViewer: LIMIT,
        holdMs: 100,
        id: `r${world.made}`,
        at: world.at,
        receipt: mine,
      });
    }),
  release: viewer.map(
    (who): Step =>
      world =>
        world.sales.release({ saleId: 'flash', at: world.at, receipt: receipt(world, who) }),
  ),
  settle: fc
    .record({
      which: chance,
      order: fc.constantFrom('o1', 'o2', 'o3'),
      status: fc.constantFrom('placed', 'paid', 'paid', 'cancelled', 'refunded'),
      restock: fc.boolean(),
    })
    .map(({ which, order: orderId, status, restock }): Step => async world => {
      const reservationId = world.ids[Math.floor(which * world.ids.length)];
      if (reservationId === undefined) return;
      const request = { room: 'spring', orderId, status, reservationId, restock, at: world.at };
      await world.sales.settle(request).catch((error: unknown) => {
        assert.match(
          String(error instanceof QunError && error.code),
          /^(reservation-unknown|order-conflict)$/,
        );
      });
    }),
  wait: fc.integer({ min: 0, max: 80 }).map(
    (ms): Step =>
      async world =>
        (world.at += ms),
  ),
  tend: fc.constant<Step>(async world => world.sales.tend(world.at)),
  load: fc.integer({ min: 1, max: 8 }).map((total): Step => async ({ sales }) => {
    try {
      sales.load([{ id: 'flash', total }]);
    } catch (error) {
      assert.equal(error instanceof QunError && error.code, 'bad-config');
    }
  }),
  stop: fc.constant<Step>(async world => world.sales.stop('flash')),
};
/** What viewers do is most of what happens. */
const step = fc.oneof(
  { weight: 8, arbitrary: steps.reserve },
  { weight: 2, arbitrary: steps.release },
  { weight: 4, arbitrary: steps.settle },
  { weight: 5, arbitrary: steps.wait },
  { weight: 2, arbitrary: steps.tend },
  { weight: 1, arbitrary: steps.load },
  { weight: 1, arbitrary: steps.stop },
);

const plan = fc.array(step, { minLength: 20, maxLength: 60, size: 'max' });
const begin = (total: number): World => {
  const sales = new MemorySales();
  sales.load([{ id: 'flash', total }]);
  return { sales, at: 1000, made: 0, ids: [] };
};
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** True at every moment. */
function checkBooks({ sales }: World): SaleCount {
  const sale = sales.sales.get('flash')!;
  const holds = [...sales.holds.values()];
  const count = (...states: string[]) =>
    sum(holds.filter(hold => states.includes(hold.state)).map(hold => hold.quantity));
  assert.equal(sale.left + sale.held + sale.sold, sale.total);
  assert.ok(Math.min(sale.left, sale.held, sale.sold) >= 0, 'below nothing');
  assert.equal(count('held'), sale.held);
  assert.equal(count('ordered', 'spent'), sale.sold);
  assert.equal(sales.waiters.length, sale.waiting);
  for (const who of ['v1', 'v2', 'v3', 'v4', 'v5']) {
    const mine = holds.filter(hold => hold.viewer === who);
    const held = mine.filter(hold => hold.state === 'held');
    const ordered = mine.filter(hold => hold.state === 'ordered');
    const waits = sales.waiters.filter(waiter => waiter.viewer === who);
    assert.ok(held.length + waits.length <= 1, 'has something and waits');
    assert.ok(sum([...held, ...ordered].map(hold => hold.quantity)) <= LIMIT, 'has too much');
  }
  return sale;
}

test('whatever happens: total = left + held + sold, nobody has too much, and the books add up', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), plan, async (total, asked) => {
      const world = begin(total);
      for (const one of asked) {
        await one(world);
        checkBooks(world);
      }
      // Whoever reads the ledger alone comes to the same numbers.
      const from = { held: 0, sold: 0 };
      const state = new Map<string, 'held' | 'sold'>();
      for (const { type, data } of world.sales.ledger) {
        const [id, quantity] = [data.reservationId as string, data.quantity as number];
        const was = state.get(id);
        if (was) from[was] -= quantity;
        state.delete(id);
        if (type === 'reservation.released') continue;
        const is = type === 'reservation.held' ? 'held' : 'sold';
        state.set(id, is);
        from[is] += quantity;
      }
      const { held, sold } = checkBooks(world);
      assert.deepEqual(from, { held, sold });
    }),
    { numRuns: 300 },
  ));

test('what was promised is there until its time is over, and an order in time counts', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), plan, chance, async (total, asked, which) => {
      const world = begin(total);
      const promised = new Map<string, number>();
      for (const one of asked) {
        const said = (await one(world)) as { answer?: ReserveAnswer } | undefined;
        const answer = said?.answer;
        if (answer && (answer.result === 'held' || answer.result === 'already'))
          promised.set(answer.reservation.id, answer.reservation.until!);
      }
      const given = [...promised].filter(([id]) => {
        const told = world.sales.ledger.filter(({ data }) => data.reservationId === id);
        return told[told.length - 1]!.type === 'reservation.held';
      });
      const [id, until] = given[Math.floor(which * given.length)] ?? [];
      if (id === undefined || until! <= world.at) return;
      const order = { room: 'spring', orderId: 'new', restock: true } as const;
      const last = { ...order, status: 'placed', reservationId: id, at: until! - 1 } as const;
      assert.equal((await world.sales.settle(last)).result, 'counted');
    }),
    { numRuns: 300 },
  ));

test('those who wait for as many are served in the order they came, and nothing free is held back from them', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), plan, async (total, asked) => {
      const world = begin(total);
      for (const one of asked) {
        const line = [...world.sales.waiters];
        const told = world.sales.ledger.length;
        await one(world);
        const served = world.sales.ledger
          .slice(told)
          .filter(({ type }) => type === 'reservation.held')
          .map(({ data }) => line.find(waiter => waiter.id === data.reservationId)?.ticket)
          .filter(ticket => ticket !== undefined);
        for (const ticket of served) {
          const { quantity } = line.find(waiter => waiter.ticket === ticket)!;
          const passed = world.sales.waiters.filter(
            waiter => waiter.ticket < ticket && waiter.quantity <= quantity,
          );
          assert.deepEqual(passed, [], 'who came first and wants no more was passed over');
        }
        const { left, served: highest } = world.sales.tend(world.at).flash!;
        const kept = world.sales.waiters.filter(waiter => waiter.quantity <= left);
        assert.deepEqual(kept, [], 'what is free is held back');
        assert.ok(Math.max(0, ...served) <= highest, 'nobody was told');
      }
    }),
    { numRuns: 300 },
  ));

test('the log says that a sale is sold out as long as all is ordered', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), plan, async (total, asked) => {
      const world = begin(total);
      let soldOut = false;
      let known = total;
      for (const one of asked) {
        const said = world.sales.log.length;
        await one(world);
        const now = world.sales.sales.get('flash')!;
        // As the room's state does with a show of more pieces.
        if (now.total > known) soldOut = false;
        known = now.total;
        world.sales.tend(world.at);
        for (const { soldOut: next } of world.sales.log.slice(said)) {
          assert.notEqual(next, soldOut, 'said twice');
          soldOut = next;
        }
        const { left, held } = world.sales.sales.get('flash')!;
        assert.equal(soldOut, left + held === 0);
      }
    }),
    { numRuns: 300 },
  ));
