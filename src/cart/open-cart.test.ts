import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { makeItem } from '../../test/fixtures/cart-items.js';
import { standOn } from '../../test/fixtures/shop-page.js';
import type { CartShop } from '../core/cart.js';
import { inTurn } from './in-turn.js';
import { openCart } from './open-cart.js';
import { plainText } from './plain-text.js';
import { shopMoney } from './shop-money.js';

let leave: () => void;
beforeEach(() => {
  leave = standOn('https://shop.example/live?ref=qing&page=2');
});
afterEach(() => leave());

describe('a cart that is a link', () => {
  test('leads to the product’s own page with what was chosen and who brought the viewer', async () => {
    const variant = { id: 'v1', choice: {}, sku: 'TEA-M' };
    const url = 'https://shop.example/tea?utm_source=own&ref=shop';
    const reply = await openCart('link').add({
      ...makeItem('tea', { url, quantity: 2, reservation: 'r1' }),
      variant,
    });
    assert.deepEqual(reply, { answer: true, lead: `${url}&variant=TEA-M&quantity=2&qun-reservation=r1` });
  });

  test('says no where the product has no page, and holds nothing', async () => {
    const cart = openCart('link');
    assert.deepEqual((await cart.buy(makeItem('tea'))).answer, { no: 'other' });
    assert.equal(await cart.read(), undefined);
    assert.deepEqual((await cart.checkout({ lines: [], reservations: [] })).answer, { no: 'other' });
  });
});

describe('the cart that a page names', () => {
  test('is nobody’s where the name is a slip, and every wish says so', async () => {
    for (const name of ['shopfy', 'javascript:alert(1)', 'https://']) {
      await assert.rejects(openCart(name).add(makeItem('tea')), { code: 'bad-config', path: 'cart' });
    }
  });

  test('does one thing after the other, also after one that failed', async () => {
    const order: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        order.push(`${name} begins`);
        await Promise.resolve();
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
        return { answer: true } as const;
      };
    const shop: CartShop = {
      read: () => Promise.resolve(undefined),
      add: work('add', true),
      buy: work('buy'),
      change: work('change'),
      checkout: work('checkout'),
    };
    const cart = inTurn(shop);
    const outcomes = await Promise.allSettled([
      cart.add(makeItem('tea')),
      cart.change({ id: 'l', title: 'Tea', price: { minor: 1, currency: 'CNY' }, quantity: 1 }, 2),
      cart.checkout({ lines: [], reservations: [] }),
    ]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled'],
    );
    assert.deepEqual(
      order,
      ['add', 'change', 'checkout'].flatMap(name => [`${name} begins`, `${name} ends`]),
    );
  });
});

describe('what shops write', () => {
  test('is read without its entities and marks', () => {
    const rows = [
      ['&quot;Tea&quot; &#8211; 5 &lt; 6 &amp; more&#x2026;', '"Tea" – 5 < 6 & more…'],
      ['Added. <a href="/cart/" class="button">View cart</a>', 'Added. View cart'],
      ['1 < 2 &unknown; &#99999999;', '1 < 2 &unknown; &#99999999;'],
    ] as const;
    for (const [markup, words] of rows) assert.equal(plainText(markup), words);
  });

  test('costs the same in our units', () => {
    const rows = [
      [12_900, 2, 'CNY', 12_900],
      ['120000', 2, 'JPY', 1200],
      ['1234', 2, 'KWD', 12_340],
      ['1999', 0, 'USD', 199_900],
      ['18000000', 6, 'USD', 1800],
    ] as const;
    for (const [units, digits, currency, minor] of rows) {
      assert.deepEqual(shopMoney(units, digits, currency), { minor, currency });
    }
  });
});
