import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ServerUnderTest } from '../../../test/fixtures/room-server.js';

const dist = mkdtempSync(join(tmpdir(), 'qunlive-dist-'));
const code = `export const words = ${JSON.stringify('tea '.repeat(500))};`;
for (const folder of ['esm/chunks', 'esm/elements', 'server'])
  mkdirSync(join(dist, folder), { recursive: true });
for (const file of [
  'qunlive.js',
  'esm/elements/product-carousel.js',
  'esm/chunks/fold-B8xk2_aQ.js',
  'server/cli.js',
]) {
  writeFileSync(join(dist, file), code);
}
writeFileSync(join(dist, 'notes.txt'), 'not for pages');
const it = await ServerUnderTest.start({ dist });
after(async () => {
  await it.close();
  rmSync(dist, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => it.server.app.inject({ url, headers });

test('page files may be used by every page, and say how long they are good for', async () => {
  const response = await get('/qunlive.js');
  assert.equal(response.body, code);
  assert.equal(response.headers['content-type'], 'text/javascript; charset=utf-8');
  assert.equal(response.headers['cache-control'], 'public, max-age=300, stale-while-revalidate=86400');
  assert.equal(response.headers['access-control-allow-origin'], '*');
  assert.equal(response.headers['cross-origin-resource-policy'], 'cross-origin');
  const stable = (await get('/esm/elements/product-carousel.js')).headers['cache-control'];
  assert.match(String(stable), /max-age=300/);
  for (const url of ['/esm/chunks/fold-B8xk2_aQ.js', '/qunlive.js?v=0.1.0']) {
    assert.match(String((await get(url)).headers['cache-control']), /immutable/, url);
  }
});

test('a copy that is still good is not sent again', async () => {
  const { etag } = (await get('/qunlive.js')).headers;
  const again = await get('/qunlive.js', { 'if-none-match': String(etag) });
  assert.deepEqual([again.statusCode, again.body], [304, '']);
  const head = await it.server.app.inject({ method: 'HEAD', url: '/qunlive.js' });
  assert.deepEqual([head.statusCode, head.body, head.headers.etag], [200, '', etag]);
});

test('what is asked for compressed comes compressed', async () => {
  // The first answers may still be plain: compressing goes on behind them.
  const compressed = async (accept: string, encoding: string) => {
    for (;;) {
      const response = await get('/qunlive.js', { 'accept-encoding': accept });
      if (response.headers['content-encoding'] === encoding) return response;
      assert.equal(response.headers['content-encoding'], undefined);
      await new Promise(setImmediate);
    }
  };
  const br = await compressed('gzip, deflate, br', 'br');
  assert.equal(brotliDecompressSync(br.rawPayload).toString(), code);
  const gzip = await compressed('gzip, br;q=0', 'gzip');
  assert.equal(gunzipSync(gzip.rawPayload).toString(), code);
  assert.equal(gzip.headers.vary, 'accept-encoding');
  const etags = [br, gzip, await get('/qunlive.js')].map(response => response.headers.etag);
  assert.equal(new Set(etags).size, 3);
});

test('a file that was built again is read again', async () => {
  const file = join(dist, 'qunlive-host.js');
  writeFileSync(file, 'one');
  assert.equal((await get('/qunlive-host.js')).body, 'one');
  writeFileSync(file, 'two');
  utimesSync(file, new Date(), new Date(Date.now() + 5000));
  assert.equal((await get('/qunlive-host.js')).body, 'two');
});

test('nothing else of the disk is served', async () => {
  const paths = [
    '/server/cli.js',
    '/notes.txt',
    '/esm/../notes.txt',
    '/esm/..%2fserver%2fcli.js',
    '/esm/%2e%2e/server/cli.js',
  ];
  for (const url of [
    ...paths,
    '/none.js',
    '/esm/elements',
    '/esm/',
    '/..%5cserver%5ccli.js',
    '/esm/%00.js',
  ]) {
    const response = await get(url);
    assert.equal(response.statusCode, 404, url);
    assert.equal(response.json<{ error: { code: string } }>().error.code, 'not-found', url);
  }
});

test('a folder that is not there is said at the start', async () => {
  await assert.rejects(ServerUnderTest.start({ dist: join(dist, 'none') }), /npm run build/);
});
