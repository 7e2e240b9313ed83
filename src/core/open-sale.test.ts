import assert from 'node:assert/strict';
import test from 'node:test';
import type { Sale } from '../protocol/index.js';
import { openSale, saleTurnsIn } from './open-sale.js';

const sale = (id: string, more: Partial<Sale>): Sale => ({
  id,
  productId: 'p',
  price: { minor: 1, currency: 'CNY' },
  total: 10,
  perViewer: 1,
  holdSeconds: 60,
  expires: { kind: 'stopped' },
  soldOut: false,
  state: 'open',
  opensAt: 100,
  closesAt: null,
  ...more,
});

test('of the sales of a product the one that is on is found', () => {
  const sales = [
    sale('other', { productId: 'q' }),
    sale('draft', { state: 'draft', opensAt: null }),
    sale('over', { closesAt: 150 }),
    sale('gone', { soldOut: true }),
    sale('on', {}),
    sale('next', { opensAt: 300 }),
  ];
  assert.equal(openSale(sales, 'p', 200)?.id, 'on');
  assert.equal(openSale(sales, 'p', 50), undefined);
  assert.equal(openSale(sales, 'r', 200), undefined);
});

test('it is known when the next one opens or ends', () => {
  assert.equal(saleTurnsIn([sale('a', { opensAt: 300 }), sale('b', { closesAt: 250 })], 200), 50);
  assert.equal(saleTurnsIn([sale('a', { state: 'stopped' }), sale('b', {})], 200), undefined);
});
