import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import test from 'node:test';
import { FeedReader, ServerUnderTest, type Heard } from '../../../test/fixtures/room-server.js';
import type { RoomServerOptions } from '../index.js';

async function withServer(
  options: Partial<RoomServerOptions>,
  run: (it: ServerUnderTest, feed: string) => Promise<void>,
): Promise<void> {
  const it = await ServerUnderTest.start(options);
  try {
    await run(it, `${await it.listen()}${it.base}/feed`);
  } finally {
    await it.close();
  }
}

const pin = (it: ServerUnderTest, productId: string) => it.host({ type: 'pin.add', productId });

test('a feed over a real connection: headers, retry, hello, snapshot, events', () =>
  withServer({}, async (it, url) => {
    const reader = await FeedReader.open(url, { origin: 'http://localhost:5173' });
    const { headers } = reader.response;
    assert.equal(headers['content-type'], 'text/event-stream; charset=utf-8');
    assert.equal(headers['cache-control'], 'no-store, no-transform');
    assert.equal(headers['x-accel-buffering'], 'no');
    assert.equal(headers['access-control-allow-origin'], 'http://localhost:5173');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['transfer-encoding'], undefined);
    const { retry } = (await reader.next())!;
    assert.ok(retry! >= 2000 && retry! <= 15_000);
    assert.equal((await reader.next())!.event, 'hello');
    const snapshot = (await reader.next())!;
    assert.deepEqual([snapshot.event, snapshot.id], ['snapshot', `${it.server.hub.room('spring').epoch}:1`]);
    await pin(it, 'a');
    const control = await reader.nextOf('control');
    assert.deepEqual([control.data.seq, control.data.type], [2, 'pin.add']);
    assert.equal(control.id, `${it.server.hub.room('spring').epoch}:2`);
    const { token } = await it.join();
    await it.send(token, { type: 'comment.send', text: 'hello' });
    for (;;) {
      const tick = await reader.nextOf('tick');
      assert.equal(tick.id, undefined);
      if ((tick.data.comments as unknown as { text: string }[])[0]?.text === 'hello') break;
    }
    reader.close();
  }));

test('coming back twice with nothing in between tells nothing twice', () =>
  withServer({}, async (it, url) => {
    const first = await FeedReader.open(url);
    await first.nextOf('snapshot');
    await pin(it, 'a');
    const { id } = await first.nextOf('control');
    first.close();
    for (const productId of [undefined, undefined, 'b']) {
      const again = await FeedReader.open(`${url}?since=${encodeURIComponent(id!)}`);
      assert.equal((await again.nextOf('hello')).data.outcome, 'recovered');
      if (productId) {
        await pin(it, productId);
        assert.equal((await again.nextOf('control')).data.seq, 3);
      }
      again.close();
    }
  }));

test('the browser own id counts more than the address it was opened with', () =>
  withServer({}, async (it, url) => {
    await pin(it, 'a');
    const { epoch } = it.server.hub.room('spring');
    const reader = await FeedReader.open(`${url}?since=${epoch}:1`, { 'last-event-id': `${epoch}:2` });
    await reader.nextOf('hello');
    await pin(it, 'b');
    assert.equal((await reader.nextOf('control')).data.seq, 3);
    reader.close();
  }));

test('a position that says nothing is a newcomer', () =>
  withServer({}, async (_it, url) => {
    for (const since of ['', 'x', '1:2:3', 'e:-1', '%00', 'e:999999999999999999999']) {
      const reader = await FeedReader.open(`${url}?since=${since}`);
      assert.equal((await reader.nextOf('hello')).data.outcome, 'snapshot', since);
      reader.close();
    }
  }));

