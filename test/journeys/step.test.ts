import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/server.js';
import { PAST_ROOM, PAST_STARTED_AT } from '../../demo/play/past-show.js';
import { launch } from '../tools/browser.mjs';
import { lookAt, PinWatch } from '../tools/pin-watch.js';
import { until } from '../tools/until.js';
import { Viewer } from './viewer.js';

let browser: Browser;
let demo: Demo;
const host = { id: 'host', role: 'host' as const };
/** How far from its frame a pin may appear, ms. */
const STEP_MS = 500;

const open = async (path: string, options = {}) => {
  const viewer = await Viewer.open(browser, demo.origin + path, options);
  await until('the picture has a date', async () => (await lookAt(viewer.page)).date !== undefined);
  return viewer;
};

before(async () => {
  browser = await launch();
  demo = await startDemo({ port: 0, autoHost: false });
});
after(async () => {
  await browser.close();
  await demo.close();
});

describe('a show in step with its picture', () => {
  test('live: a pin comes with the frame it belongs to, and stock at once', async () => {
    const viewer = await open('/h5/');
    const watch = await PinWatch.begin(viewer.page);
    // What holds back comes after the picture.
    const holdsBack = () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('qunlive-presenter'));
    await until('the presenter is there', () => viewer.page.evaluate(holdsBack));
    await demo.server.execute('spring', { type: 'pin.add', productId: 'gaiwan' }, host);
    await until('the first pin is shown', async () => (await lookAt(viewer.page)).shown?.[0] === 'gaiwan');
    await demo.server.execute('spring', { type: 'pin.add', productId: 'teapot' }, host);
    await demo.server.execute('spring', { type: 'stock.set', productId: 'honey', stock: 0 }, host);
    await until('the room knows', async () => (await lookAt(viewer.page)).truth?.[0] === 'teapot');
    const { shown, latency } = await lookAt(viewer.page);
    assert.ok(latency! > 3 && latency! < 15, `${latency} s behind`);
    assert.deepEqual(shown, ['gaiwan'], 'the picture is not there yet');
    await viewer.page.locator('[part~="shelf-button"]').click();
    await viewer.sees(/抢光/);
    assert.deepEqual((await lookAt(viewer.page)).shown, ['gaiwan'], 'stock does not wait for the picture');
    const { picture, mediaAt } = await watch.sees('teapot');
    assert.ok(Math.abs(picture - mediaAt) <= STEP_MS, `${picture - mediaAt} ms from its frame`);
    assert.deepEqual(viewer.errors, []);
    await viewer.close();
  });

  test('replay: the pin moves with the picture in both directions, and every product is a chapter', async () => {
    const viewer = await open('/replay/', { desk: true });
    const watch = await PinWatch.begin(viewer.page);
    await until('the chapters are there', async () => (await lookAt(viewer.page)).chapters?.length === 8);
    const { chapters, truth } = await lookAt(viewer.page);
    assert.deepEqual(truth, [], 'nothing is being shown by a host');
    assert.deepEqual(
      chapters!.map(({ productId, at }) => [productId, (at - PAST_STARTED_AT) / 1000]).slice(0, 3),
      [
        ['spring-tea', 0],
        ['gaiwan', 8],
        ['teapot', 16],
      ],
    );
    const player = viewer.page.locator('qun-live-room').locator('qun-live-player').first();
    for (const [time, id] of [
      [42, 'kettle'],
      [10, 'gaiwan'],
      [58, 'candle'],
      [1, 'spring-tea'],
    ] as const) {
      const since = (await watch.seen()).length;
      await player.evaluate((it, to) => (it as HTMLElement & { seek(time: number): void }).seek(to), time);
      if ((await lookAt(viewer.page)).shown?.[0] !== id) await watch.sees(id, since);
      await until(`${id} alone is shown`, async () => String((await lookAt(viewer.page)).shown) === id);
    }
    const { picture, mediaAt } = await watch.sees('gaiwan', (await watch.seen()).length);
    assert.ok(Math.abs(picture - mediaAt) <= STEP_MS, `${picture - mediaAt} ms from its frame`);
    assert.deepEqual(viewer.errors, []);
    await viewer.close();
  });

  test('the shelf of a replay leads to where a product is shown', async () => {
    const viewer = await open('/h5/?replay&lang=zh-CN');
    await viewer.page.locator('[part~="shelf-button"]').click();
    await viewer.room.getByRole('searchbox').fill('铸铁');
    await viewer.room.getByRole('button', { name: /^看讲解: .*铸铁/ }).click();
    await until('the kettle is shown', async () => (await lookAt(viewer.page)).shown?.[0] === 'kettle');
    const { time } = await lookAt(viewer.page);
    assert.ok(time! >= 40 && time! < 48, `${time}`);
    await viewer.close();
  });

  test('a link opens a replay at its time, or at its product, and leaves the address alone', async () => {
    for (const [hash, from, to, id] of [
      ['qun-t=0:35', 35, 40, 'tray'],
      ['qun-product=teapot', 16, 24, 'teapot'],
    ] as const) {
      const viewer = await open(`/h5/?replay#${hash}`);
      await until('the product is shown', async () => (await lookAt(viewer.page)).shown?.[0] === id);
      const { time } = await lookAt(viewer.page);
      assert.ok(time! >= from - 0.5 && time! < to, `${hash}: ${time}`);
      assert.equal(new URL(viewer.page.url()).hash, `#${hash}`);
      await viewer.close();
    }
    assert.equal(demo.server.hub.room(PAST_ROOM).state.phase, 'replay');
  });

  test('a link within the page takes the picture along', async () => {
    const viewer = await open('/replay/', { desk: true });
    await until('the chapters are there', async () => (await lookAt(viewer.page)).chapters?.length === 8);
    await viewer.page.locator('.moments a[href="#qun-product=honey"]').click();
    await until('the honey is shown', async () => (await lookAt(viewer.page)).shown?.[0] === 'honey');
    await viewer.close();
  });
});
