import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { makeItem, makeProduct } from '../../test/fixtures/cart-items.js';
import { standOn } from '../../test/fixtures/shop-page.js';
import { ShopServer } from '../../test/fixtures/shop-server.js';
import { ShopifyShop } from '../../test/fixtures/shopify-shop.js';
import { shopifyCart } from './shopify-cart.js';

const TEA = 39_897_499_729_985;
const [POT, RARE, GONE] = [794_864_229, 794_864_233, 794_864_299];
let shop: ShopifyShop;
let server: ShopServer;
let leave: () => void;

beforeEach(async () => {
  shop = new ShopifyShop([
    { id: TEA, product: 'Spring tea', title: '100 g / Tin', price: 12_900, stock: 9 },
    { id: POT, product: 'Pot', price: 30_000, stock: 99 },
    { id: RARE, product: 'Rare tea', price: 50_000, stock: 3 },
    { id: GONE, product: 'Old tea', price: 100, stock: 0 },
  ]);
  server = new ShopServer(shop);
  leave = standOn(`${await server.open()}/pages/live?utm_source=wechat&ref=qing&page=2`);
});
afterEach(async () => {
  leave();
  await server.close();
});

const item = (id: number, change = {}) => makeItem(String(id), change);
const paths = () => server.seen.map(({ method, path }) => `${method} ${path}`);

