import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { makeItem } from '../../test/fixtures/cart-items.js';
import { standOn } from '../../test/fixtures/shop-page.js';
import { ShopServer, type ShopReply } from '../../test/fixtures/shop-server.js';
import { endpointCart } from './endpoint-cart.js';

const line = {
  id: 'l1',
  title: { en: 'Tea', 'zh-CN': '茶' },
  price: { minor: 100, currency: 'CNY' },
  quantity: 2,
};
let reply: ShopReply;
let server: ShopServer;
let leave: () => void;
const open = () => endpointCart(`${server.origin}/cart`);

beforeEach(async () => {
  reply = { status: 200, body: { lines: [line], total: { minor: 150, currency: 'CNY' } } };
  server = new ShopServer({ answer: () => reply });
  leave = standOn(`${await server.open()}/live?utm_source=wechat`);
});
afterEach(async () => {
  leave();
  await server.close();
});

describe('a cart behind the merchant’s own endpoint', () => {
  test('is read, and told in the shop’s own names what is wanted', async () => {
    assert.deepEqual(await open().read(), { lines: [line], total: { minor: 150, currency: 'CNY' } });
    const variant = { id: 'v1', choice: { size: 'm' }, sku: 'TEA-M' };
    const added = await open().add({ ...makeItem('tea', { quantity: 2, reservation: 'r1' }), variant });
    assert.equal(added.answer, true);
    const { key, ...body } = server.seen[1]!.body!;
    assert.match(String(key), /^[\w-]{8,}$/);
    assert.deepEqual(body, {
      do: 'add',
      product: 'tea',
      variant: 'v1',
      sku: 'TEA-M',
      quantity: 2,
      price: { minor: 12_900, currency: 'CNY' },
      reservation: 'r1',
      came: { utm_source: 'wechat' },
    });
    await open().change({ ...line }, 0);
    assert.equal(server.seen[2]!.body!['do'], 'change');
    assert.deepEqual([server.seen[2]!.body!['line'], server.seen[2]!.body!['quantity']], ['l1', 0]);
  });

  test('leads to where the endpoint says, and only to a page', async () => {
    reply = { status: 200, body: { lead: '/pay/7?order=1' } };
    const paid = await open().checkout({ lines: [line], reservations: ['r1'] });
    assert.deepEqual(paid, { answer: true, cart: undefined, lead: `${server.origin}/pay/7?order=1` });
    assert.deepEqual(server.seen[0]!.body!['reservations'], ['r1']);
    reply = { status: 200, body: { lead: 'javascript:alert(1)' } };
    assert.equal((await open().buy(makeItem('tea'))).lead, undefined);
  });

  test('says no for every reason, whatever the status, with the cart as it is', async () => {
    for (const no of ['out-of-stock', 'price-changed', 'sign-in', 'options-missing', 'other'] as const) {
      reply = {
        status: 409,
        body: { no, text: { en: 'Sorry', 'zh-CN': '抱歉' }, left: 1, price: line.price, lines: [line] },
      };
      const refused = await open().add(makeItem('tea'));
      assert.deepEqual(refused.answer, {
        no,
        text: { en: 'Sorry', 'zh-CN': '抱歉' },
        left: 1,
        price: line.price,
      });
      assert.equal(refused.cart?.lines.length, 1);
    }
    reply = { status: 401, body: 'Who are you?' };
    assert.equal(((await open().add(makeItem('tea'))).answer as { no: string }).no, 'sign-in');
  });

  test('asks again under the same key after an answer that was lost, and under a new one after any answer', async () => {
    const cart = open();
    const ok = reply;
    reply = { status: 502, body: 'bad gateway' };
    await assert.rejects(cart.add(makeItem('tea')), { code: 'internal' });
    reply = ok;
    await cart.add(makeItem('tea'));
    await cart.add(makeItem('tea'));
    const keys = server.seen.map(({ body }) => body!['key']);
    assert.equal(keys[0], keys[1]);
    assert.notEqual(keys[1], keys[2]);
  });

  test('takes nothing for a cart that is none', async () => {
    for (const body of [
      { lines: [{ ...line, price: 1 }] },
      { no: 'maybe' },
      { lines: [{ ...line, quantity: 0 }] },
    ]) {
      reply = { status: 200, body };
      await assert.rejects(open().read(), { code: 'malformed' });
    }
    reply = { status: 200, body: '<p>hello</p>' };
    await assert.rejects(open().read(), { code: 'malformed' });
  });
});
