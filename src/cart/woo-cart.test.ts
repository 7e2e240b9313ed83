import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { makeItem, makeProduct } from '../../test/fixtures/cart-items.js';
import { standOn } from '../../test/fixtures/shop-page.js';
import { ShopServer } from '../../test/fixtures/shop-server.js';
import { WooShop } from '../../test/fixtures/woo-shop.js';
import { wooCart } from './woo-cart.js';

let shop: WooShop;
let server: ShopServer;
let leave: () => void;
const products = [
  { id: 38, name: 'Tea &#8211; Spring &amp; Sons', price: '12900', stock: 4 },
  { id: 41, name: 'Coat', price: '30000', stock: null, attributes: { pa_color: 'blue', pa_size: '' } },
  { id: 50, name: 'Pot', price: '100', stock: 0 },
];

beforeEach(async () => {
  shop = new WooShop(products);
  server = new ShopServer(shop);
  leave = standOn(`${await server.open()}/live/?utm_campaign=spring`);
});
afterEach(async () => {
  leave();
  await server.close();
});

const item = (id: number, change = {}) => makeItem(String(id), change);
const paths = () =>
  server.seen.map(({ method, path }) => `${method} ${path.replace('/wp-json/wc/store/v1/', '')}`);

describe('a cart of WooCommerce', () => {
  test('fetches its nonce before the first change, and sends each with the newest', async () => {
    const cart = wooCart();
    const reply = await cart.add(item(38, { quantity: 2 }));
    assert.equal(reply.answer, true);
    assert.deepEqual(reply.cart, {
      lines: [
        {
          id: reply.cart!.lines[0]!.id,
          title: 'Tea – Spring & Sons',
          chosen: undefined,
          picture: 'https://shop.example/tea-450.jpg',
          price: { minor: 12_900, currency: 'CNY' },
          quantity: 2,
          most: 4,
        },
      ],
      total: { minor: 25_800, currency: 'CNY' },
    });
    await cart.add(item(38));
    assert.deepEqual(paths(), ['GET cart', 'POST cart/add-item', 'POST cart/add-item']);
    assert.equal(server.seen[1]!.headers['nonce'], 'n1');
  });

  test('fetches a new nonce where the page has stood open too long, and does the work once', async () => {
    const cart = wooCart();
    await cart.read();
    shop.nonce = 'n2';
    assert.equal((await cart.add(item(38))).answer, true);
    assert.equal([...shop.lines.values()][0]?.quantity, 1);
    server.before = ({ method }) =>
      method === 'POST'
        ? {
            status: 403,
            body: {
              code: 'woocommerce_rest_invalid_nonce',
              message: 'Nonce is invalid.',
              data: { status: 403 },
            },
          }
        : undefined;
    assert.deepEqual(
      (await cart.add(item(38))).answer,
      { no: 'sign-in', text: undefined },
      'and gives up after one',
    );
  });

  test('says no for the shop’s reason, in its words without their entities', async () => {
    const cart = wooCart();
    const answers = [];
    for (const wish of [item(50), item(38, { quantity: 9 }), item(7), item(41)])
      answers.push((await cart.add(wish)).answer);
    assert.deepEqual(answers, [
      { no: 'out-of-stock', text: 'You cannot add "Pot" to the cart because the product is out of stock.' },
      {
        no: 'out-of-stock',
        text: 'You cannot add that amount of "Tea – Spring & Sons" to the cart because there is not enough stock (4 remaining).',
      },
      { no: 'other', text: 'Product with ID "7" was not found and cannot be added to the cart.' },
      {
        no: 'options-missing',
        text: 'Missing variation data for variable product. pa_size is a required field',
      },
    ]);
  });

  test('names the attributes of a variation that leaves one open', async () => {
    const variant = { id: 'v', choice: { pa_size: 'm', wrapping: 'gift' }, sku: '41' };
    const reply = await wooCart().add({ ...item(0, { product: makeProduct('coat') }), variant });
    assert.equal(reply.cart?.lines[0]?.chosen, 'blue · m');
    assert.deepEqual(server.seen.at(-1)?.body?.['variation'], [{ attribute: 'pa_size', value: 'm' }]);
  });

  test('changes and removes a line by its key; one that has gone meanwhile brings the cart as it is', async () => {
    const cart = wooCart();
    const line = (await cart.add(item(38))).cart!.lines[0]!;
    assert.equal((await cart.change(line, 3)).cart?.lines[0]?.quantity, 3);
    const over = await cart.change(line, 9);
    assert.deepEqual(over.answer, {
      no: 'other',
      text: 'The maximum quantity of "Tea – Spring & Sons" allowed in the cart is 4',
    });
    assert.deepEqual((await cart.change(line, 0)).cart?.lines, []);
    const twice = await cart.change(line, 2);
    assert.deepEqual([(twice.answer as { no: string }).no, twice.cart?.lines], ['other', []]);
  });

  test('leads to the till with what brought the viewer here, and with the reservation also beside the item', async () => {
    const reply = await wooCart().buy(item(38, { reservation: 'r-77' }));
    assert.equal(reply.lead, `${server.origin}/checkout/?utm_campaign=spring&qun-reservation=r-77`);
    assert.deepEqual(shop.extras, [{ qun_reservation: 'r-77' }]);
    const { lead } = await wooCart().checkout({ lines: [], reservations: ['r-77'] });
    assert.equal(lead, reply.lead);
  });

  test('finds an API and a till that the site has moved', async () => {
    leave();
    const moved = new ShopServer(new WooShop(products, '/api/'));
    const origin = await moved.open();
    leave = standOn(`${origin}/live/`, {
      links: { 'link[rel="https://api.w.org/"]': `${origin}/api/` },
      says: { wcSettings: { storePages: { checkout: { permalink: `${origin}/kasse/` } } } },
    });
    assert.equal((await wooCart().add(item(38))).answer, true);
    assert.equal((await wooCart().checkout({ lines: [], reservations: [] })).lead, `${origin}/kasse/`);
    await moved.close();
  });

  test('reckons in the shop’s digits, whatever the currency’s own are', async () => {
    shop.currency = { currency_code: 'JPY', currency_minor_unit: 2 };
    assert.deepEqual((await wooCart().add(item(38))).cart?.total, { minor: 129, currency: 'JPY' });
    shop.currency = { currency_code: 'CNY', currency_minor_unit: 0 };
    assert.deepEqual((await wooCart().read())?.total, { minor: 1_290_000, currency: 'CNY' });
  });

  test('fails for another try where the shop is broken or is none', async () => {
    server.before = () => ({
      status: 500,
      body: { code: 'woocommerce_rest_unknown_server_error', message: 'x', data: { status: 500 } },
    });
    await assert.rejects(wooCart().add(item(38)), { code: 'internal' });
    server.before = () => ({ status: 404, body: '<h1>Not found</h1>' });
    await assert.rejects(wooCart().read(), { code: 'malformed' });
  });
});
