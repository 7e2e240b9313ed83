import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/server.js';
import type { HostCommand } from '../../src/protocol/index.js';
import { launch } from '../tools/browser.mjs';
import { until } from '../tools/until.js';
import { Viewer } from './viewer.js';

let browser: Browser;
let demo: Demo;
const host = (command: HostCommand) => demo.server.execute('spring', command, { id: 'host', role: 'host' });
const snapshot = () => demo.server.hub.room('spring').snapshot(0);

/** What a window's own room knows is its viewer's. */
const held = (page: Page) =>
  page.evaluate(() => {
    type Atom<T> = { get(): T };
    interface Own {
      $viewer: Atom<{ id: string } | undefined>;
      $claims: Atom<Record<string, { claim?: { code: string } }>>;
      $holds: Atom<Record<string, { status: string; reservation?: { id: string; until: number | null } }>>;
    }
    const { roomStore } = document.querySelector('qun-live-room') as unknown as { roomStore?: Own };
    const { reservation } = roomStore?.$holds.get()['gaiwan-flash'] ?? {};
    return {
      viewer: roomStore?.$viewer.get()?.id,
      code: roomStore?.$claims.get()['welcome']?.claim?.code,
      reservation: reservation?.id,
      until: reservation?.until,
    };
  });

before(async () => {
  browser = await launch();
  demo = await startDemo({ port: 0, autoHost: false });
});
after(async () => {
  await demo.close();
  await browser.close();
});

describe('one viewer with two windows', () => {
  test('has one coupon and one reservation, and sees the same of both in either', async () => {
    await host({ type: 'sale.open', saleId: 'gaiwan-flash' });
    const viewer = await Viewer.open(browser, `${demo.origin}/h5/`);
    const one = viewer.page;
    const room = (page: Page) => page.locator('qun-live-room').first();
    const flash = (page: Page) => room(page).locator('qun-flash-sale[view="float"]').first();
    const claim = async (page: Page) => {
      await page.bringToFront();
      await room(page)
        .locator('qun-coupon-grab')
        .locator('visible=true')
        .first()
        .getByRole('button')
        .first()
        .click();
      await room(page).getByRole('dialog').getByRole('button', { name: '抢券' }).first().click();
      await until('the code is there', async () => (await held(page)).code !== undefined);
      await page.keyboard.press('Escape');
    };
    const grab = async (page: Page) => {
      await page.bringToFront();
      await flash(page).locator('[part~="float"]').click();
      await flash(page).locator('[part~="button"]').click();
      await until('it is kept', async () => (await held(page)).reservation !== undefined);
    };

    const before = snapshot().left!['welcome']!;
    await claim(one);
    // Another window of theirs is the same viewer's, with the same coupon, before anything is done in it.
    const other = await viewer.context.newPage();
    const errors: string[] = [];
    other.on('pageerror', error => errors.push(error.message));
    await other.goto(`${demo.origin}/h5/`);
    await until('it knows the coupon', async () => (await held(other)).code !== undefined);
    assert.deepEqual(await held(other), await held(one));
    await grab(other);
    assert.equal((await held(one)).reservation, undefined);

    // And the first one, which knows of no reservation, gets that one and not a second.
    await grab(one);
    const [mine, same] = [await held(one), await held(other)];
    assert.deepEqual(mine, same);
    assert.equal(snapshot().sales!['gaiwan-flash']!.held, 1);
    assert.equal(snapshot().left!['welcome'], before - 1);

    for (const page of [one, other]) {
      await page.bringToFront();
      await page.reload();
      await until('all of it is there again', async () => {
        const { code, reservation } = await held(page);
        return code !== undefined && reservation !== undefined;
      });
      assert.deepEqual(await held(page), mine);
      await flash(page).locator('[part~="float"]').click();
      await flash(page)
        .locator('[part~="button"]')
        .getByText(/付|下单|结算/)
        .waitFor();
    }
    assert.deepEqual([...viewer.errors, ...errors], []);
    await viewer.close();
  });
});
