import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Head, Segment } from '../../src/protocol/index.js';
import { NginxCache } from '../fixtures/nginx.js';
import { ServerUnderTest } from '../fixtures/room-server.js';
import { until } from '../tools/until.js';
import { watchCrowds } from './watch-crowds.js';

const D = 500;
/** Windows that the crowds are watched for. */
const WINDOWS = 4;

let server: ServerUnderTest;
let nginx: NginxCache;
let url: string;
/** What the origin was asked for. */
let asked: string[];

const get = async (path: string) => {
  const response = await fetch(`${url}/${path}`);
  return {
    status: response.status,
    cache: response.headers.get('x-cache'),
    kept: response.headers.get('cache-control'),
    text: await response.text(),
  };
};
const head = async () => JSON.parse((await get('head.json')).text) as Head;
const pathOf = ({ epoch, edition }: Head, n: number) => `segments/${epoch}.${edition}/${n}.json`;

async function open(): Promise<void> {
  server = await ServerUnderTest.start({
    segments: { mode: 'segments', durationMs: D, pollMs: D },
  });
  const origin = await server.listen();
  asked = [];
  server.server.app.server.on('request', request => asked.push(request.url!));
  nginx = await NginxCache.start(origin);
  url = `${nginx.url}${server.base}`;
  await until('the first window is over', async () => (await get('head.json')).status === 200);
}
async function close(): Promise<void> {
  await nginx.stop();
  await server.close();
}

describe('a crowd behind a cache', () => {
  test('costs the origin the same with 2,000 viewers as with 20: each segment once, and the head once a second', async t => {
    const { crowds, seconds } = await watchCrowds([20, 2000], WINDOWS);
    for (const { size, viewers, segments, heads } of crowds) {
      t.diagnostic(`${size} viewers asked ${viewers} times; the origin heard ${segments} + ${heads}`);
      assert.equal(segments, WINDOWS);
      assert.ok(heads <= seconds + 1, `${heads} heads in ${seconds} s`);
    }
    assert.ok(crowds[1]!.viewers > 50 * crowds[0]!.viewers);
  });
});

describe('a room behind a cache', () => {
  beforeEach(open);
  afterEach(close);

  test('a segment asked for too early is not there, and nobody remembers that', async () => {
    const now = await head();
    const early = await get(pathOf(now, now.n + 4));
    assert.deepEqual([early.status, early.kept], [404, 'no-store']);
    let later = await get(pathOf(now, now.n + 4));
    await until('it is there', async () => (later = await get(pathOf(now, now.n + 4))).status === 200);
    assert.equal(later.kept, 'public, max-age=31536000, immutable');
    assert.deepEqual(
      [(await get(pathOf(now, now.n + 4))).cache, (JSON.parse(later.text) as Segment).n],
      ['HIT', now.n + 4],
    );
  });

  test('one asked for just before its time is waited for, once for all', async () => {
    const now = await head();
    const path = pathOf(now, now.n + 2);
    const room = server.server.hub.room('spring');
    await until('its time is near', () => (now.n + 3) * D - room.now() < 600);
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(path)));
    assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text}`))].length, 1);
    assert.equal(answers[0]!.status, 200);
    assert.equal(asked.filter(one => one.endsWith(path)).length, 1);
  });

  test('who is in the room stays in it while the origin is away, and what was sealed is still there', async () => {
    const now = await head();
    const path = pathOf(now, now.n);
    const first = await get(path);
    assert.equal(first.status, 200);
    server.server.app.server.closeAllConnections();
    server.server.app.server.close();
    assert.deepEqual([(await get(path)).text, (await get(path)).cache], [first.text, 'HIT']);
    assert.equal((await get('head.json')).status, 200);
  });
});