test('a full server says when to come again', () =>
  withServer({ hub: { maxConnections: 2 } }, async (it, url) => {
    const readers = await Promise.all([FeedReader.open(url), FeedReader.open(url)]);
    const third = await fetch(url);
    const body = (await third.json()) as { error: { code: string; retryAfterMs: number } };
    assert.deepEqual([third.status, body.error.code], [503, 'room-full']);
    assert.equal(Number(third.headers.get('retry-after')), Math.ceil(body.error.retryAfterMs / 1000));
    for (const reader of readers) await reader.nextOf('hello');
    assert.equal(it.server.hub.connections, 2);
    const gone = once(readers[0].response.socket, 'close');
    readers[0].close();
    await gone;
    // The server hears of it a moment later; until then the answer is 503.
    let fourth = await fetch(url);
    while (fourth.status === 503) fourth = await fetch(url);
    assert.equal(fourth.status, 200);
    await fourth.body?.cancel();
    readers[1].close();
  }));

test('one address does not take all places', () =>
  withServer({ hub: { maxPerAddress: 1 } }, async (_it, url) => {
    const reader = await FeedReader.open(url);
    const second = await fetch(url);
    const body = (await second.json()) as { error: { code: string } };
    assert.deepEqual([second.status, body.error.code], [503, 'overloaded']);
    reader.close();
  }));

test('a stream that has lasted long enough ends with a time to come back', () =>
  withServer({ hub: { minLifeMs: 0, heartbeatMs: 20 } }, async (_it, url) => {
    const reader = await FeedReader.open(url);
    let last: Heard | undefined;
    for (let heard = await reader.next(); heard; heard = await reader.next()) last = heard;
    assert.ok(last?.retry !== undefined && last.retry <= 2000);
  }));

test('a reader that stalls is cut off while the others go on', () =>
  withServer({ hub: { maxWaiting: 16 * 1024 } }, async (it, url) => {
    const { port, pathname } = new URL(url);
    const stalled = connect(Number(port), '127.0.0.1');
    stalled.on('error', () => {});
    stalled.write(`GET ${pathname} HTTP/1.1\r\nhost: x\r\n\r\n`);
    await once(stalled, 'readable');
    stalled.pause();
    const good = await FeedReader.open(url);
    await good.nextOf('snapshot');
    // Notices of one and a half kilobytes until the kernel's buffers are full as well.
    const host = (n: number) =>
      it.server.execute(
        'spring',
        { type: 'notice.set', notice: `${n} ${'好'.repeat(480)}` },
        { id: 'h', role: 'host' },
      );
    let heard = 0;
    for (let round = 0; it.server.hub.connections > 1; round += 1) {
      assert.ok(round < 1000, 'never cut');
      await Promise.all(Array.from({ length: 40 }, (_, i) => host(round * 40 + i)));
      for (; heard < (round + 1) * 40; heard += 1) await good.nextOf('control');
    }
    assert.equal(it.server.hub.connections, 1);
    stalled.destroy();
    good.close();
  }));

test('what a page may do is decided by its origin', () =>
  withServer({ origins: ['https://shop.example'] }, async (it, url) => {
    const join = (origin: string) => it.ask('POST', 'session', { origin, host: 'live.example' });
    assert.equal(
      (await join('https://shop.example')).headers['access-control-allow-origin'],
      'https://shop.example',
    );
    assert.equal((await join('https://live.example')).status, 200);
    for (const origin of ['https://evil.example', 'http://shop.example', 'http://localhost:3000', 'null']) {
      const answer = await join(origin);
      assert.deepEqual([answer.status, answer.body.error?.code], [403, 'origin-refused'], origin);
    }
    const feed = await fetch(url, { headers: { origin: 'https://evil.example' } });
    assert.equal(feed.status, 403);
    const preflight = await it.ask('OPTIONS', 'commands', {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type, idempotency-key',
    });
    assert.equal(preflight.status, 204);
    assert.match(String(preflight.headers['access-control-allow-headers']), /idempotency-key/);
    assert.equal(preflight.headers['access-control-allow-credentials'], undefined);
  }));
