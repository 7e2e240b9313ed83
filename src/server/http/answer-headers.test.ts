import assert from 'node:assert/strict';
import test from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import { createRoomServer } from '../create-room-server.js';

const shop = 'https://shop.example';

async function served() {
  const server = await createRoomServer({ shows: [makeShow()], origins: [shop] });
  return {
    async headers(method: 'GET' | 'OPTIONS', url: string, origin?: string) {
      const { statusCode, headers, body } = await server.app.inject({
        method,
        url,
        headers: origin === undefined ? {} : { origin, 'access-control-request-method': 'POST' },
      });
      return { statusCode, body, ...headers } as Record<string, unknown>;
    },
    end: () => server.close(),
  };
}

test('a page of the shop is let in, and a browser that asks first is told what it may send', async () => {
  const { headers, end } = await served();
  const asked = await headers('OPTIONS', '/v1/rooms/spring/commands', shop);
  assert.equal(asked.statusCode, 204);
  assert.equal(asked['access-control-allow-origin'], shop);
  assert.match(String(asked['access-control-allow-headers']), /authorization.*idempotency-key/);
  assert.equal(asked['access-control-allow-methods'], 'GET, POST');
  const read = await headers('GET', '/v1/rooms/spring/snapshot', shop);
  assert.equal(read.statusCode, 200);
  assert.equal(read['access-control-allow-origin'], shop);
  assert.match(String(read['access-control-expose-headers']), /retry-after/);
  assert.equal(read.vary, 'Origin');
  await end();
});

test('a page of somebody else is refused in words that it can read', async () => {
  const { headers, end } = await served();
  const refused = await headers('GET', '/v1/rooms/spring/snapshot', 'https://other.example');
  assert.equal(refused.statusCode, 403);
  assert.equal(refused['access-control-allow-origin'], 'https://other.example');
  assert.match(String(refused.body), /origin-refused/);
  await end();
});

test('no answer is kept, framed, guessed at or run, refusals included', async () => {
  const { headers, end } = await served();
  for (const url of ['/v1/rooms/spring/snapshot', '/v1/rooms/none/snapshot', '/healthz']) {
    const answer = await headers('GET', url);
    assert.equal(answer['cache-control'], 'no-store', url);
    assert.equal(answer['x-content-type-options'], 'nosniff', url);
    assert.match(String(answer['content-security-policy']), /default-src 'none';frame-ancestors 'none'/, url);
    assert.equal(answer['access-control-allow-origin'], undefined, url);
  }
  await end();
});
