import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/server.js';
import { launch } from '../tools/browser.mjs';
import { until } from '../tools/until.js';
import { Viewer } from './viewer.js';

let browser: Browser;
let demo: Demo;
const open = (path = '/h5/', options = {}) => Viewer.open(browser, demo.origin + path, options);
const host = { id: 'host', role: 'host' as const };

before(async () => {
  browser = await launch();
});
after(() => browser.close());

describe('a show, as its viewers and its host live it', () => {
  beforeEach(async () => {
    await demo?.close();
    demo = await startDemo({ port: 0, autoHost: false });
  });
  after(() => demo.close());

  test('the picture of the demo moves on the phone page and in the shop page', async () => {
    for (const path of ['/h5/', '/shop/']) {
      const viewer = await open(path, { desk: path === '/shop/' });
      await viewer.seesMoving();
      assert.deepEqual(viewer.errors, []);
      await viewer.close();
    }
  });

  test('what one viewer says is read by another', async () => {
    const [one, other] = [await open(), await open('/h5/?lang=en', { locale: 'en' })];
    await one.sees('直播中');
    await one.sends('这个盖碗烫手吗');
    await other.sees('这个盖碗烫手吗');
    await one.sees('这个盖碗烫手吗');
    await one.close();
    await other.close();
  });

  test('hearts that one viewer gives are in the figure another one sees', async () => {
    const [one, other] = [await open(), await open('/h5/?lang=en', { locale: 'en' })];
    const heart = one.room.getByRole('button', { name: '点赞' });
    for (let tap = 0; tap < 3; tap += 1) await heart.click();
    await other.room.locator('qun-reaction-button').getByText('3', { exact: true }).waitFor();
    await one.close();
    await other.close();
  });

  test('a pin from the desk is on the phone, and after a reload still is, until the desk takes it down', async () => {
    const desk = await open(`/desk/#token=${demo.hostToken}`, { desk: true });
    const phone = await open();
    const row = desk.page
      .locator('qun-host-desk')
      .locator('[part~="product"]')
      .filter({ hasText: '朱泥小壶' });
    await row.getByRole('button').first().click();
    await phone.sees(/朱泥小壶/);
    await phone.page.reload();
    await phone.sees(/朱泥小壶/);
    await row.getByRole('button').first().click();
    await phone.room
      .getByText(/朱泥小壶/)
      .locator('visible=true')
      .first()
      .waitFor({ state: 'hidden' });
    await desk.close();
    await phone.close();
  });

  test('a coupon is claimed by a tap, and is still there with the same code after a reload', async () => {
    const phone = await open();
    const code = async () => {
      const claims = await phone.page.evaluate(() => {
        const room = document.querySelector('qun-live-room') as unknown as {
          roomStore?: { $claims: { get(): Record<string, { status: string; claim?: { code: string } }> } };
        };
        return room.roomStore?.$claims.get();
      });
      return claims?.['welcome']?.claim?.code;
    };
    const offer = phone.room.locator('qun-coupon-grab').locator('visible=true').first();
    await offer.getByRole('button').first().click();
    const claim = phone.room.getByRole('dialog').getByRole('button', { name: '抢券' }).first();
    await claim.click();
    await until('the code is there', async () => (await code()) !== undefined);
    const first = await code();
    await phone.page.reload();
    await until('the code is there again', async () => (await code()) !== undefined);
    assert.equal(await code(), first);
    await phone.close();
  });

  test('an end that was a slip is taken back, and everybody goes on', async () => {
    const phone = await open();
    await phone.seesMoving();
    await demo.server.execute('spring', { type: 'phase.set', phase: 'ended' }, host);
    await phone.sees(/直播已结束/);
    await demo.server.execute('spring', { type: 'phase.set', phase: 'live' }, host);
    await phone.room
      .getByText(/直播已结束/)
      .locator('visible=true')
      .first()
      .waitFor({ state: 'hidden' });
    await phone.seesMoving();
    await phone.close();
  });

  test('markup, bidi overrides and control characters arrive as plain words', async () => {
    const [one, other] = [await open(), await open()];
    await one.sees('直播中');
    await one.sends('<img src=x onerror="window.owned=1"> \u202Eevil\u0000<b>fat</b>');
    await other.sees('<img src=x onerror="window.owned=1"> evil<b>fat</b>');
    assert.equal(await other.page.evaluate(() => (window as { owned?: number }).owned), undefined);
    await one.close();
    await other.close();
  });
});
