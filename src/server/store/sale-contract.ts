import assert from 'node:assert/strict';
import { makeShow } from '../../../test/fixtures/show.js';
import type { SaleFigures } from '../../protocol/index.js';
import { receipt, refused, ROOM, type Check } from './checked-contract.js';
import type { LogDraft, RoomStore } from './room-store.js';
import type { ReleaseRequest, ReserveRequest, SettleAllRequest, SettleRequest } from './sale-store.js';

const price = { minor: 990, currency: 'CNY' };
const terms = (id: string, total: number) => ({
  id,
  productId: 'a',
  price,
  total,
  perViewer: 2,
  holdSeconds: 60,
  expires: { kind: 'stopped' as const },
});

/** A show with the sales `flash` and, where a number is given, `other`. */
export const loadSales = (total: number, other?: number): LogDraft => {
  const sales = [terms('flash', total), ...(other === undefined ? [] : [terms('other', other)])];
  return { type: 'show.load', data: { show: makeShow({ sales }) } };
};

export const reservation = (
  viewer: string,
  key: string,
  change: Partial<ReserveRequest> = {},
): ReserveRequest => ({
  saleId: 'flash',
  variantId: undefined,
  quantity: 1,
  subject: `person of ${viewer}`,
  gate: null,
  wait: false,
  perViewer: 2,
  holdMs: 60_000,
  id: `r-${viewer}-${key}`,
  at: 1000,
  receipt: receipt(key, viewer),
  ...change,
});
const giveBack = (viewer: string, key: string, at = 1000): ReleaseRequest => ({
  saleId: 'flash',
  at,
  receipt: receipt(key, viewer, 'release'),
});
const paid = (reservationId: string, change: Partial<SettleRequest> = {}): SettleRequest => ({
  room: ROOM,
  orderId: 'o1',
  status: 'paid',
  reservationId,
  restock: true,
  at: 2000,
  ...change,
});

const brief = ({ left, held, sold, waiting, served }: SaleFigures) => [left, held, sold, waiting, served];

async function figures(store: RoomStore, at: number, saleId = 'flash') {
  const { sales } = await store.pulse(ROOM, { process: 'p', online: 0, likes: 0, after: '0', at });
  return brief(sales[saleId]!);
}

async function told(store: RoomStore) {
  const all = await store.ledger(ROOM, 0, 99);
  return all.map(({ type, data }) => [type, data.reservationId, data.reason ?? data.orderId]);
}

async function soldOut(store: RoomStore) {
  const { events } = await store.history(ROOM, { after: 0, limit: 99, types: ['sale.sold-out'] });
  return events.map(({ data }) => (data as { soldOut: boolean }).soldOut);
}

