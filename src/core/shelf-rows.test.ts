import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { inOldOrder, keepingOne, sameOrder, shelfRows, type ShelfRow } from './shelf-rows.js';
import type { Product } from '../protocol/index.js';

const product = (id: string, group?: string): Product => ({
  id,
  number: 1,
  title: id,
  pictures: [],
  price: { kind: 'fixed', amount: { minor: 1, currency: 'CNY' } },
  stock: null,
  ...(group === undefined ? {} : { group }),
});
const words = (text: unknown) => (typeof text === 'string' ? text : '');
const keys = (rows: readonly ShelfRow[]) => rows.map(row => row.key + (row.off ? '×' : '')).join(' ');
const someRows = fc.uniqueArray(fc.constantFrom(...'abcdefgh')).map(ids =>
  shelfRows(
    ids.map(id => product(id)),
    words,
  ),
);

test('products of the same group stand together, in the order of the first of each', () => {
  const shelf = [
    product('a', 'Tea'),
    product('b', 'Cups'),
    product('c', 'Tea'),
    product('d'),
    product('e', 'Cups'),
  ];
  assert.equal(keys(shelfRows(shelf, words)), '/Tea a c /Cups b e / d');
});

test('a shelf without groups, or all of one, has no titles', () => {
  assert.equal(keys(shelfRows([product('a'), product('b')], words)), 'a b');
  assert.equal(keys(shelfRows([product('a', 'Tea'), product('b', 'Tea')], words)), 'a b');
});

test('while somebody is at it no line comes, goes or moves, and each shows what is true of it', () => {
  fc.assert(
    fc.property(someRows, someRows, (old, now) => {
      const shown = inOldOrder(old, now);
      assert.ok(sameOrder(shown, old));
      for (const row of shown) {
        const truth = now.find(({ key }) => key === row.key);
        assert.equal(row.off ?? false, truth === undefined);
        if (truth) assert.equal(row.product, truth.product);
      }
    }),
  );
});

test('afterwards the lines are those of the shelf, and one that is pointed at stays besides', () => {
  fc.assert(
    fc.property(someRows, someRows, fc.constantFrom(...'abcdefgh', undefined), (old, now, key) => {
      const shown = keepingOne(old, now, key);
      assert.ok(
        sameOrder(
          shown.filter(row => !row.off),
          now,
        ),
      );
      const kept = shown.filter(row => row.off);
      const gone = old.some(row => row.key === key) && !now.some(row => row.key === key);
      assert.deepEqual(
        kept.map(row => row.key),
        gone ? [key] : [],
      );
    }),
  );
  const row = (id: string) =>
    shelfRows(
      [...id].map(one => product(one)),
      words,
    );
  assert.equal(keys(keepingOne(row('abcd'), row('xacd'), 'b')), 'x a b× c d');
  assert.equal(keys(keepingOne(row('ab'), row('a'), 'b')), 'a b×');
});
