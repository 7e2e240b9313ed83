import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { formatMoney, minorDigits } from './format-money.js';
import { parseMoney } from './parse-money.js';
import { productsFromPage } from './products-from-page.js';

const BASE = 'https://shop.example/p/gaiwan';
const ld = (value: unknown) => productsFromPage([{ own: false, json: JSON.stringify(value) }], BASE);
const cny = (minor: number) => ({ minor, currency: 'CNY' });
const gaiwan = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Gaiwan',
  sku: 'GW 01/a',
  image: ['/a.webp', { '@type': 'ImageObject', contentUrl: 'https://cdn.example/b.webp' }, 'javascript:x'],
  offers: {
    '@type': 'Offer',
    price: '89.90',
    priceCurrency: 'CNY',
    availability: 'https://schema.org/InStock',
    url: '/p/gaiwan?c=1',
  },
};

test('money is read as it is written, and never by a float', () => {
  const sums = [
    ['129', 12900],
    ['129.9', 12990],
    ['1,299.00', 129900],
    ['0.07', 7],
    [19.99, 1999],
    ['１２９', 12900],
  ] as const;
  for (const [text, minor] of sums) assert.deepEqual(parseMoney(text, 'CNY'), cny(minor), String(text));
  assert.deepEqual(parseMoney('500', 'JPY'), { minor: 500, currency: 'JPY' });
  assert.deepEqual(parseMoney('1.234', 'KWD'), { minor: 1234, currency: 'KWD' });
  for (const text of ['', '-1', '1.005', 'free', '1e9', '99999999999999999', '1.2.3'])
    assert.equal(parseMoney(text, 'CNY'), undefined, text);
  assert.equal(parseMoney('1', 'yuan'), undefined);
});

test('what is written of a sum is read as the same sum', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      fc.constantFrom('CNY', 'JPY', 'KWD'),
      (minor, currency) => {
        const written = formatMoney({ minor, currency }, 'en').replace(/[^\d.,]/g, '');
        assert.deepEqual(
          parseMoney(written, currency),
          { minor, currency },
          `${written} ${minorDigits(currency)}`,
        );
      },
    ),
  );
});

test('a product page tells its product', () => {
  assert.deepEqual(ld(gaiwan), [
    {
      number: 1,
      id: 'GW-01-a',
      title: 'Gaiwan',
      pictures: ['https://shop.example/a.webp', 'https://cdn.example/b.webp'],
      price: { kind: 'fixed', amount: cny(8990) },
      stock: null,
      links: { h5: 'https://shop.example/p/gaiwan?c=1' },
    },
  ]);
});

test('a struck-out price, a range, and what is sold out', () => {
  const offer = (offers: unknown) => ld({ ...gaiwan, offers })[0]!;
  const struck = {
    '@type': 'Offer',
    price: 89,
    priceCurrency: 'CNY',
    priceSpecification: {
      '@type': 'UnitPriceSpecification',
      priceType: 'https://schema.org/StrikethroughPrice',
      price: 119,
      priceCurrency: 'CNY',
    },
  };
  assert.deepEqual(offer(struck).price, { kind: 'struck', amount: cny(8900), was: cny(11900) });
  const range = { '@type': 'AggregateOffer', lowPrice: '19.9', highPrice: 40, priceCurrency: 'CNY' };
  assert.deepEqual(offer(range).price, { kind: 'range', from: cny(1990), to: cny(4000) });
  const two = [30, 20].map(price => ({ price, priceCurrency: 'CNY', inventoryLevel: { value: 3 } }));
  assert.deepEqual(
    [offer(two).price, offer(two).stock],
    [{ kind: 'range', from: cny(2000), to: cny(3000) }, 6],
  );
  assert.equal(offer({ ...gaiwan.offers, availability: 'OutOfStock' }).stock, 0);
});

test('a group is one product with the prices of its variants', () => {
  const variant = (id: string, price: number) => ({
    '@type': 'Product',
    '@id': id,
    name: `Gaiwan ${id}`,
    sku: id,
    offers: { '@type': 'Offer', price, priceCurrency: 'CNY' },
  });
  const group = {
    '@type': 'ProductGroup',
    name: 'Gaiwan',
    productGroupID: 'gw',
    hasVariant: [{ '@id': '#s' }, { '@id': '#l' }],
  };
  const [found, ...more] = ld({ '@context': 'x', '@graph': [group, variant('#s', 10), variant('#l', 30)] });
  assert.deepEqual(more, []);
  assert.deepEqual([found!.id, found!.price], ['gw', { kind: 'range', from: cny(1000), to: cny(3000) }]);
});

const inGroup = (sku: string, says: object, price = 10, more: object = {}) => ({
  '@type': 'Product',
  name: `Cup ${sku}`,
  sku,
  ...says,
  offers: { '@type': 'Offer', price, priceCurrency: 'CNY', ...more },
});
const cups = (hasVariant: object[], more: object = {}) =>
  ld({ '@type': 'ProductGroup', name: 'Cup', productGroupID: 'cup', hasVariant, ...more })[0]!;

