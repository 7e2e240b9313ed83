import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { checks, resultLines, runConformance, type Report } from '../../src/conformance/index.js';
import { createRoomServer, type RoomServer, type RoomServerOptions } from '../../src/server/index.js';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { toBeLookedAt } from './to-be-looked-at.js';
import { freePort } from '../tools/free-port.js';
import { NginxFront } from './nginx-front.js';

const TOKEN = 'host-token-of-this-test';

function serve(options: Partial<RoomServerOptions> = {}): Promise<RoomServer> {
  return createRoomServer({
    shows: [toBeLookedAt()],
    hostToken: TOKEN,
    // What comes every few seconds comes sooner, so that a test need not wait for it.
    hub: { heartbeatMs: 300, maxQuietMs: 500, tickMs: 100 },
    segments: { durationMs: 400 },
    ...options,
  });
}

const look = (url: string, token?: string) => runConformance({ url: `${url}/v1/rooms/spring`, token });

function passes({ results, passed }: Report): void {
  const wanting = results.filter(one => one.outcome !== 'passed');
  assert.equal(wanting.length, 0, `\n${wanting.map(resultLines).join('')}`);
  assert.equal(passed, checks.length);
}

/** What a proxy does differently from a line: holds answers back, closes, speaks another HTTP. */
const through = {
  'as it comes': '',
  'without buffering, over HTTP/1.1':
    'proxy_buffering off; proxy_http_version 1.1; proxy_set_header Connection "";',
};

describe('our server passes every check', { concurrency: true }, () => {
  test('by itself, on SQLite', async () => {
    const server = await serve();
    try {
      passes(await look(await server.listen({ port: 0 }), TOKEN));
    } finally {
      await server.close();
    }
  });

  for (const [how, settings] of Object.entries(through)) {
    test(`through nginx ${how}`, async () => {
      const server = await serve();
      const front = await NginxFront.start([await server.listen({ port: 0 })], settings);
      try {
        passes(await look(front.url, TOKEN));
      } finally {
        await front.stop();
        await server.close();
      }
    });
  }

  test('as two servers on one Redis, asked in turn', async () => {
    const redis = await RedisServer.start();
    const open = async () => serve({ store: await RedisStore.open({ address: redis.address }) });
    const servers = [await open(), await open()];
    const urls = await Promise.all(servers.map(server => server.listen({ port: 0 })));
    const front = await NginxFront.start(urls);
    try {
      passes(await look(front.url, TOKEN));
    } finally {
      await front.stop();
      for (const server of servers) await server.close();
      await redis.end();
    }
  });
});

test('without a host’s token what a host does is not tried, and said so', async () => {
  const server = await serve();
  try {
    const url = `${await server.listen({ port: 0 })}/v1/rooms/spring`;
    const { results, failed } = await runConformance({ url, only: ['claim.', 'log.'] });
    assert.equal(failed, 0);
    for (const { seen, outcome } of results)
      assert.deepEqual([outcome, seen], ['not-tried', 'needs a host: --token']);
    assert.equal(server.hub.room('spring').seq, 1);
  } finally {
    await server.close();
  }
});

test('where nobody answers, nothing else is tried', async () => {
  const { failed, notTried, passed } = await runConformance({ url: `http://127.0.0.1:${await freePort()}/` });
  assert.deepEqual([failed, passed], [1, 0]);
  assert.ok(notTried > 80);
});
