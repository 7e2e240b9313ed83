import assert from 'node:assert/strict';
import test from 'node:test';
import { findProducts, numberNamed } from './shelf-search.js';
import type { Product } from '../protocol/index.js';

const product = (number: number, title: Product['title'], more: Partial<Product> = {}): Product => ({
  id: `p${number}`,
  number,
  title,
  pictures: [],
  price: { kind: 'fixed', amount: { minor: 1, currency: 'CNY' } },
  stock: null,
  ...more,
});
const shelf = [
  product(1, { en: 'Spring tea 3 boxes', 'zh-CN': '明前春茶' }, { group: { en: 'Tea', 'zh-CN': '茶叶' } }),
  product(2, { en: 'Gaiwan', 'zh-CN': '青瓷盖碗' }, { subtitle: 'Celadon, 150 ml' }),
  product(3, 'Honey'),
  product(13, 'Candle'),
];
const found = (words: string) => findProducts(shelf, words).map(({ number }) => number);

test('what can be chosen of a product finds it, and what the shop calls each combination', () => {
  const cup = product(7, 'Cup', {
    options: [
      { id: 'glaze', title: 'Glaze', values: [{ id: 'c', title: { en: 'Celadon', 'zh-CN': '青瓷' } }] },
    ],
    variants: [{ id: 'c', choice: { glaze: 'c' }, sku: 'CUP-0042' }],
  });
  for (const words of ['celadon', '青瓷 cup', 'cup-0042'])
    assert.deepEqual(findProducts([cup, product(8, 'Bowl')], words), [cup], words);
});

test('a number is named as hosts and viewers say it', () => {
  for (const words of ['3', ' 3 ', '#3', 'No. 3', 'no 3', '3号', '３号链接', '第3号', '3 號', '3號連結'])
    assert.equal(numberNamed(words), 3, words);
  for (const words of ['', '3 boxes', '三号', 'tea 3', '1.5', '3ml'])
    assert.equal(numberNamed(words), undefined, words);
});

test('the product of that number comes first, then those whose words hold it', () => {
  assert.deepEqual(found('3'), [3, 1]);
  assert.deepEqual(found('13号链接'), [13]);
});

test('every word is looked for in every language, whatever its width and case', () => {
  assert.deepEqual(found('春茶'), [1]);
  assert.deepEqual(found('ＴＥＡ'), [1]);
  assert.deepEqual(found('celadon gaiwan'), [2]);
  assert.deepEqual(found('150'), [2]);
  assert.deepEqual(found('茶叶'), [1]);
  assert.deepEqual(found('gaiwan honey'), []);
});

test('no words find everything', () => {
  assert.equal(findProducts(shelf, '  '), shelf);
});
