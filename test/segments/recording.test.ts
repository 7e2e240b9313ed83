import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { HISTORY_TYPES } from '../../src/core/show-history.js';
import type { Recording, SaleTerms, Snapshot } from '../../src/protocol/index.js';
import { HttpSource } from '../../src/server/record/http-source.js';
import { Recorder } from '../../src/server/record/recorder.js';
import { createRoom } from '../../src/stores/create-room.js';
import type { Room } from '../../src/stores/room.js';
import { SseTransport } from '../../src/transport/sse-transport.js';
import { TestEventSource } from '../fixtures/event-source.js';
import { FolderServer } from '../fixtures/folder-server.js';
import { ServerUnderTest } from '../fixtures/room-server.js';
import { makeShow } from '../fixtures/show.js';
import { until } from '../tools/until.js';

const D = 120;
const flash: SaleTerms = {
  ...{ id: 'flash', productId: 'a', price: { minor: 9900, currency: 'CNY' }, total: 5 },
  ...{ perViewer: 2, holdSeconds: 600, expires: { kind: 'stopped' } },
};
let server: ServerUnderTest;
let folder: string;
let url: string;
let files: FolderServer | undefined;
let leave: () => void = () => {};

beforeEach(async () => {
  const shows = [makeShow({ sales: [flash] })];
  server = await ServerUnderTest.start({ shows, segments: { durationMs: D }, hub: { tickMs: 50 } });
  url = `${await server.listen()}${server.base}`;
  folder = await mkdtemp(join(tmpdir(), 'qunlive-recording-'));
});
afterEach(async () => {
  leave();
  await files?.stop();
  files = undefined;
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const json = async <T>(name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
const record = (more: object = {}) => new Recorder({ source: new HttpSource(url), folder, ...more }).run();
const notYetOver = () =>
  readdir(join(folder, 'segments')).then(
    names => names.length,
    () => 0,
  );
const phase = (name: 'live' | 'ended') => server.host({ type: 'phase.set', phase: name });
async function say(text: string): Promise<string> {
  const { token } = await server.join();
  const { body } = await server.send(token, { type: 'comment.send', text });
  return (body as unknown as { comment: { id: string } }).comment.id;
}
/** A short show, with a word that is taken down later. */
async function show(): Promise<void> {
  await phase('live');
  await server.host({ type: 'pin.add', productId: 'b' });
  await server.host({ type: 'coupon.open', couponId: 'plain' });
  await server.host({ type: 'sale.open', saleId: 'flash' });
  await server.send((await server.join()).token, { type: 'sale.reserve', saleId: 'flash', quantity: 2 });
  await say('Is it green?');
  const bad = await say('Something bad');
  await until('segments are written', async () => (await notYetOver()) > 4);
  await server.host({ type: 'comment.hide', commentId: bad });
  await server.host({ type: 'pin.remove', productId: 'b' });
  await phase('ended');
}
async function open(path: string): Promise<{ room: Room; transport: SseTransport }> {
  files = new FolderServer(folder);
  const origin = await files.start();
  const feed = { backOff: { minMs: 20, maxMs: 50 } };
  const transport = new SseTransport({ url: `${origin}/${path}`, EventSource: TestEventSource, feed });
  const room = createRoom({ transport });
  leave = room.retain();
  await until('the room is open', () => room.$state.get() !== undefined);
  return { room, transport };
}

describe('a recording', () => {
  test('goes along with the room until its show is over, and holds what was said and not taken down', async () => {
    const done = record({ stream: 'https://cdn.shop.example/spring.m3u8' });
    await show();
    assert.equal(await done, true);
    const recording = await json<Recording>('room.json');
    assert.deepEqual([recording.complete, recording.base, recording.durationMs], [true, url, D]);
    const { state, comments, sales } = await json<Snapshot>(recording.snapshot);
    assert.deepEqual([sales?.flash?.left, sales?.flash?.held], [3, 2]);
    assert.equal(state.stream?.src, 'https://cdn.shop.example/spring.m3u8');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['Is it green?'],
    );
    const texts: string[] = [];
    for (const name of (await readdir(join(folder, 'segments'))).sort()) {
      const segment = await json<{ comments: { text: string }[] }>(`segments/${name}`);
      texts.push(...segment.comments.map(({ text }) => text));
    }
    assert.deepEqual(texts, ['Is it green?']);
    const { length } = await readdir(join(folder, 'segments'));
    assert.equal(length, (recording.to - recording.from) / D, 'no window is missing');
  });

  test('that was stopped goes on where it was', async () => {
    const stop = new AbortController();
    const first = record({ signal: stop.signal });
    await phase('live');
    await until('something is written', async () => (await notYetOver()) > 2);
    stop.abort();
    assert.equal(await first, false);
    assert.equal((await json<Recording>('room.json')).complete, false);
    await phase('ended');
    assert.equal(await record(), true);
    const recording = await json<Recording>('room.json');
    assert.equal((await readdir(join(folder, 'segments'))).length, (recording.to - recording.from) / D);
  });

  test('does not mix two rooms in one folder', async () => {
    await phase('live');
    await phase('ended');
    await record();
    await server.close();
    server = await ServerUnderTest.start({ segments: { durationMs: D } });
    url = `${await server.listen()}${server.base}`;
    await phase('live');
    await until(
      'its first window is over',
      async () => (await server.ask('GET', 'head.json')).status === 200,
    );
    await assert.rejects(record(), { code: 'bad-config' });
  });

  for (const path of ['room.json', '']) {
    test(`is watched from any web server, by ${path ? 'its room.json' : 'its folder'}`, async () => {
      const done = record();
      await show();
      await done;
      const { room, transport } = await open(path);
      assert.equal(room.$connection.get().status, 'open');
      const state = room.$state.get()!;
      assert.deepEqual([state.phase, state.pins, state.coupons[0]!.state], ['replay', [], 'stopped']);
      assert.equal(state.sales[0]!.state, 'stopped', 'nothing is sold by a recording');
      assert.equal(room.resolve(state.products[0]!.pictures[0]), new URL('/media/a.webp', url).href);
      assert.equal(await room.sendComment('Hello?'), false);
      assert.equal(room.$comments.get()[0]!.code, 'room-ended');
      assert.deepEqual(await room.claimCoupon('plain'), { status: 'failed', code: 'room-ended' });
      assert.equal(room.$fault.get(), undefined);
      const past = await transport.history({ after: 0, types: HISTORY_TYPES });
      assert.deepEqual(
        past.events.map(({ type }) => type),
        [...['show.load', 'room.phase', 'pin.add', 'pin.remove', 'room.phase']],
      );
      if (path) assert.ok(!files!.asked.some(one => one.startsWith('POST')), 'nobody is asked for anything');
    });
  }

  test('tells its chapters and its talk along with the picture', async () => {
    const done = record();
    await show();
    await done;
    const { room } = await open('room.json');
    const { from } = await json<Recording>('room.json');
    assert.deepEqual(room.$comments.get(), [], 'nothing was said yet where the picture begins');
    let date = from;
    const stop = room.present({
      date: () => date,
      latencyS: () => undefined,
      span: () => ({ from, to: from + 60_000 }),
      watch: () => () => {},
    });
    await until('chapters are known', () => room.$chapters.get().length > 0);
    assert.deepEqual(
      room.$chapters.get().map(({ productId }) => productId),
      ['b'],
    );
    date = from + 5000;
    await until('words are heard', () => room.$comments.get().some(({ text }) => text === 'Is it green?'));
    stop();
  });
});
