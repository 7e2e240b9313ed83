import assert from 'node:assert/strict';
import test from 'node:test';
import type { Order } from '../store/order-store.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { countBought, Purchases, type PurchaseRoom } from './purchases.js';

const order = (orderId: string, products: string[], status: Order['status'] = 'placed'): Order => ({
  orderId,
  status,
  items: products.map(productId => ({ productId, quantity: 2 })),
  at: 1,
  firstAt: 1,
});

test('every process hears of every order once, whichever took it in, and of none that was before it', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  const shelf = [{ id: 'a' }, { id: 'b' }];
  const bought = (...orders: Order[]) => Promise.all(orders.map(one => countBought(store, 'spring', one)));
  const process = () => {
    const told: [string, number][] = [];
    const room: PurchaseRoom = {
      id: 'spring',
      state: { products: shelf },
      talk: { bought: (...one) => void told.push(one) },
    };
    const purchases = new Purchases(room, store);
    return async () => {
      await purchases.look();
      return told.splice(0);
    };
  };
  await bought(order('o0', ['a']));
  const [one, other] = [process(), process()];
  assert.deepEqual([await one(), await other()], [[], []]);
  await bought(
    order('o1', ['a', 'b', 'a']),
    order('o2', ['a']),
    order('o1', ['a']),
    order('o3', ['b'], 'refunded'),
  );
  const news = [
    ['a', 2],
    ['b', 1],
  ];
  assert.deepEqual([await one(), await other(), await one()], [news, news, []]);
  // What is put on the shelf later brings its past along unsaid.
  await bought(order('o4', ['c']));
  await one();
  shelf.push({ id: 'c' });
  await bought(order('o5', ['b']), order('o6', ['c']));
  assert.deepEqual(await one(), [['b', 1]]);
  await bought(order('o7', ['c']));
  assert.deepEqual(await one(), [['c', 1]]);
  await store.close();
});
