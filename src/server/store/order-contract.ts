import assert from 'node:assert/strict';
import { refused, ROOM, type Check } from './checked-contract.js';
import type { OrderRequest } from './order-store.js';
import type { RoomStore } from './room-store.js';

const say = (
  store: RoomStore,
  orderId: string,
  status: OrderRequest['status'],
  more: Partial<OrderRequest> = {},
) => store.order({ room: ROOM, orderId, status, at: 4000, ...more });

/** What a store promises of orders. */
export function orderContract(check: Check): void {
  check(
    'keeps how an order stands, never backwards, and tells the books of each change once',
    2,
    async store => {
      const items = [{ productId: 'a', quantity: 2 }];
      const total = { minor: 4000, currency: 'CNY' };
      const placed = await say(store, 'o1', 'placed', { subject: 'Zoë "张"', items, total });
      const order = {
        orderId: 'o1',
        status: 'placed',
        subject: 'Zoë "张"',
        items,
        total,
        at: 4000,
        firstAt: 4000,
      };
      assert.deepEqual(placed, { result: 'kept', order });
      const again = await say(store, 'o1', 'placed', { subject: 'Zoë "张"', items, total, at: 9000 });
      assert.deepEqual(again, { result: 'nothing', order });
      assert.deepEqual(await say(store, 'o1', 'paid', { at: 5000 }), {
        result: 'kept',
        order: { ...order, status: 'paid', at: 5000 },
      });
      assert.equal((await say(store, 'o1', 'placed', { at: 6000 })).result, 'nothing');
      assert.equal((await say(store, 'o1', 'refunded', { at: 7000 })).result, 'kept');
      assert.equal((await say(store, 'o1', 'cancelled', { at: 8000 })).result, 'nothing');
      const told = await store.ledger(ROOM, 0, 9);
      assert.deepEqual(
        told.map(({ type, at, data }) => [type, at, data.status]),
        [
          ['order.changed', 4000, 'placed'],
          ['order.changed', 5000, 'paid'],
          ['order.changed', 7000, 'refunded'],
        ],
      );
      assert.deepEqual(told[0]!.data, { orderId: 'o1', status: 'placed', subject: 'Zoë "张"', items, total });
    },
  );

  check('takes from what comes late only what was not said yet', 2, async store => {
    await say(store, 'o1', 'paid', { total: { minor: 5, currency: 'CNY' } });
    const items = [{ productId: 'a', quantity: 1 }];
    const late = await say(store, 'o1', 'placed', { items, total: { minor: 9, currency: 'CNY' } });
    assert.equal(late.result, 'kept');
    assert.deepEqual([late.order.status, late.order.items, late.order.total?.minor], ['paid', items, 5]);
  });

  check("knows the orders of a person, and leaves them that person's", 2, async store => {
    await say(store, 'o2', 'placed', { subject: 'p1', at: 4000 });
    await say(store, 'o1', 'placed', { at: 3000 });
    await say(store, 'o3', 'placed', { subject: 'p2' });
    await say(store, 'o1', 'paid', { subject: 'p1', at: 6000 });
    await say(store, 'o1', 'refunded', { subject: 'p1', at: 7000 });
    const orders = await store.orders(ROOM, 'p1');
    assert.deepEqual(
      orders.map(({ orderId, status, firstAt }) => [orderId, status, firstAt]),
      [
        ['o1', 'refunded', 3000],
        ['o2', 'placed', 4000],
      ],
    );
    assert.deepEqual(await store.orders(ROOM, 'nobody'), []);
    await assert.rejects(say(store, 'o2', 'paid', { subject: 'p2' }), refused('order-conflict'));
    assert.equal((await store.orders(ROOM, 'p1'))[1]!.status, 'placed');
  });

  check('hears of one order from several at once', 2, async store => {
    const statuses = ['placed', 'paid', 'refunded', 'paid', 'placed'] as const;
    await Promise.all(statuses.map(status => say(store, 'o1', status, { subject: 'p1' })));
    assert.deepEqual(
      (await store.orders(ROOM, 'p1')).map(order => order.status),
      ['refunded'],
    );
    const told = (await store.ledger(ROOM, 0, 9)).map(entry => String(entry.data.status));
    assert.equal(new Set(told).size, told.length);
    assert.equal(told[told.length - 1], 'refunded');
  });
}
