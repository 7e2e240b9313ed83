import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { parseHead, parseSegment, parseWindowSnapshot } from '../../protocol/index.js';

const D = 4000;
let server: ServerUnderTest;
let now: number;

const start = async (mode: 'feed' | 'segments') => {
  now = 1_800_000_000_000;
  server = await ServerUnderTest.start({ now: () => now, segments: { mode, durationMs: D } });
  now += 3 * D;
};
const head = async () => parseHead((await server.ask('GET', 'head.json')).body);

afterEach(() => server.close());

describe('a room as files', () => {
  beforeEach(() => start('segments'));

  test('has a head, segments and window snapshots that any cache may keep, for pages of all origins', async () => {
    const origin = { origin: 'http://localhost:3000' };
    const first = await server.ask('GET', 'head.json', origin);
    assert.equal(first.headers['cache-control'], 'public, max-age=1, stale-while-revalidate=2');
    const { epoch, edition, n, snapshot } = parseHead(first.body);
    const segment = await server.ask('GET', `segments/${epoch}.${edition}/${n}.json`, origin);
    assert.equal(parseSegment(segment.body).n, n);
    const whole = await server.ask('GET', snapshot, origin);
    assert.equal(parseWindowSnapshot(whole.body).seq, 1);
    for (const { headers } of [segment, whole])
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    for (const { headers } of [first, segment, whole]) {
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.equal(headers['vary'], undefined);
    }
  });

  test('answers for the feed with its head, which a cache may give to the next one', async () => {
    const { status, headers, body } = await server.ask('GET', 'feed?since=e:1');
    assert.deepEqual([status, parseHead(body).mode], [200, 'segments']);
    assert.match(String(headers['cache-control']), /^public, max-age=1/);
  });

  test('has nothing that is not there yet, never was, or has no such name; and nobody keeps that', async () => {
    const { epoch, edition, n, first } = await head();
    for (const path of [
      `${epoch}.${edition}/${n + 3}.json`,
      `${epoch}.${edition}/${first - 1}.json`,
      `${epoch}.${edition + 1}/${n}.json`,
      `other.0/${n}.json`,
      `${epoch}.${edition}/snapshot-${n}.json`,
      `${epoch}/${n}.json`,
      `${epoch}.${edition}/${n}.txt`,
    ]) {
      const { status, headers, body } = await server.ask('GET', `segments/${path}`);
      assert.deepEqual([path, status, headers['cache-control']], [path, 404, 'no-store']);
      assert.equal(body.error?.code, 'not-found');
    }
    assert.equal((await server.ask('GET', '/v1/rooms/none/head.json')).body.error?.code, 'room-not-found');
  });

  test('counts who says that they are here, and nobody for more than they were asked to', async () => {
    for (let i = 0; i < 3; i += 1) assert.equal((await server.ask('GET', 'here?of=1')).status, 204);
    await server.ask('GET', 'here?of=999999');
    now += 10_000;
    assert.equal(server.server.hub.feed('spring').online, 5);
    assert.equal((await server.ask('GET', 'here?of=-1')).status, 400);
  });
});

test('a room whose feed has place says so, and has its files all the same', async () => {
  await start('feed');
  const { mode, epoch, edition, n } = await head();
  assert.equal(mode, 'feed');
  assert.equal((await server.ask('GET', `segments/${epoch}.${edition}/${n}.json`)).status, 200);
});
