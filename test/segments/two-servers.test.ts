import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import type { Head } from '../../src/protocol/index.js';
import { createRoomServer, type RoomServer } from '../../src/server/index.js';
import { createRoom } from '../../src/stores/create-room.js';
import { SseTransport } from '../../src/transport/sse-transport.js';
import { TestEventSource } from '../fixtures/event-source.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { ServerUnderTest } from '../fixtures/room-server.js';
import { makeShow } from '../fixtures/show.js';
import { until } from '../tools/until.js';

const D = 400;

describe('two servers on one Redis', () => {
  let redis: RedisServer;
  let servers: RoomServer[];

  beforeEach(async () => {
    redis = await RedisServer.start();
    const open = () =>
      createRoomServer({
        shows: [makeShow()],
        storeAddress: redis.address,
        segments: { mode: 'segments', durationMs: D },
        hub: { tickMs: 50 },
      });
    servers = [await open(), await open()];
  });
  afterEach(async () => {
    await Promise.all(servers.map(server => server.close()));
    await redis.end();
  });

  const get = async (server: RoomServer, path: string) => {
    const { statusCode, rawPayload } = await server.app.inject({ url: `/v1/rooms/spring/${path}` });
    return statusCode === 200 ? rawPayload : undefined;
  };

  test('send the same bytes, whoever is asked first, and what was said at either is in them once', async () => {
    const said: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      const server = servers[i % 2]!;
      said.push(`word ${i}`);
      await server.execute('spring', { type: 'comment.send', text: `word ${i}` }, { id: `v${i}` });
      await server.execute(
        'spring',
        { type: 'notice.set', notice: `notice ${i}` },
        { id: 'h', role: 'host' },
      );
      const saidAt = Date.now();
      await until('it is a quarter of a window later', () => Date.now() - saidAt > D / 4);
    }
    let head: Head | undefined;
    const now = Date.now();
    await until('the last words are in', async () => {
      const bytes = await get(servers[0]!, 'head.json');
      head = bytes && (JSON.parse(bytes.toString()) as Head);
      return head !== undefined && head.n * D > now + 2 * D;
    });
    const { epoch, edition, first, n, snapshot } = head!;
    const words: string[] = [];
    const seqs: number[] = [];
    for (let at = first; at <= n; at += 1) {
      const path = `segments/${epoch}.${edition}/${at}.json`;
      const order = at % 2 ? servers : [...servers].reverse();
      const [one, other] = await Promise.all(order.map(server => get(server, path)));
      assert.ok(one && other && one.equals(other), path);
      const segment = JSON.parse(one.toString()) as {
        comments: { text: string }[];
        events: { seq: number }[];
      };
      words.push(...segment.comments.map(({ text }) => text));
      seqs.push(...segment.events.map(({ seq }) => seq));
    }
    assert.deepEqual(words, said);
    assert.deepEqual(
      seqs,
      Array.from({ length: 13 }, (_, i) => i + 1),
    );
    const [one, other] = await Promise.all(servers.map(server => get(server, snapshot)));
    assert.ok(one && other && one.equals(other));
  });
});

describe('a phone whose clock is wrong', () => {
  afterEach(() => mock.restoreAll());

  for (const skewMs of [-5000, 5000, 3_600_000]) {
    test(`hears a room by segments all the same: ${skewMs} ms`, async () => {
      const real = Date.now.bind(Date);
      const server = await ServerUnderTest.start({
        now: real,
        segments: { mode: 'segments', durationMs: D },
        hub: { tickMs: 50 },
      });
      mock.method(Date, 'now', () => real() + skewMs);
      const asked: string[] = [];
      const refused: string[] = [];
      server.server.app.server.on('request', (request, response) => {
        asked.push(request.url!);
        response.on('finish', () => response.statusCode === 404 && refused.push(request.url!));
      });
      const url = `${await server.listen()}${server.base}`;
      const room = createRoom({
        transport: new SseTransport({ url, EventSource: TestEventSource, feed: { backOff: { minMs: 50 } } }),
      });
      const leave = room.retain();
      for (const notice of ['one', 'two', 'three']) {
        await server.host({ type: 'notice.set', notice });
        await until(`it hears ${notice}`, () => room.$state.get()?.notice === notice);
      }
      leave();
      await server.close();
      assert.deepEqual(refused, [], 'nothing was asked for too early');
      assert.ok(asked.filter(path => /\/\d+\.json/.test(path)).length < 60, 'and nothing again and again');
    });
  }
});
