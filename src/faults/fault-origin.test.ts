import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FaultOrigin } from './fault-origin.js';

let origin: FaultOrigin;
let url: string;
before(async () => {
  origin = await FaultOrigin.open();
  url = await origin.listen();
});
after(() => origin.close());

const get = (path: string) => fetch(url + path);
const command = (path: string, method: string, body?: unknown) =>
  fetch(url + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

test('a stream is there as soon as somebody asks, for any page', async () => {
  const answer = await get('/a/master.m3u8');
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  assert.equal(answer.headers.get('content-type'), 'application/vnd.apple.mpegurl');
  const playlist = await (await get('/a/hi/live.m3u8')).text();
  const segment = await get(`/a/hi/${/(\d+)\.m4s/.exec(playlist)?.[0]}`);
  assert.equal(segment.headers.get('content-type'), 'video/iso.segment');
  assert.ok((await segment.arrayBuffer()).byteLength > 1000);
});

test('it is broken and mended by HTTP, and no other stream notices', async () => {
  const made = await command('/b/faults', 'POST', { kind: 'unavailable', on: 'playlist' });
  assert.equal(made.status, 201);
  assert.equal((await get('/b/hi/live.m3u8')).status, 503);
  assert.equal((await get('/c/hi/live.m3u8')).status, 200);
  const [fault] = (await (await get('/b/faults')).json()) as [{ kind: string; hits: number; until: null }];
  assert.deepEqual([fault.kind, fault.hits, fault.until], ['unavailable', 1, null]);
  await command('/b/faults', 'DELETE');
  assert.equal((await get('/b/hi/live.m3u8')).status, 200);
  const requests = (await (await get('/b/requests')).json()) as { status: number; fault?: string }[];
  assert.deepEqual(
    requests.map(({ status, fault }) => [status, fault]),
    [
      [503, 'unavailable'],
      [200, undefined],
    ],
  );
});

test('an address with a token is handed out whole', async () => {
  const made = await command('/d', 'PUT', { tokenSeconds: 60, renditions: ['lo'] });
  const { src } = (await made.json()) as { src: string };
  assert.equal((await fetch(src)).status, 200);
  assert.equal((await get('/d/master.m3u8')).status, 403);
});

test('what cannot be meant is answered with what can', async () => {
  for (const [path, method, body, words] of [
    ['/e/faults', 'POST', { kind: 'earthquake' }, /kind/],
    ['/e/faults', 'POST', { kind: 'reset', rendition: 'mid' }, /there is no/],
    ['/e/faults', 'POST', { kind: 'expired-token' }, /tokenSeconds/],
    ['/e', 'PUT', { windowSegments: 1 }, /windowSegments/],
  ] as const) {
    const answer = await command(path, method, body);
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), words);
  }
  assert.equal((await command('/e/faults', 'POST').then(a => a.text())).includes('kind'), true);
  assert.equal((await command('/e/master.m3u8', 'POST', {})).status, 405);
  assert.equal((await get('/../etc')).status, 404);
});

test('a connection is cut', async () => {
  await command('/f/faults', 'POST', { kind: 'reset' });
  await assert.rejects(get('/f/master.m3u8'));
});

test('a request hangs until its fault is over, then is cut', async () => {
  await command('/g/faults', 'POST', { kind: 'hang', seconds: 0.5 });
  const begun = Date.now();
  await assert.rejects(get('/g/master.m3u8'));
  assert.ok(Date.now() - begun >= 400);
});

test('media trickles, whole in the end', async () => {
  const init = async () => (await (await get('/h/lo/init.mp4')).arrayBuffer()).byteLength;
  const whole = await init();
  await command('/h/faults', 'POST', { kind: 'slow', bytesPerSecond: whole * 4 });
  assert.equal(await init(), whole);
});

test('a type that is wrong', async () => {
  await command('/i/faults', 'POST', { kind: 'wrong-type' });
  assert.match((await get('/i/master.m3u8')).headers.get('content-type') ?? '', /text\/html/);
});

test('closing lets go of what hangs', async () => {
  const other = await FaultOrigin.open();
  const at = await other.listen();
  other.stream('a').inflict({ kind: 'hang' });
  const hanging = assert.rejects(fetch(`${at}/a/master.m3u8`));
  await new Promise(asked => setTimeout(asked, 50));
  await other.close();
  await hanging;
});

test('a folder without a stream is refused', async () => {
  await assert.rejects(FaultOrigin.open({ media: new URL('.', import.meta.url).pathname }), /live\.json/);
});
