import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../tools/browser.mjs';
import { freePort } from '../tools/free-port.js';
import { until } from '../tools/until.js';
import { Viewer } from './viewer.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const AWAY_MS = 20_000;

let browser: Browser;
let page: Server;
let port: number;
let data: string;
let room: ChildProcess | undefined;

/** The built command, as `npx qunlive serve` runs it. */
async function serve(): Promise<void> {
  const args = [
    'dist/server/cli.js',
    'serve',
    'demo/shows/spring.json',
    '--port',
    String(port),
    '--data',
    data,
    '--dist',
    'dist',
    '--origin',
    '*',
  ];
  room = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, QUNLIVE_HOST_TOKEN: 'host-token-of-this-test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await until('the room server answers', async () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      answer => answer.ok,
      () => false,
    ),
  );
}

async function kill(): Promise<void> {
  const gone = once(room!, 'exit');
  room!.kill('SIGKILL');
  await gone;
}

async function command(body: object, key: string): Promise<void> {
  const url = `http://127.0.0.1:${port}/v1/rooms/spring`;
  const post = (path: string, content: object, headers: Record<string, string>) =>
    fetch(`${url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(content),
    });
  const session = (await (
    await post('session', {}, { authorization: 'Bearer host-token-of-this-test' })
  ).json()) as { token: string };
  const answer = await post('commands', body, {
    authorization: `Bearer ${session.token}`,
    'idempotency-key': key,
  });
  assert.equal(answer.status, 200, await answer.text());
}

before(async () => {
  port = await freePort();
  data = await mkdtemp(join(tmpdir(), 'qunlive-outage-'));
  await serve();
  await command({ type: 'phase.set', phase: 'live' }, 'start');
  page = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><script src="http://127.0.0.1:${port}/qunlive.js" async></script>` +
        `<qun-live-room room="http://127.0.0.1:${port}/v1/rooms/spring"></qun-live-room>`,
    );
  });
  await new Promise<void>(ready => page.listen(0, '127.0.0.1', ready));
  browser = await launch();
});

after(async () => {
  await browser.close();
  page.closeAllConnections();
  page.close();
  if (room?.exitCode === null) await kill();
  await rm(data, { recursive: true, force: true });
});

test('the server killed and away for 20 s: the page says so, heals by itself, and equals a fresh page', async () => {
  const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}/`;
  const viewer = await Viewer.open(browser, url);
  await viewer.sees('直播中');
  await command({ type: 'pin.add', productId: 'teapot' }, 'pin-1');
  await viewer.sees(/朱泥小壶/);

  await kill();
  await viewer.sees(/重新连接/);
  // The outage itself is what is tested: nothing happens meanwhile that could be awaited instead.
  await new Promise(over => setTimeout(over, AWAY_MS));
  await serve();
  await command({ type: 'pin.add', productId: 'cups' }, 'pin-2');
  await command({ type: 'notice.set', notice: '回来啦' }, 'notice');

  await viewer.sees(/柴烧品茗杯/);
  await viewer.room
    .getByText(/重新连接/)
    .locator('visible=true')
    .first()
    .waitFor({ state: 'hidden' });
  const fresh = await Viewer.open(browser, url);
  await fresh.sees(/柴烧品茗杯/);
  await until('both hold the same room', async () => {
    const [old, young] = [JSON.stringify(await viewer.state()), JSON.stringify(await fresh.state())];
    return old === young;
  });
  assert.deepEqual(viewer.errors, []);
  await viewer.close();
  await fresh.close();
});
