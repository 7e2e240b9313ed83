import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { heardOfOrder, orderStages, type Order, type OrderRequest } from './order-store.js';

const word = fc.record(
  {
    status: fc.constantFrom(...orderStages),
    subject: fc.constant('person'),
    items: fc.array(
      fc.record({ productId: fc.constantFrom('a', 'b'), quantity: fc.integer({ min: 1, max: 3 }) }),
    ),
    at: fc.nat(99),
  },
  { requiredKeys: ['status', 'at'] },
);
const said = (one: Partial<OrderRequest> & Pick<OrderRequest, 'status' | 'at'>): OrderRequest => ({
  room: 'spring',
  orderId: 'o1',
  ...one,
});

/** The order after all words, and how often something was new. */
function hear(words: readonly OrderRequest[], before?: Order): { order: Order | undefined; news: number } {
  let order = before;
  let news = 0;
  for (const one of words) {
    const after = heardOfOrder(order, one);
    if (!after) continue;
    order = after;
    news += 1;
  }
  return { order, news };
}

test('whatever order its words come in, an order stands where the furthest of them says', () =>
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), words => {
      const { order } = hear(words.map(said));
      const furthest = Math.max(...words.map(({ status }) => orderStages.indexOf(status)));
      assert.ok(order);
      assert.equal(order.status, orderStages[furthest]);
      assert.equal(order.firstAt, words[0]!.at);
      const known = (name: 'subject' | 'items') => words.some(one => one[name] !== undefined);
      assert.deepEqual(
        [order.subject !== undefined, order.items !== undefined],
        [known('subject'), known('items')],
      );
    }),
  ));

test('said once more, all of it is known', () =>
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), words => {
      const { order } = hear(words.map(said));
      assert.equal(hear(words.map(said), order).news, 0);
    }),
  ));

test('each word said twice in a row is heard once', () =>
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), words => {
      const once = hear(words.map(said));
      const twice = hear(words.flatMap(one => [said(one), said({ ...one, at: one.at + 1 })]));
      assert.deepEqual({ ...twice.order, at: 0 }, { ...once.order, at: 0 });
      assert.equal(twice.news, once.news);
    }),
  ));
