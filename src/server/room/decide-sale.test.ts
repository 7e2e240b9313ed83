import assert from 'node:assert/strict';
import test from 'node:test';
import { makeShow, roomOf } from '../../../test/fixtures/show.js';
import { QunError, type CouponCondition, type Sale } from '../../protocol/index.js';
import { decideSale, type ReserveCommand } from './decide-sale.js';
import type { Viewer } from './viewer.js';

const NOW = 1_000_000;
const viewer: Viewer = { id: 'v1', role: 'viewer', since: NOW - 10_000 };
const [first, second] = makeShow().products;
const products = [
  first!,
  {
    ...second!,
    options: [
      {
        id: 'size',
        title: 'Size',
        values: [
          { id: 's', title: 'S' },
          { id: 'm', title: 'M' },
        ],
      },
    ],
    variants: [
      { id: 'small', choice: { size: 's' } },
      { id: 'middle', choice: { size: 'm' } },
    ],
  },
];
const sale = (change: Partial<Sale> = {}): Sale => ({
  ...{
    id: 's1',
    productId: 'a',
    price: { minor: 1, currency: 'CNY' },
    total: 5,
    perViewer: 2,
    holdSeconds: 60,
  },
  ...{ expires: { kind: 'stopped' }, soldOut: false, state: 'open', opensAt: NOW, closesAt: null },
  ...change,
});
function decide(
  change: Partial<Sale> = {},
  wish: Partial<ReserveCommand> = {},
  who: Partial<Viewer> = {},
  commented = false,
) {
  const state = { ...roomOf(makeShow({ products })), sales: [sale(change)] };
  const command: ReserveCommand = { type: 'sale.reserve', saleId: 's1', quantity: 1, ...wish };
  return decideSale(state, command, { now: NOW, viewer: { ...viewer, ...who }, commented });
}
const refused = (code: string) => (error: unknown) => error instanceof QunError && error.code === code;

test('an open sale is there for whoever asks', () => {
  assert.deepEqual(decide(), { sale: sale(), variantId: undefined, gate: null });
});

test('the combination is the sale’s own, or has to be named where the product has several', () => {
  const several = { productId: 'b' };
  assert.equal(decide(several, { variantId: 'small' }).variantId, 'small');
  assert.equal(decide({ ...several, variantId: 'small' }).variantId, 'small');
  assert.equal(decide({ ...several, variantId: 'small' }, { variantId: 'small' }).variantId, 'small');
  const unknown = refused('variant-unknown');
  assert.throws(() => decide(several), unknown);
  assert.throws(() => decide(several, { variantId: 'large' }), unknown);
  assert.throws(() => decide({ ...several, variantId: 'small' }, { variantId: 'middle' }), unknown);
  assert.throws(() => decide({}, { variantId: 'small' }), unknown);
});

test('a sale that is not there, or whose product has left the shelf, sells nothing', () => {
  assert.throws(() => decide({}, { saleId: 'other' }), refused('sale-unknown'));
  assert.throws(() => decide({ productId: 'gone' }), refused('product-unknown'));
});

test('the window is the server clock, to the millisecond, and sold out is for the store to say', () => {
  assert.deepEqual(decide({ state: 'draft', opensAt: null }).gate, { result: 'not-open', opensAt: null });
  assert.deepEqual(decide({ opensAt: NOW + 1 }).gate, { result: 'not-open', opensAt: NOW + 1 });
  assert.equal(decide({ closesAt: NOW + 1 }).gate, null);
  assert.deepEqual(decide({ closesAt: NOW }).gate, { result: 'expired' });
  assert.deepEqual(decide({ state: 'stopped' }).gate, { result: 'expired' });
  assert.equal(decide({ soldOut: true }).gate, null);
});

test('what a viewer has not done yet comes first', () => {
  const asks = (condition: CouponCondition) => ({ conditions: [condition], opensAt: NOW + 1 });
  assert.deepEqual(decide(asks({ kind: 'sign-in' })).gate, { result: 'sign-in' });
  const follow = { kind: 'follow' } as const;
  assert.deepEqual(decide(asks(follow)).gate, { result: 'ineligible', needs: follow });
  assert.equal(decide(asks(follow), {}, { did: ['follow'] }).gate?.result, 'not-open');
  assert.deepEqual(decide(asks({ kind: 'comment' })).gate?.result, 'ineligible');
  assert.deepEqual(decide(asks({ kind: 'comment' }), {}, {}, true).gate?.result, 'not-open');
});