describe('a cart of Shopify', () => {
  test('takes a variant by the id that the shop knows it by, and shows what it holds', async () => {
    const cart = shopifyCart();
    const variant = { id: 'tin-100', choice: { size: '100' }, sku: String(TEA) };
    const reply = await cart.add({
      ...makeItem('spring-tea', { product: makeProduct('x') }),
      variant,
      quantity: 2,
    });
    assert.equal(reply.answer, true);
    assert.deepEqual(reply.cart?.total, { minor: 25_800, currency: 'CNY' });
    assert.deepEqual(
      reply.cart?.lines.map(({ title, chosen, price, quantity, picture }) => [
        title,
        chosen,
        price,
        quantity,
        picture,
      ]),
      [
        [
          'Spring tea',
          '100 g / Tin',
          { minor: 12_900, currency: 'CNY' },
          2,
          `https://cdn.shop.example/${TEA}.jpg`,
        ],
      ],
    );
    assert.deepEqual(server.seen[0]!.body, { items: [{ id: TEA, quantity: 2 }] });
    assert.equal(
      (await cart.add(item(POT))).cart?.lines.find(line => line.title === 'Pot')?.chosen,
      undefined,
    );
    assert.deepEqual(paths(), ['POST /cart/add.js', 'GET /cart.js', 'POST /cart/add.js', 'GET /cart.js']);
    assert.ok(
      server.seen.every(({ body }) => !body || !('sections' in body)),
      'the theme draws its own sections',
    );
  });

  test('says no in the shop’s words, with what is in the cart after all', async () => {
    const cart = shopifyCart();
    const soldOut = await cart.add(item(GONE));
    assert.deepEqual(soldOut.answer, {
      no: 'out-of-stock',
      text: "The product 'Old tea' is already sold out.",
    });
    const tooMany = await cart.add(item(RARE, { quantity: 5 }));
    assert.deepEqual(tooMany.answer, {
      no: 'out-of-stock',
      text: "You can't add more Rare tea to the cart.",
    });
    assert.equal(tooMany.cart?.lines[0]?.quantity, 3, 'Shopify has put in what there was');
    assert.deepEqual((await cart.add(item(1))).answer, { no: 'other', text: 'Cannot find variant' });
  });

  test('changes a line by its key, and finds it again where the key has changed', async () => {
    const cart = shopifyCart();
    const line = (await cart.add(item(TEA))).cart!.lines[0]!;
    shop.reckon();
    const reply = await cart.change(line, 4);
    assert.equal(reply.answer, true);
    assert.equal(reply.cart?.lines[0]?.quantity, 4);
    assert.equal(server.seen.filter(({ path }) => path === '/cart/change.js').length, 2);
    const over = await cart.change(reply.cart!.lines[0]!, 40);
    assert.equal((over.answer as { no: string }).no, 'out-of-stock');
    assert.equal(over.cart?.lines[0]?.quantity, 9);
    const gone = await cart.change(over.cart!.lines[0]!, 0);
    assert.deepEqual([gone.answer, gone.cart?.lines], [true, []]);
    assert.equal((await cart.change(line, 0)).answer, true, 'what is gone already is gone');
    assert.deepEqual((await cart.change(line, 2)).answer, { no: 'other' });
  });

  test('tells the shop’s own total, discounts taken off, and amounts of currencies without small units', async () => {
    shop.discount = 900;
    assert.deepEqual((await shopifyCart().add(item(TEA))).cart?.total, { minor: 12_000, currency: 'CNY' });
    const yen = new ShopServer(
      new ShopifyShop([{ id: POT, product: 'Pot', price: 120_000, stock: 5 }], { currency: 'JPY' }),
    );
    const away = standOn(`${await yen.open()}/`);
    const reply = await shopifyCart().add(item(POT));
    away();
    await yen.close();
    assert.deepEqual(reply.cart?.lines[0]?.price, { minor: 1200, currency: 'JPY' });
  });

  test('keeps the reservation with its line, and apart from the same thing at the usual price', async () => {
    const cart = shopifyCart();
    await cart.add(item(TEA));
    const { lines } = (await cart.add(item(TEA, { reservation: 'r-77' }))).cart!;
    assert.deepEqual(
      lines.map(({ reservation, quantity }) => [reservation, quantity]),
      [
        ['r-77', 1],
        [undefined, 1],
      ],
    );
    assert.deepEqual(shop.lines[0]?.properties, { _qun_reservation: 'r-77' });
  });

  test('hands what brought the viewer here and the reservations to the till', async () => {
    const reply = await shopifyCart().checkout({ lines: [], reservations: ['r-77', 'r-78'] });
    assert.deepEqual(reply, { answer: true, lead: `${server.origin}/checkout` });
    assert.deepEqual(shop.attributes, { utm_source: 'wechat', ref: 'qing', 'qun-reservation': 'r-77,r-78' });
  });

  test('buys at once by a link that makes a cart of its own', async () => {
    const { lead } = await shopifyCart().buy(item(TEA, { quantity: 2, reservation: 'r-77' }));
    const link = new URL(lead!);
    assert.equal(link.origin + link.pathname, `${server.origin}/cart/${TEA}:2`);
    assert.deepEqual(
      [...link.searchParams],
      [
        ['attributes[utm_source]', 'wechat'],
        ['attributes[ref]', 'qing'],
        ['attributes[qun-reservation]', 'r-77'],
      ],
    );
    assert.equal(server.seen.length, 0, 'what is in the cart stays as it is');
  });

  test('asks below the path of the shop’s language', async () => {
    const english = new ShopServer(
      new ShopifyShop([{ id: POT, product: 'Pot', price: 1, stock: 5 }], { root: '/en/' }),
    );
    const away = standOn(`${await english.open()}/en/`, { says: { Shopify: { routes: { root: '/en/' } } } });
    const reply = await shopifyCart().add(item(POT));
    assert.equal(
      (await shopifyCart().checkout({ lines: [], reservations: [] })).lead,
      `${english.origin}/en/checkout`,
    );
    away();
    await english.close();
    assert.equal(reply.answer, true);
  });

  test('fails for another try where the shop is too busy, answers nonsense, or is not there', async () => {
    server.before = () => ({ status: 429, body: '<h1>Too many requests</h1>' });
    await assert.rejects(shopifyCart().add(item(TEA)), { code: 'rate-limited' });
    server.before = () => ({ status: 200, body: { items: 'none' } });
    await assert.rejects(shopifyCart().read(), { code: 'malformed' });
    server.before = () => ({ status: 503, body: 'down' });
    await assert.rejects(shopifyCart().read(), { code: 'internal' });
    await server.close();
    await assert.rejects(shopifyCart().add(item(TEA)), { code: 'network' });
    await server.open();
  });
});
