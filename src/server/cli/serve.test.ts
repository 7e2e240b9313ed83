import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { FeedReader, type Heard } from '../../../test/fixtures/room-server.js';
import { runToEnd, ServerProcess } from '../../../test/fixtures/server-process.js';
import { makeShow } from '../../../test/fixtures/show.js';

const folder = mkdtempSync(join(tmpdir(), 'qunlive-serve-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const show = join(folder, 'spring.json');
writeFileSync(show, JSON.stringify(makeShow()));
const serve = (data: string, ...more: string[]) =>
  ServerProcess.start([show, '--port', '0', '--data', join(folder, data), '--log', 'silent', ...more]);

test('SIGTERM: streams end with a time to come back, all is written, exit 0', async () => {
  const server = await serve('stop');
  const feed = await FeedReader.open(`${server.url}/v1/rooms/spring/feed`);
  await feed.nextOf('snapshot');
  const join = (token: string) =>
    fetch(`${server.url}/v1/rooms/spring/session`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
  const { token } = (await (await join(server.hostToken)).json()) as { token: string };
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': 'k',
    'content-type': 'application/json',
  };
  const body = JSON.stringify({ type: 'phase.set', phase: 'live' });
  const answer = await (
    await fetch(`${server.url}/v1/rooms/spring/commands`, { method: 'POST', headers, body })
  ).text();

  const exit = server.end('SIGTERM');
  let last: Heard | undefined;
  for (let heard = await feed.next(); heard; heard = await feed.next()) last = heard;
  assert.ok(last?.retry !== undefined && last.retry >= 1000 && last.retry <= 10_000);
  assert.equal(await exit, 0);

  // Tokens and answers outlive the restart.
  const again = await serve('stop');
  const replayed = await fetch(`${again.url}/v1/rooms/spring/commands`, { method: 'POST', headers, body });
  assert.equal(await replayed.text(), answer);
  assert.equal(await again.end('SIGINT'), 0);
});

test('a second signal does not wait', async () => {
  const server = await serve('impatient');
  const { port } = new URL(server.url);
  // A request that never comes to its end holds up the first.
  const slow = connect(Number(port), '127.0.0.1');
  slow.on('error', () => {});
  await once(slow, 'connect');
  slow.write('POST /v1/rooms/spring/session HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
  // Answered after the slow one has been read, since both come over loopback in order.
  await fetch(`${server.url}/healthz`);
  server.child.kill('SIGTERM');
  while (
    await fetch(`${server.url}/healthz`).then(
      response => response.status === 200,
      () => false,
    )
  );
  assert.equal(await server.end('SIGTERM'), 130);
  slow.destroy();
});

test('a show that cannot be played: every fault with its place, exit 2', async () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, JSON.stringify({ ...makeShow(), room: 'a b', coupons: [{ id: 'x' }] }));
  const { code, stderr } = await runToEnd(['serve', broken, join(folder, 'none.json')]);
  assert.equal(code, 2);
  assert.match(stderr, /things to mend/);
  assert.match(stderr, /broken\.json: room: letters, digits/);
  assert.match(stderr, /broken\.json: coupons\[0\]\.title: /);
  assert.match(stderr, /none\.json: no such file/);
  assert.ok(!/\bat .*:\d+:\d+/.test(stderr));
});

test('a port that is taken, data that is in use, an unknown flag: said in words', async () => {
  const server = await serve('taken');
  const { port } = new URL(server.url);
  const other = join(folder, 'other');
  const taken = await runToEnd(['serve', show, '--port', port, '--data', other, '--log', 'silent']);
  assert.deepEqual([taken.code, taken.stderr.includes(`port ${port} is in use`)], [2, true], taken.stderr);
  const inUse = await runToEnd([
    'serve',
    show,
    '--port',
    '0',
    '--data',
    join(folder, 'taken'),
    '--log',
    'silent',
  ]);
  assert.deepEqual([inUse.code, inUse.stderr.includes('another server is using')], [2, true], inUse.stderr);
  assert.equal(await server.end('SIGTERM'), 0);
  const flag = await runToEnd(['serve', show, '--prot', '1']);
  assert.deepEqual([flag.code, flag.stderr.includes('--prot')], [2, true], flag.stderr);
});

test('help and version', async () => {
  const [help, version, nothing] = await Promise.all([
    runToEnd(['--help']),
    runToEnd(['--version']),
    runToEnd([]),
  ]);
  assert.deepEqual([help.code, help.stdout.includes('qunlive serve')], [0, true]);
  assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
  assert.equal(nothing.code, 2);
});

test('the host token may come from the environment, and is then not printed', async () => {
  const server = await ServerProcess.start(
    [show, '--port', '0', '--data', join(folder, 'env'), '--log', 'silent'],
    { QUNLIVE_HOST_TOKEN: 'a-token-of-the-shop' },
  ).catch((error: Error) => error);
  assert.ok(server instanceof ServerProcess, String(server));
  assert.notEqual(server.hostToken, 'a-token-of-the-shop');
  const join_ = await fetch(`${server.url}/v1/rooms/spring/session`, {
    method: 'POST',
    headers: { authorization: 'Bearer a-token-of-the-shop' },
  });
  assert.equal(((await join_.json()) as { viewer: { role: string } }).viewer.role, 'host');
  assert.equal(await server.end('SIGTERM'), 0);
  const short = await runToEnd(['serve', show], { QUNLIVE_HOST_TOKEN: 'short' });
  assert.deepEqual([short.code, short.stderr.includes('16 characters')], [2, true]);
});

test('a webhook without a secret, and a secret anyone could guess: said in words', async () => {
  const hook = { QUNLIVE_WEBHOOK: 'https://shop.example/qunlive' };
  const asked = [
    [hook, /QUNLIVE_MERCHANT_SECRET as well/],
    [{ ...hook, QUNLIVE_MERCHANT_SECRET: 'long enough to be a secret, short' }, /24 characters/],
    [
      { QUNLIVE_WEBHOOK: 'shop.example', QUNLIVE_MERCHANT_SECRET: 'x'.repeat(24) },
      /QUNLIVE_WEBHOOK: an address/,
    ],
  ] as const;
  const words = ['serve', show, '--port', '0', '--data', join(folder, 'books'), '--log', 'silent'];
  for (const [env, said] of asked) {
    const { code, stderr } = await runToEnd(words, env);
    assert.deepEqual([code, said.test(stderr)], [2, true], stderr);
  }
});
