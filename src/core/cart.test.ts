import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeItem, makeProduct } from '../../test/fixtures/cart-items.js';
import { attributionOf, withParams } from './attribution.js';
import { cartCount, cartTotal, reservationsOf, shopId, soundLines, type CartLine } from './cart.js';

const lineOf = (change: Partial<CartLine> = {}): CartLine => ({
  id: 'l',
  title: 'Tea',
  price: { minor: 100, currency: 'CNY' },
  quantity: 1,
  ...change,
});

test('a cart counts pieces and sums whole units', () => {
  const money = fc.record({ minor: fc.nat(1_000_000), quantity: fc.integer({ min: 1, max: 999 }) });
  fc.assert(
    fc.property(fc.array(money, { minLength: 1 }), rows => {
      const lines = rows.map(({ minor, quantity }) =>
        lineOf({ price: { minor, currency: 'CNY' }, quantity }),
      );
      assert.equal(
        cartCount(lines),
        rows.reduce((sum, { quantity }) => sum + quantity, 0),
      );
      const total = rows.reduce((sum, { minor, quantity }) => sum + minor * quantity, 0);
      assert.deepEqual(cartTotal(lines), { minor: total, currency: 'CNY' });
    }),
  );
  assert.equal(cartTotal([]), undefined);
  assert.equal(cartTotal([lineOf(), lineOf({ price: { minor: 1, currency: 'JPY' } })]), undefined);
});

test('a broken line takes none of the others along, whatever a page hands in', () => {
  const sound = lineOf();
  const broken = [
    null,
    7,
    {},
    { ...sound, id: '' },
    { ...sound, title: undefined },
    { ...sound, price: { minor: 1.5, currency: 'CNY' } },
    { ...sound, price: 12 },
    { ...sound, quantity: 0 },
    { ...sound, quantity: 0.5 },
  ];
  assert.deepEqual(soundLines([...broken, sound]), [sound]);
  fc.assert(
    fc.property(fc.anything(), anything => soundLines(anything).length === 0 || Array.isArray(anything)),
  );
});

test('an order names each reservation once', () => {
  const lines = ['r1', undefined, 'r2', 'r1', ''].map(reservation => lineOf({ reservation }));
  assert.deepEqual(reservationsOf(lines), ['r1', 'r2']);
});

test('the shop’s own name of a thing is its variant’s, else the product’s', () => {
  const variant = { id: 'v', choice: {} };
  assert.equal(shopId(makeItem('tea')), 'tea');
  assert.equal(shopId({ product: makeProduct('tea'), variant }), 'v');
  assert.equal(shopId({ product: makeProduct('tea'), variant: { ...variant, sku: 'S-1' } }), 'S-1');
});

test('what brought a viewer here goes on, what else the address says does not', () => {
  const href = `https://shop.example/live?utm_source=wechat&qs=abc&token=secret&ref=&code=1&gclid=${'x'.repeat(300)}`;
  assert.deepEqual(attributionOf(href), [
    ['utm_source', 'wechat'],
    ['qs', 'abc'],
  ]);
  assert.deepEqual(attributionOf('not an address'), []);
  assert.equal(
    withParams('https://a.example/p?ref=own', [
      ['ref', 'x'],
      ['q', '1'],
    ]),
    'https://a.example/p?ref=own&q=1',
  );
});