/** What a store promises of flash sales. */
export function saleContract(check: Check): void {
  const onSale = (title: string, total: number, run: (store: RoomStore) => Promise<void>) =>
    check(title, 2, async store => {
      await store.append(ROOM, [loadSales(total)], { at: 1000, expectSeq: 1 });
      await run(store);
    });

  onSale('keeps pieces for a viewer, once, and never more than there are', 3, async store => {
    const first = await store.reserve(reservation('v1', 'k1', { quantity: 2, variantId: 'red' }));
    const held = { id: 'r-v1-k1', saleId: 'flash', variantId: 'red', quantity: 2, at: 1000, until: 61_000 };
    assert.deepEqual(first.answer, { result: 'held', reservation: held });
    assert.deepEqual([first.at, first.replayed, brief(first.figures)], [1000, false, [1, 2, 0, 0, 0]]);
    const again = await store.reserve(reservation('v1', 'k1', { at: 5000, quantity: 2 }));
    assert.deepEqual(again, { ...first, replayed: true });
    const another = await store.reserve(reservation('v1', 'k2', { at: 5000 }));
    assert.deepEqual(another.answer, { result: 'already', reservation: held });
    const more = await store.reserve(reservation('v2', 'k1', { quantity: 2 }));
    assert.deepEqual(more.answer, { result: 'taken', left: 1, waiting: 0 });
    const many = await Promise.all(['v3', 'v4', 'v5'].map(who => store.reserve(reservation(who, 'k1'))));
    assert.deepEqual(
      many.map(({ answer }) => answer.result),
      ['held', 'taken', 'taken'],
    );
    assert.deepEqual(await figures(store, 1000), [0, 3, 0, 0, 0]);
    assert.deepEqual(await store.holdings(ROOM, 'v1'), { reservations: [held], waits: [] });
    assert.deepEqual(await store.holdings(ROOM, 'v2'), { reservations: [], waits: [] });
  });

  onSale('keeps the answers that promise something, and asks anew where nothing was', 1, async store => {
    const gate = { result: 'not-open' as const, opensAt: 9000 };
    const early = await store.reserve(reservation('v1', 'k1', { gate }));
    assert.deepEqual([early.answer, brief(early.figures)], [gate, [1, 0, 0, 0, 0]]);
    const first = await store.reserve(reservation('v1', 'k1'));
    assert.equal(first.answer.result, 'held');
    const shut = await store.reserve(reservation('v1', 'k2', { gate: { result: 'expired' } }));
    assert.equal(shut.answer.result, 'already');
    await store.release(giveBack('v1', 'b'));
    assert.deepEqual((await store.reserve(reservation('v1', 'k1'))).answer, first.answer);
    assert.deepEqual((await store.reserve(reservation('v1', 'k2'))).answer, shut.answer);
    assert.deepEqual(await figures(store, 1000), [1, 0, 0, 0, 0]);
    const other = receipt('k1', 'v1', 'another body');
    await assert.rejects(store.reserve(reservation('v1', 'k1', { receipt: other })), refused('key-reused'));
    assert.deepEqual((await store.answered(receipt('k1')))?.answer, first.answer);
    await assert.rejects(store.reserve(reservation('v9', 'k', { saleId: 'none' })), refused('overloaded'));
  });

  onSale('lets nobody have more than they may, kept and ordered together', 9, async store => {
    await store.reserve(reservation('v1', 'k1'));
    await store.settle(paid('r-v1-k1'));
    const two = await store.reserve(reservation('v1', 'k2', { quantity: 2 }));
    assert.deepEqual(two.answer, { result: 'limit', limit: 2, had: 1 });
    assert.equal((await store.reserve(reservation('v1', 'k3'))).answer.result, 'held');
    const { reservations } = await store.holdings(ROOM, 'v1');
    assert.deepEqual(
      reservations.map(({ id, until }) => [id, until]),
      [
        ['r-v1-k1', null],
        ['r-v1-k3', 61_000],
      ],
    );
    const all = await store.reserve(reservation('v2', 'k1', { quantity: 3 }));
    assert.deepEqual(all.answer, { result: 'limit', limit: 2, had: 0 });
  });

  onSale('frees what is kept too long, whatever comes next', 1, async store => {
    await store.reserve(reservation('v1', 'k1'));
    const soon = await store.reserve(reservation('v2', 'k1', { at: 60_999 }));
    assert.equal(soon.answer.result, 'taken');
    const then = await store.reserve(reservation('v2', 'k2', { at: 61_000 }));
    assert.equal(then.answer.result, 'held');
    assert.deepEqual(await figures(store, 120_999), [0, 1, 0, 0, 0]);
    assert.deepEqual(await figures(store, 121_000), [1, 0, 0, 0, 0]);
    assert.deepEqual(await told(store), [
      ['reservation.held', 'r-v1-k1', undefined],
      ['reservation.released', 'r-v1-k1', 'expired'],
      ['reservation.held', 'r-v2-k2', undefined],
      ['reservation.released', 'r-v2-k2', 'expired'],
    ]);
    assert.deepEqual((await store.ledger(ROOM, 0, 1))[0], {
      n: 1,
      at: 1000,
      type: 'reservation.held',
      data: {
        reservationId: 'r-v1-k1',
        saleId: 'flash',
        quantity: 1,
        until: 61_000,
        viewer: 'v1',
        subject: 'person of v1',
      },
    });
  });

  onSale(
    'frees so much at once and the rest after it, and first of all what is their own',
    250,
    async store => {
      const all = Array.from({ length: 250 }, (_, i) => `v${100 + i}`);
      await Promise.all(all.map(who => store.reserve(reservation(who, 'k'))));
      const last = await store.reserve(reservation('v349', 'k2', { at: 61_000 }));
      assert.deepEqual([last.answer.result, brief(last.figures)], ['held', [200, 50, 0, 0, 0]]);
      assert.deepEqual(await figures(store, 61_000), [249, 1, 0, 0, 0]);
    },
  );

  onSale('gives back what is kept, once for a key, and leaves the line', 1, async store => {
    assert.deepEqual((await store.release(giveBack('v1', 'b0'))).answer, { released: 0 });
    await store.reserve(reservation('v1', 'k1'));
    await store.reserve(reservation('v2', 'k1', { wait: true }));
    assert.deepEqual((await store.release(giveBack('v2', 'b'))).figures.waiting, 0);
    // What was asked before there was anything takes nothing away when it comes again.
    assert.deepEqual((await store.release(giveBack('v1', 'b0'))).answer, { released: 0 });
    const back = await store.release(giveBack('v1', 'b', 2000));
    assert.deepEqual([back.answer, back.at, brief(back.figures)], [{ released: 1 }, 2000, [1, 0, 0, 0, 0]]);
    await store.reserve(reservation('v1', 'k2'));
    const again = await store.release(giveBack('v1', 'b', 3000));
    assert.deepEqual([again.answer, again.at, again.replayed], [{ released: 1 }, 2000, true]);
    assert.deepEqual(await figures(store, 3000), [0, 1, 0, 0, 0]);
  });

  onSale('offers what comes back in order, and to newcomers only what nobody has use for', 3, async store => {
    await store.reserve(reservation('v1', 'k', { quantity: 2, perViewer: 3 }));
    await store.reserve(reservation('v2', 'k'));
    const ask = (who: string, quantity: number, wait = true) =>
      store.reserve(reservation(who, 'w', { quantity, wait, perViewer: 3, at: 2000 }));
    const third = await ask('v3', 2);
    assert.deepEqual(third.answer, {
      result: 'waiting',
      wait: { saleId: 'flash', quantity: 2, ticket: 1, ahead: 0 },
    });
    assert.deepEqual((await ask('v4', 1)).figures.waiting, 2);
    await ask('v5', 1);
    assert.deepEqual((await store.holdings(ROOM, 'v5')).waits, [
      { saleId: 'flash', quantity: 1, ticket: 3, ahead: 2 },
    ]);
    // One piece: not enough for the first, enough for the second.
    const one = await store.release(giveBack('v2', 'b', 3000));
    assert.deepEqual(brief(one.figures), [0, 3, 0, 2, 2]);
    const asked = await store.reserve(reservation('v4', 'again', { at: 3000 }));
    assert.equal(asked.answer.result === 'already' && asked.answer.reservation.until, 63_000);
    assert.deepEqual((await ask('v3', 2)).answer, third.answer);
    const still = await store.reserve(reservation('v5', 'again', { at: 3000 }));
    assert.deepEqual(still.answer.result === 'waiting' && still.answer.wait.ahead, 1);
    // Two pieces: the first in line has them, and the newcomer nothing.
    await store.release(giveBack('v1', 'b', 4000));
    assert.equal((await ask('v6', 1, false)).answer.result, 'taken');
    assert.deepEqual(await figures(store, 4000), [0, 3, 0, 1, 2]);
    assert.equal((await store.holdings(ROOM, 'v3')).reservations[0]?.id, 'r-v3-w');
    // A wish that is too large for what may come back is not waited with.
    assert.equal((await ask('v7', 3)).answer.result, 'waiting');
    await store.settle(paid('r-v4-w', { at: 4000 }));
    assert.equal((await ask('v8', 3)).answer.result, 'taken');
    // Who waits for two takes the one that v5 left, if they ask for one.
    await store.release(giveBack('v5', 'b', 4000));
    await store.release(giveBack('v3', 'b', 4000));
    assert.deepEqual(await figures(store, 4000), [2, 0, 1, 1, 2]);
    const less = await store.reserve(reservation('v7', 'less', { at: 4000 }));
    assert.deepEqual([less.answer.result, brief(less.figures)], ['held', [1, 1, 1, 0, 2]]);
  });

  onSale('ends the line with the sale', 1, async store => {
    await store.reserve(reservation('v1', 'k'));
    await store.reserve(reservation('v2', 'k', { wait: true, closesAt: 5000 }));
    await store.reserve(reservation('v3', 'k', { wait: true, closesAt: 70_000 }));
    await store.reserve(reservation('v4', 'k', { wait: true }));
    assert.deepEqual(await figures(store, 61_000), [0, 1, 0, 1, 2]);
    await store.append(ROOM, [{ type: 'sale.stop', data: { saleId: 'flash' } }], { at: 1, expectSeq: 2 });
    assert.deepEqual(await figures(store, 61_000), [0, 1, 0, 0, 2]);
    assert.deepEqual(await store.holdings(ROOM, 'v4'), { reservations: [], waits: [] });
    const anew = await store.reserve(reservation('v4', 'k2', { wait: true, at: 61_000 }));
    assert.deepEqual(
      anew.answer.result === 'waiting' && [anew.answer.wait.ticket, anew.answer.wait.ahead],
      [4, 0],
    );
    assert.deepEqual(await figures(store, 121_000), [0, 1, 0, 0, 4]);
  });

  onSale('counts an order once, and says when the last is gone and when some are back', 2, async store => {
    await store.reserve(reservation('v1', 'k', { quantity: 2 }));
    const placed = await store.settle(paid('r-v1-k', { status: 'placed' }));
    assert.deepEqual([placed.result, placed.saleId, placed.quantity], ['counted', 'flash', 2]);
    assert.deepEqual(brief(placed.figures), [0, 0, 2, 0, 0]);
    assert.equal((await store.settle(paid('r-v1-k'))).result, 'nothing');
    assert.equal((await store.reserve(reservation('v2', 'k', { wait: true }))).answer.result, 'sold-out');
    await assert.rejects(store.settle(paid('r-v1-k', { orderId: 'o2' })), refused('order-conflict'));
    await assert.rejects(store.settle(paid('none')), refused('reservation-unknown'));
    assert.deepEqual(await figures(store, 99_000), [0, 0, 2, 0, 0]);
    assert.deepEqual(await soldOut(store), [true]);
    const off = await store.settle(paid('r-v1-k', { status: 'cancelled' }));
    assert.deepEqual([off.result, brief(off.figures)], ['returned', [2, 0, 0, 0, 0]]);
    assert.equal((await store.settle(paid('r-v1-k', { status: 'refunded' }))).result, 'nothing');
    // Words of an order that is off change nothing, in whatever order they come.
    assert.equal((await store.settle(paid('r-v1-k'))).result, 'nothing');
    assert.deepEqual(await soldOut(store), [true, false]);
    assert.deepEqual(await told(store), [
      ['reservation.held', 'r-v1-k', undefined],
      ['reservation.ordered', 'r-v1-k', 'o1'],
      ['reservation.released', 'r-v1-k', 'returned'],
    ]);
  });

  onSale('gives an order all it names or nothing', 3, async store => {
    for (const viewer of ['v1', 'v2', 'v3']) await store.reserve(reservation(viewer, 'k'));
    await store.settle(paid('r-v3-k', { orderId: 'o9' }));
    const all = (reservationIds: string[], change: Partial<SettleAllRequest> = {}) =>
      store.settleAll({
        room: ROOM,
        orderId: 'o1',
        status: 'paid',
        restock: true,
        at: 2000,
        reservationIds,
        ...change,
      });
    const before = await figures(store, 2000);
    assert.deepEqual(before, [0, 2, 1, 0, 0]);
    await assert.rejects(all(['r-v1-k', 'r-v2-k', 'r-v3-k']), refused('order-conflict'));
    await assert.rejects(all(['r-v1-k', 'none']), refused('reservation-unknown'));
    assert.deepEqual(await figures(store, 2000), before);
    assert.deepEqual(await all([]), []);
    const settled = (id: string, result: string) => ({ id, result, saleId: 'flash', quantity: 1 });
    const counted = [settled('r-v2-k', 'counted'), settled('r-v1-k', 'counted')];
    assert.deepEqual(await all(['r-v2-k', 'r-v1-k']), counted);
    assert.deepEqual(await figures(store, 2000), [0, 0, 3, 0, 0]);
    assert.deepEqual(await soldOut(store), [true]);
    const back = await all(['r-v1-k', 'r-v2-k', 'r-v3-k'], { status: 'cancelled' });
    // What is another order's stays there.
    assert.deepEqual(
      back.map(({ result }) => result),
      ['returned', 'returned', 'nothing'],
    );
    assert.deepEqual(await figures(store, 2000), [2, 0, 1, 0, 0]);
    assert.deepEqual(await soldOut(store), [true, false]);
  });

  onSale('lets who waits have what a cancelled order brings back', 2, async store => {
    await store.reserve(reservation('v1', 'k'));
    await store.reserve(reservation('v2', 'k'));
    await store.reserve(reservation('v3', 'k', { wait: true }));
    await store.settle(paid('r-v1-k'));
    assert.deepEqual(
      brief((await store.settle(paid('r-v1-k', { status: 'refunded' }))).figures),
      [0, 2, 0, 0, 1],
    );
    // Brought back only where the shop says so.
    await store.settle(paid('r-v2-k', { orderId: 'o2' }));
    const kept = await store.settle(paid('r-v2-k', { orderId: 'o2', status: 'cancelled', restock: false }));
    assert.deepEqual([kept.result, brief(kept.figures)], ['nothing', [0, 1, 1, 0, 1]]);
    // They do not have it any more, and may have another.
    assert.deepEqual((await store.holdings(ROOM, 'v2')).reservations, []);
    const two = await store.reserve(reservation('v2', 'k2', { quantity: 2, at: 2000 }));
    assert.equal(two.answer.result, 'taken');
    const later = await store.settle(paid('r-v2-k', { orderId: 'o2', status: 'refunded' }));
    assert.deepEqual([later.result, brief(later.figures)], ['returned', [1, 1, 0, 0, 1]]);
  });

  onSale('counts a late order as long as nobody else has its pieces', 2, async store => {
    await store.reserve(reservation('v1', 'k', { quantity: 2 }));
    await store.reserve(reservation('v2', 'k', { at: 62_000 }));
    const late = await store.settle(paid('r-v1-k', { at: 62_000 }));
    assert.deepEqual([late.result, brief(late.figures)], ['late', [1, 1, 0, 0, 0]]);
    const free = await store.settle(paid('r-v1-k', { at: 122_000 }));
    assert.deepEqual([free.result, brief(free.figures)], ['counted', [0, 0, 2, 0, 0]]);
    // Called off before it was placed.
    await store.settle(paid('r-v2-k', { orderId: 'o3', status: 'cancelled', at: 122_000 }));
    assert.equal((await store.settle(paid('r-v2-k', { orderId: 'o3', at: 122_000 }))).result, 'nothing');
    assert.equal((await store.settle(paid('r-v2-k', { orderId: 'o4', at: 122_000 }))).result, 'late');
  });

  onSale('follows the totals of a show, and never below what is kept and ordered', 2, async store => {
    await store.reserve(reservation('v1', 'k'));
    await store.reserve(reservation('v2', 'k'));
    await store.reserve(reservation('v3', 'k', { wait: true }));
    await store.settle(paid('r-v1-k'));
    const before = await store.load(ROOM);
    assert.deepEqual(before.sales.flash && brief(before.sales.flash), [0, 1, 1, 1, 0]);
    const load = async (total: number, other?: number) => {
      const { seq } = await store.load(ROOM);
      await store.append(ROOM, [loadSales(total, other)], { at: 1, expectSeq: seq });
    };
    await assert.rejects(load(1), refused('bad-config'));
    assert.deepEqual(await store.load(ROOM), before);
    await load(4, 7);
    assert.deepEqual(await figures(store, 3000), [1, 2, 1, 0, 1]);
    assert.deepEqual(await figures(store, 3000, 'other'), [7, 0, 0, 0, 0]);
    await store.release(giveBack('v2', 'b'));
    await store.release(giveBack('v3', 'b'));
    await load(1);
    assert.equal((await store.load(ROOM)).sales.other, undefined);
    assert.deepEqual(await figures(store, 3000), [0, 0, 1, 0, 1]);
    assert.deepEqual(await soldOut(store), [true]);
    // More than before: the show itself says so.
    await load(2);
    assert.deepEqual(await figures(store, 3000), [1, 0, 1, 0, 1]);
    assert.deepEqual(await soldOut(store), [true]);
    await store.reserve(reservation('v4', 'k'));
    await store.settle(paid('r-v4-k', { orderId: 'o4' }));
    assert.deepEqual(await soldOut(store), [true, true]);
  });

  onSale('keeps two sales apart', 1, async store => {
    await store.append(ROOM, [loadSales(1, 1)], { at: 1000, expectSeq: 2 });
    const both = ['flash', 'other'].map((saleId, i) => store.reserve(reservation('v1', `k${i}`, { saleId })));
    assert.deepEqual(
      (await Promise.all(both)).map(({ answer }) => answer.result),
      ['held', 'held'],
    );
    const { reservations } = await store.holdings(ROOM, 'v1');
    assert.deepEqual(
      reservations.map(({ saleId }) => saleId),
      ['flash', 'other'],
    );
    await store.reserve(reservation('v2', 'w', { saleId: 'other', wait: true }));
    await store.release(giveBack('v1', 'b'));
    assert.deepEqual(
      [await figures(store, 1000), await figures(store, 1000, 'other')],
      [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 1, 0],
      ],
    );
  });
}
