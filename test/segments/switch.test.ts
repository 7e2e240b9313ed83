import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { createRoom } from '../../src/stores/create-room.js';
import type { Room } from '../../src/stores/room.js';
import { SseTransport } from '../../src/transport/sse-transport.js';
import type { HubOptions } from '../../src/server/index.js';
import type { SegmentOptions } from '../../src/server/segments/room-segments.js';
import { TestEventSource } from '../fixtures/event-source.js';
import { ServerUnderTest } from '../fixtures/room-server.js';

const D = 300;
let server: ServerUnderTest;
let leave: () => void = () => {};

async function open(segments: SegmentOptions = {}, hub: HubOptions = {}): Promise<Room> {
  server = await ServerUnderTest.start({
    segments: { durationMs: D, pollMs: 200, ...segments },
    hub: { tickMs: 50, ...hub },
  });
  const url = `${await server.listen()}${server.base}`;
  const feed = { backOff: { minMs: 20, maxMs: 50 } };
  const room = createRoom({ transport: new SseTransport({ url, EventSource: TestEventSource, feed }) });
  leave = room.retain();
  return room;
}
const when = <T>(store: { subscribe(listener: (value: T) => void): () => void }, is: (value: T) => boolean) =>
  new Promise<void>(resolve => {
    const off = store.subscribe(value => {
      if (!is(value)) return;
      queueMicrotask(() => off());
      resolve();
    });
  });

afterEach(async () => {
  leave();
  await server.close();
});

describe('a room that is sent as segments', () => {
  test('opens, goes on, and hears its comments; commands are answered as ever', async () => {
    const room = await open({ mode: 'segments' });
    await when(room.$state, state => state?.title !== undefined);
    await server.host({ type: 'phase.set', phase: 'live' });
    await when(room.$state, state => state?.phase === 'live');
    assert.equal(room.$connection.get().status, 'open');
    assert.equal(TestEventSource.open.size, 0);
    assert.equal(await room.sendComment('Hello'), true);
    const other = await server.join();
    await server.send(other.token, { type: 'comment.send', text: 'From far away' });
    await when(room.$comments, lines => lines.some(line => line.text === 'From far away'));
    await server.host({ type: 'coupon.open', couponId: 'plain' });
    await when(room.$state, state => state?.coupons[0]?.state === 'open');
    assert.equal((await room.claimCoupon('plain')).status, 'claimed');
    assert.deepEqual(
      room.$comments.get().map(({ text, own, status }) => [text, own, status]),
      [
        ['Hello', true, 'sent'],
        ['From far away', false, 'sent'],
      ],
    );
  });

  test('comes from the feed and goes back to it with the crowd, and never loses its place', async () => {
    const room = await open({ feedUpTo: 10 }, { heartbeatMs: 50, minLifeMs: 100 });
    const feed = server.server.hub.feed('spring');
    const notice = async (words: string) => {
      await server.host({ type: 'notice.set', notice: words });
      await when(room.$state, state => state?.notice === words);
    };
    await when(room.$state, state => state?.title !== undefined);
    await notice('by the feed');
    assert.equal(TestEventSource.open.size, 1);
    const asked: string[] = [];
    server.server.app.server.on('request', ({ url }) => asked.push(url!));
    feed.behindCaches = () => 1000;
    await when(room.$online, online => online >= 1000);
    for (let i = 0; TestEventSource.open.size > 0 || room.$connection.get().status !== 'open'; i += 1)
      await notice(`on the way ${i}`);
    await notice('by segments');
    assert.equal(TestEventSource.open.size, 0);
    feed.behindCaches = () => 0;
    for (let i = 0; TestEventSource.open.size === 0 || room.$connection.get().status !== 'open'; i += 1)
      await notice(`on the way back ${i}`);
    await notice('by the feed again');
    assert.ok(asked.some(url => /segments.*\d\.json/.test(url)));
    assert.deepEqual(
      asked.filter(url => url.includes('snapshot')),
      [],
    );
  });

  test('counts those it cannot see', async () => {
    const room = await open({ mode: 'segments' });
    await when(room.$state, state => state !== undefined);
    const { body } = await server.ask('GET', 'head.json');
    const { presence } = body as unknown as { presence: { everyMs: number; oneIn: number } };
    assert.equal(presence.oneIn, 1);
    const { status, headers } = await server.ask('GET', `here?of=${presence.oneIn}`);
    assert.deepEqual([status, headers['cache-control']], [204, 'no-store']);
  });
});
