import assert from 'node:assert/strict';
import test from 'node:test';
import { Bookkeeper } from '../../../test/fixtures/bookkeeper.js';
import { FeedReader, ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { makeShow } from '../../../test/fixtures/show.js';
import type { RoomServerOptions } from '../index.js';
import { MerchantKey, SIGNATURE_HEADER } from '../trade/merchant-key.js';

async function counting(
  options: Partial<RoomServerOptions>,
  run: (
    it: ServerUnderTest,
    url: string,
    figure: (name: string) => Promise<number | undefined>,
  ) => Promise<void>,
): Promise<void> {
  const it = await ServerUnderTest.start(options);
  const figure = async (name: string) => {
    const line = (await it.server.metrics()).split('\n').find(text => text.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length + 1));
  };
  try {
    await run(it, `${await it.listen()}${it.base}`, figure);
  } finally {
    await it.close();
  }
}

test('streams, what they are sent and how they began and ended', () =>
  counting({ hub: { tickMs: 1_000_000 } }, async (it, url, figure) => {
    const readers = [await FeedReader.open(`${url}/feed`), await FeedReader.open(`${url}/feed`)] as const;
    for (const reader of readers) await reader.nextOf('snapshot');
    assert.equal(await figure('qunlive_feed_streams'), 2);
    assert.equal(await figure('qunlive_room_online{room="spring"}'), 2);
    assert.equal(await figure('qunlive_feed_opened_total{how="first"}'), 2);
    await it.host({ type: 'pin.add', productId: 'a' });
    const { id } = await readers[0].nextOf('control');
    assert.equal(await figure('qunlive_feed_messages_total{event="control"}'), 2);
    assert.equal(await figure('qunlive_room_seq{room="spring"}'), 2);
    const again = await FeedReader.open(`${url}/feed?since=${id!.replace(/\d+$/, '1')}`);
    await again.nextOf('control');
    assert.equal(await figure('qunlive_feed_opened_total{how="recovered"}'), 1);
    await it.server.hub.tick();
    for (const reader of [...readers, again]) await reader.nextOf('tick');
    assert.equal(await figure('qunlive_feed_messages_total{event="tick"}'), 3);
    assert.equal(await figure('qunlive_fanout_seconds_count{event="tick"}'), 1);
    assert.ok((await figure('qunlive_feed_bytes_total{event="tick"}'))! > 300);
    for (const reader of [...readers, again]) reader.close();
    while ((await figure('qunlive_feed_ended_total{why="gone"}')) !== 3) await new Promise(setImmediate);
    assert.equal(await figure('qunlive_feed_streams'), 0);
  }));

test('claims by outcome, comments taken and shown, what was refused and why', () =>
  counting({ hub: { tickMs: 1_000_000 } }, async (it, url, figure) => {
    const reader = await FeedReader.open(`${url}/feed`);
    await reader.nextOf('snapshot');
    const { token } = await it.join();
    await it.send(token, { type: 'coupon.claim', couponId: 'plain' });
    await it.host({ type: 'coupon.open', couponId: 'plain' });
    await it.send(token, { type: 'coupon.claim', couponId: 'plain' });
    await it.send(token, { type: 'coupon.claim', couponId: 'plain' });
    for (const result of ['not-open', 'won', 'already'])
      assert.equal(await figure(`qunlive_claims_total{result="${result}"}`), 1, result);
    for (const text of ['one', 'two', 'three', 'four']) await it.send(token, { type: 'comment.send', text });
    await it.send(token, { type: 'nonsense', text: 'x' });
    assert.equal(await figure('qunlive_comments_accepted_total{standing="shown"}'), 3);
    const tooFast = 'qunlive_refused_total{route="commands",command="comment.send",code="comment-too-fast"}';
    assert.equal(await figure(tooFast), 1);
    const unknown = 'qunlive_refused_total{route="commands",command="",code="unknown-command"}';
    assert.equal(await figure(unknown), 1);
    await it.server.hub.tick();
    await reader.nextOf('tick');
    assert.equal(await figure('qunlive_comments_shown_total'), 3);
    assert.equal(await figure('qunlive_store_seconds_count{operation="claim"}'), 3);
    assert.ok((await figure('process_resident_memory_bytes'))! > 1e6);
    reader.close();
  }));

