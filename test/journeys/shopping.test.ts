import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/server.js';
import type { HostCommand } from '../../src/protocol/index.js';
import { launch } from '../tools/browser.mjs';
import { until } from '../tools/until.js';
import { Viewer } from './viewer.js';

let browser: Browser;
let demo: Demo;
const open = (path = '/h5/', options = {}) => Viewer.open(browser, demo.origin + path, options);
const host = (command: HostCommand) => demo.server.execute('spring', command, { id: 'host', role: 'host' });
const figures = (saleId: string) => demo.server.hub.room('spring').snapshot(0).sales?.[saleId];

before(async () => {
  browser = await launch();
});
after(() => browser.close());

describe('a viewer who buys, from the room to the till', () => {
  beforeEach(async () => {
    await demo?.close();
    demo = await startDemo({ port: 0, autoHost: false });
  });
  after(() => demo.close());

  test('what the host shows is opened, chosen, put into the cart and paid for, and the others hear of it', async () => {
    await host({ type: 'pin.add', productId: 'cups' });
    const viewer = await open();
    const other = await open('/h5/?lang=en', { locale: 'en' });
    const { page, room } = viewer;
    await viewer.seesMoving();
    const sheet = room.locator('qun-product-sheet');
    // It comes after the first picture; a card opens it from then on.
    await page.waitForFunction(() => customElements.get('qun-product-sheet') !== undefined);
    await room
      .locator('qun-product-carousel')
      .getByRole('link', { name: /去|购|看/ })
      .or(room.locator('qun-product-carousel').getByRole('button', { name: /去|购|看/ }))
      .first()
      .click();
    await sheet.getByRole('radio', { name: /铁锈/ }).click();
    await sheet.getByText('¥199').first().waitFor();
    await sheet.locator('[part~="add"]').click();
    const badge = room.locator('qun-cart-button [part~="badge"]');
    await until('the cart counts it', async () => (await badge.first().textContent())?.trim() === '1');
    await viewer.seesMoving();
    await page.goto(`${demo.origin}/shop/till/?lang=zh-CN`);
    await page.getByText('铁锈 · 四只').waitFor();
    await page.getByRole('button').click();
    await page.getByText('下单成功').waitFor();
    await other.sees(/Ordered/);
    assert.deepEqual([...viewer.errors, ...other.errors], []);
    await Promise.all([viewer.close(), other.close()]);
  });

  test('a flash price is reserved by one tap, kept over a reload, and paid for; the last piece is nobody else’s', async () => {
    await host({ type: 'sale.open', saleId: 'gaiwan-flash' });
    const viewer = await open();
    const { page, room } = viewer;
    const flash = room.locator('qun-flash-sale[view="float"]').first();
    await flash.locator('[part~="float"]').click();
    await flash.locator('[part~="button"]').click();
    await until('it is kept', () => figures('gaiwan-flash')?.held === 1);
    await page.reload();
    await flash.locator('[part~="float"]').click();
    await flash
      .locator('[part~="button"]')
      .getByText(/付|下单|结算/)
      .waitFor();
    await Promise.all([page.waitForURL(/\/shop\/till\//), flash.locator('[part~="button"]').click()]);
    await page.getByText('秒杀价，已为你保留').waitFor();
    await page.getByRole('button').click();
    await page.getByText('下单成功').waitFor();
    await until('it is sold', () => figures('gaiwan-flash')?.sold === 1);
    const { left, held } = figures('gaiwan-flash')!;
    assert.deepEqual([left, held], [29, 0]);
    assert.deepEqual(viewer.errors, []);
    await viewer.close();
  });
});