test('what the variants of a group differ in can be chosen, each with its price, stock and picture', () => {
  const { options, variants, price } = cups(
    [
      inGroup('r-s', { color: 'Red', size: 'S', image: '/red.webp' }),
      inGroup('r-l', { color: 'Red', size: 'L' }, 30),
      inGroup('b-l', { color: 'Blue', size: 'L' }, 30, { availability: 'https://schema.org/OutOfStock' }),
    ],
    { variesBy: ['https://schema.org/color', 'https://schema.org/size'] },
  );
  assert.equal(price.kind, 'range');
  assert.deepEqual(
    options!.map(({ title, values }) => [title, values.map(one => one.title)]),
    [
      [{ en: 'Color', 'zh-CN': '颜色' }, ['Red', 'Blue']],
      [{ en: 'Size', 'zh-CN': '尺码' }, ['S', 'L']],
    ],
  );
  assert.deepEqual(variants, [
    {
      id: '1-1',
      choice: { o1: 'v1', o2: 'v1' },
      price: { kind: 'fixed', amount: cny(1000) },
      stock: null,
      picture: 'https://shop.example/red.webp',
      sku: 'r-s',
    },
    {
      id: '1-2',
      choice: { o1: 'v1', o2: 'v2' },
      price: { kind: 'fixed', amount: cny(3000) },
      stock: null,
      sku: 'r-l',
    },
    {
      id: '2-2',
      choice: { o1: 'v2', o2: 'v2' },
      price: { kind: 'fixed', amount: cny(3000) },
      stock: 0,
      sku: 'b-l',
    },
  ]);
});

test('a group that does not say what it varies by is read by what its variants name, or by their names', () => {
  const glaze = (value: string) => ({
    additionalProperty: { '@type': 'PropertyValue', name: 'Glaze', value },
  });
  const glazed = cups([
    inGroup('a', { ...glaze('Celadon'), size: 'L' }),
    inGroup('b', { ...glaze('Tenmoku'), size: 'L' }),
  ]);
  assert.deepEqual(
    glazed.options!.map(({ title, values }) => [title, values.map(one => one.title)]),
    [['Glaze', ['Celadon', 'Tenmoku']]],
  );
  const named = cups([inGroup('a', {}), inGroup('b', {})]);
  assert.deepEqual(
    named.options!.map(({ title, values }) => [title, values.map(one => one.title)]),
    [[{ en: 'Kind', 'zh-CN': '款式' }, ['Cup a', 'Cup b']]],
  );
});

test('nothing is to be chosen where variants cannot be told apart, or only one can be had', () => {
  const alike = [inGroup('a', { color: 'Red', name: 'Cup' }), inGroup('b', { color: 'Red', name: 'Cup' })];
  for (const variants of [alike, alike.slice(1), [alike[0]!, { name: 'No offer', color: 'Blue' }]]) {
    const { options, variants: combinations } = cups(variants);
    assert.deepEqual([options, combinations], [undefined, undefined]);
  }
});

test('a list tells its products in order, each once', () => {
  const item = (sku: string) => ({ '@type': 'ListItem', item: { ...gaiwan, sku } });
  const list = { '@type': 'ItemList', itemListElement: [item('b'), item('a'), item('b')] };
  assert.deepEqual(
    ld([list]).map(({ id, number }) => [id, number]),
    [
      ['b', 1],
      ['a', 2],
    ],
  );
});

test('an island in the kit’s own shape goes before JSON-LD, with what it leaves out filled in', () => {
  const own = { id: 'tea', title: { en: 'Tea' }, price: { kind: 'fixed', amount: cny(1) } };
  const scripts = [
    { own: false, json: JSON.stringify(gaiwan) },
    { own: true, json: JSON.stringify({ products: [own, { id: 'x' }] }) },
  ];
  assert.deepEqual(productsFromPage(scripts, BASE), [{ ...own, number: 1, pictures: [], stock: null }]);
});

test('what shops do to their JSON is forgiven, and what cannot be read is left out', () => {
  const wrapped = `//<![CDATA[\n${JSON.stringify(gaiwan).replace('Gaiwan', 'Gai\nwan')}\n//]]>`;
  assert.equal(productsFromPage([{ own: false, json: wrapped }], BASE)[0]?.title, 'Gai wan');
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), fc.boolean(), (json, own) => {
      assert.ok(Array.isArray(productsFromPage([{ own, json }], BASE)));
    }),
  );
  assert.deepEqual(ld({ '@type': 'Product', name: 'Free' }), []);
  assert.deepEqual(ld({ '@type': 'Recipe', name: 'Tea', offers: gaiwan.offers }), []);
});
