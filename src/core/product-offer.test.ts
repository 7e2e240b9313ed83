import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savedBy, stockLevel } from './product-offer.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });

test('what is left is said from ten pieces down, and never where the shop does not count', () => {
  const levels = [0, 1, 10, 11, null].map(stock => stockLevel({ stock }));
  assert.deepEqual(levels, ['gone', 'low', 'low', 'enough', 'enough']);
});

test('what is saved is the difference to the struck-out price', () => {
  assert.deepEqual(savedBy({ kind: 'struck', amount: cny(12800), was: cny(16800) }), cny(4000));
});

test('nothing is saved where the price did not fall, or the currencies differ', () => {
  assert.equal(savedBy({ kind: 'fixed', amount: cny(1) }), undefined);
  assert.equal(savedBy({ kind: 'range', from: cny(1), to: cny(9) }), undefined);
  assert.equal(savedBy({ kind: 'struck', amount: cny(2), was: cny(2) }), undefined);
  assert.equal(savedBy({ kind: 'struck', amount: cny(2), was: { minor: 900, currency: 'USD' } }), undefined);
});
