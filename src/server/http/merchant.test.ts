import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import { FeedReader, ServerUnderTest, type Answer } from '../../../test/fixtures/room-server.js';
import type { Happening, Show } from '../../protocol/index.js';
import { SqliteStore, type RoomServerOptions } from '../index.js';
import { loadSales, reservation } from '../store/sale-contract.js';
import type { OrderAnswer } from '../trade/order-intake.js';

const SECRET = 'a-secret-of-the-merchants-own';
const OLD = 'the-secret-that-is-going-away';

const signature = (body: string, secret = SECRET, t = Math.floor(Date.now() / 1000)) =>
  `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;

class Shop {
  readonly it: ServerUnderTest;

  static async with(run: (shop: Shop) => Promise<void>, options: Partial<RoomServerOptions> = {}) {
    const trade = { secrets: [SECRET, OLD], everyMs: 1_000_000 };
    const it = await ServerUnderTest.start({ trade, hub: { tickMs: 1_000_000 }, ...options });
    try {
      await run(new Shop(it));
    } finally {
      await it.close();
    }
  }

  private constructor(it: ServerUnderTest) {
    this.it = it;
  }

  say(what: 'orders' | 'redemptions', said: object | string, header?: string): Promise<Answer> {
    const body = typeof said === 'string' ? said : JSON.stringify(said);
    return this.it.ask('POST', what, { 'qunlive-signature': header ?? signature(body) }, body);
  }

  async claimed(): Promise<{ code: string; viewer: string }> {
    await this.it.host({ type: 'coupon.open', couponId: 'plain' });
    const { token, viewer } = await this.it.join();
    const { body } = await this.it.send(token, { type: 'coupon.claim', couponId: 'plain' });
    return { code: String((body as { code?: string }).code), viewer: viewer.id };
  }
}

const order = { orderId: 'A-1', status: 'placed', items: [{ productId: 'a', quantity: 1 }] };

test('an order is taken in once, however often it is told, and in whatever order', () =>
  Shop.with(async shop => {
    const { now, ...first } = (await shop.say('orders', order)).body as Record<string, unknown>;
    assert.equal(typeof now, 'number');
    assert.deepEqual(first, { orderId: 'A-1', status: 'placed', result: 'kept', reservations: [] });
    const paid = await shop.say('orders', { orderId: 'A-1', status: 'paid' });
    assert.deepEqual([paid.status, paid.body.result, paid.body.status], [200, 'kept', 'paid']);
    const late = await shop.say('orders', order);
    assert.deepEqual([late.status, late.body.result, late.body.status], [200, 'nothing', 'paid']);
    const unknown = await shop.say('orders', { ...order, orderId: 'A-2', reservations: ['no-such'] });
    assert.deepEqual([unknown.status, unknown.body.error?.code], [404, 'reservation-unknown']);
  }));

test('a code is used by one order, also as a person has typed it, and comes with what it is worth', () =>
  Shop.with(async shop => {
    const { code, viewer } = await shop.claimed();
    const typed = code.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l');
    const used = await shop.say('redemptions', { code: typed, orderId: 'A-1' });
    assert.equal(used.status, 200, used.text);
    const { couponId, result, viewer: whose, value } = used.body as Record<string, unknown>;
    assert.deepEqual([couponId, result, whose], ['plain', 'redeemed', viewer]);
    assert.ok(value);
    const again = await shop.say('redemptions', { code, orderId: 'A-1' });
    const answer = ({ body: { now: _, ...said } }: Answer) => said;
    assert.deepEqual(answer(again), answer(used));
    assert.equal((await shop.say('redemptions', { code, orderId: 'A-2' })).body.result, 'used');
    const wrong = await shop.say('redemptions', { code: 'AAAA-BBBB-CCCC-DDDD', orderId: 'A-1' });
    assert.deepEqual([wrong.status, wrong.body.error?.code], [404, 'code-unknown']);
  }));

test('an order takes the pieces that were kept for it, and gives them back when it is off', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  const { show } = loadSales(2).data as { show: Show };
  await Shop.with(
    async shop => {
      for (const viewer of ['v1', 'v2']) await store.reserve(reservation(viewer, 'k', { at: Date.now() }));
      const told = async (said: object) => {
        const { status, body } = await shop.say('orders', said);
        const { result, error, reservations } = body as unknown as OrderAnswer & { error?: { code: string } };
        return [status, error?.code ?? result, ...(reservations ?? []).map(one => [one.id, one.result])];
      };
      const reservations = ['r-v1-k'];
      assert.deepEqual(await told({ ...order, reservations }), [200, 'kept', ['r-v1-k', 'counted']]);
      assert.deepEqual(await told({ ...order, reservations }), [200, 'nothing', ['r-v1-k', 'nothing']]);
      const others = { ...order, orderId: 'A-2', reservations: ['r-v2-k', 'r-v1-k'] };
      assert.deepEqual(await told(others), [409, 'order-conflict']);
      assert.deepEqual(await store.orders('spring', 'nobody'), []);
      // Said again without them: the order is known to be theirs.
      assert.deepEqual(await told({ orderId: 'A-1', status: 'cancelled' }), [
        200,
        'kept',
        ['r-v1-k', 'returned'],
      ]);
      assert.deepEqual(await told({ ...order, reservations }), [200, 'nothing', ['r-v1-k', 'nothing']]);
      const types = (await store.ledger('spring', 0, 99)).map(entry => entry.type);
      assert.equal(types.filter(type => type === 'order.changed').length, 2);
    },
    { store, shows: [show] },
  );
});

test('what is bought is told to the room, as figures alone and once for an order', () =>
  Shop.with(
    async shop => {
      const url = `${await shop.it.listen()}${shop.it.base}`;
      const reader = await FeedReader.open(`${url}/feed`);
      await reader.nextOf('snapshot');
      const items = [
        { productId: 'a', quantity: 3 },
        { productId: 'a', variantId: 'x', quantity: 1 },
        { productId: 'not-on-the-shelf', quantity: 1 },
      ];
      await shop.say('orders', { ...order, items, subject: 'Zoë' });
      await shop.say('orders', { ...order, items, subject: 'Zoë' });
      await shop.say('orders', { orderId: 'A-3', status: 'cancelled', items });
      await shop.say('orders', { ...order, orderId: 'A-4', items });
      let count = 0;
      while (count < 2) {
        const { data } = await reader.nextOf('tick');
        assert.doesNotMatch(JSON.stringify(data), /Zo|A-1|not-on/);
        const happened = (data as { happened?: Happening[] }).happened ?? [];
        for (const one of happened.filter(({ kind }) => kind === 'bought')) {
          assert.equal(one.productId, 'a');
          count += one.count;
        }
      }
      assert.equal(count, 2);
      reader.close();
    },
    { trade: { secrets: [SECRET], everyMs: 10 }, hub: { tickMs: 20 } },
  ));

test('what is not signed with a secret of this server, for this body and by now, is refused', () =>
  Shop.with(async shop => {
    const body = JSON.stringify(order);
    const now = Math.floor(Date.now() / 1000);
    const [, mac] = signature(body).split(',');
    const bad = [
      '',
      'v1=abc',
      `t=${now}`,
      `t=${now},v1=${'0'.repeat(64)}`,
      signature(`${body} `),
      signature(body, 'some other secret of 24 letters'),
      signature(body, SECRET, now - 310),
      signature(body, SECRET, now + 310),
      `t=${now - 1},${mac}`,
      mac!,
    ];
    for (const header of bad) {
      const answer = await shop.say('orders', body, header);
      assert.deepEqual([answer.status, answer.body.error?.code], [401, 'signature-bad'], header);
    }
    const unsigned = await shop.it.ask('POST', 'orders', {}, body);
    assert.equal(unsigned.body.error?.code, 'signature-bad');
    // Without the secret nobody learns which rooms there are.
    const elsewhere = await shop.it.ask('POST', '/v1/rooms/nowhere/orders', {}, body);
    assert.equal(elsewhere.body.error?.code, 'signature-bad');
    const signed = { 'qunlive-signature': signature(body) };
    const nowhere = await shop.it.ask('POST', '/v1/rooms/nowhere/orders', signed, body);
    assert.equal(nowhere.body.error?.code, 'room-not-found');
    for (const header of [signature(body, OLD), `${signature(body, 'x'.repeat(24))},${mac}`]) {
      assert.equal((await shop.say('orders', body, header)).status, 200);
    }
  }));

test('what cannot be read is said by its place', () =>
  Shop.with(async shop => {
    for (const [said, path] of [
      ['{"orderId":', undefined],
      ['', undefined],
      [{ status: 'placed' }, 'orderId'],
      [{ ...order, orderId: 'a\nb' }, 'orderId'],
      [{ ...order, status: 'lost' }, 'status'],
      [{ ...order, items: [{ productId: 'a', quantity: 0 }] }, 'items[0].quantity'],
      [{ ...order, total: { minor: 1.5, currency: 'CNY' } }, 'total.minor'],
      ['{"orderId":"a","status":"placed","__proto__":{"x":1}}', undefined],
    ] as const) {
      const answer = await shop.say('orders', said);
      assert.deepEqual([answer.status, answer.body.error?.code], [400, 'malformed'], answer.text);
      assert.equal(answer.body.error?.path, path);
    }
    const large = await shop.say('orders', { ...order, subject: 'x'.repeat(70_000) });
    assert.equal(large.status, 413);
  }));

test('a server without a secret takes nothing in, and one with a short one does not start', async () => {
  await Shop.with(
    async shop => {
      const answer = await shop.say('orders', order);
      assert.equal(answer.body.error?.code, 'signature-bad');
      assert.match(answer.text, /QUNLIVE_MERCHANT_SECRET/);
    },
    { trade: {} },
  );
  const start = (trade: RoomServerOptions['trade']) => ServerUnderTest.start({ trade });
  const refused = { code: 'bad-config' };
  await assert.rejects(start({ secrets: ['short'] }), refused);
  await assert.rejects(start({ webhook: 'https://shop.example/hook' }), refused);
  await assert.rejects(start({ secrets: [SECRET], webhook: 'ftp://shop.example' }), refused);
});