test('wishes in flash sales by outcome', () => {
  const terms = { id: 'flash', productId: 'a', price: { minor: 990, currency: 'CNY' }, total: 1 };
  const rest = { perViewer: 1, holdSeconds: 60, expires: { kind: 'stopped' as const } };
  const shows = [makeShow({ sales: [{ ...terms, ...rest }] })];
  return counting({ shows, hub: { tickMs: 1_000_000 } }, async (it, _url, figure) => {
    const [first, second] = [await it.join(), await it.join()];
    const ask = { type: 'sale.reserve', saleId: 'flash', quantity: 1 };
    await it.send(first.token, ask, 'early');
    await it.host({ type: 'sale.open', saleId: 'flash' });
    for (const key of ['k', 'again']) await it.send(first.token, ask, key);
    await it.send(second.token, ask, 'k');
    for (const result of ['not-open', 'held', 'already', 'taken'])
      assert.equal(await figure(`qunlive_reservations_total{result="${result}"}`), 1, result);
  });
});

test('orders and codes that came in, and what the books have heard', async () => {
  const books = await Bookkeeper.open();
  const secret = 'a secret of the shop, and long';
  const key = new MerchantKey([secret]);
  books.answers.push({ status: 500 });
  try {
    const trade = { secrets: [secret], webhook: books.url, everyMs: 10 };
    await counting({ trade, hub: { tickMs: 1_000_000 } }, async (it, _url, figure) => {
      const body = JSON.stringify({ orderId: 'A-1', status: 'placed' });
      const headers = { [SIGNATURE_HEADER]: key.sign(body, Date.now()) };
      for (let i = 0; i < 2; i += 1) await it.ask('POST', 'orders', headers, body);
      for (const result of ['kept', 'nothing'])
        assert.equal(await figure(`qunlive_trade_total{what="order",result="${result}"}`), 1, result);
      while (books.deliveries.length < 1) await books.next();
      assert.ok((await figure('qunlive_webhook_behind_seconds{room="spring"}'))! >= 0);
      while ((await figure('qunlive_webhook_events_total')) !== 1) await new Promise(setImmediate);
      assert.equal(await figure('qunlive_webhook_deliveries_total{outcome="5xx"}'), 1);
      assert.equal(await figure('qunlive_webhook_deliveries_total{outcome="2xx"}'), 1);
      while ((await figure('qunlive_webhook_behind_seconds{room="spring"}')) !== 0)
        await new Promise(setImmediate);
    });
  } finally {
    await books.close();
  }
});

test('what nobody was let in for is counted by its code, and what is asked at no address of ours as none', () =>
  counting({ hub: { maxConnections: 0 } }, async (_it, url, figure) => {
    await fetch(`${url}/feed`);
    await fetch(`${url}/nothing-here`);
    assert.equal(await figure('qunlive_refused_total{route="feed",command="",code="room-full"}'), 1);
    assert.equal(await figure('qunlive_feed_streams_max'), 0);
  }));

test('figures have an address of their own: on that of the rooms there are none', () =>
  counting({ metrics: { host: '127.0.0.1', port: 0 } }, async (it, url) => {
    const { metricsUrl } = it.server;
    const answer = await fetch(metricsUrl!);
    assert.match(answer.headers.get('content-type')!, /^text\/plain/);
    assert.match(await answer.text(), /^# TYPE qunlive_claims_total counter$/m);
    assert.equal((await fetch(new URL('/', metricsUrl))).status, 404);
    assert.equal((await fetch(new URL('/metrics', url))).status, 404);
  }));
