import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/server.js';
import { launch } from '../tools/browser.mjs';
import { until } from '../tools/until.js';
import { Viewer } from './viewer.js';

let browser: Browser;
let demo: Demo;
before(async () => {
  [browser, demo] = await Promise.all([launch(), startDemo({ port: 0, autoHost: false })]);
});
after(async () => {
  await browser.close();
  await demo.close();
});

const tour = async (step: string) => {
  const tokens = `token=${demo.hostToken}&guide=${demo.guideToken}`;
  const viewer = await Viewer.open(browser, `${demo.origin}/tour/#step=${step}&${tokens}`, { desk: true });
  return { viewer, page: viewer.page, frame: viewer.page.frameLocator('#frame') };
};

describe('the tour, as a sales person clicks through it', () => {
  test('in each app that is played the share button does what is said beside it', async () => {
    const { viewer, page, frame } = await tour('share');
    const heading = page.locator('#card h3');
    const choose = async (app: string) => {
      await page.getByText(app, { exact: true }).click();
      await frame.locator('qun-share-to-group').first().waitFor();
    };
    // What an app brings takes a moment to be here, and a tap before that goes another way.
    const tap = () =>
      frame
        .locator('qun-share-to-group')
        .first()
        .evaluate(button => (button as HTMLElement & { share(): Promise<void> }).share());
    for (const app of ['企业微信', '微信小程序', '钉钉', '飞书', '手机浏览器']) {
      await choose(app);
      const opened = async () => (await tap(), /已打开/.test((await heading.textContent())!));
      await until(`${app} has opened`, async () => (await opened()) && (await heading.isVisible()));
    }
    await choose('其他');
    await tap();
    await frame.locator('[part~="sheet"]').first().waitFor();
    await choose('微信');
    await tap();
    await frame.locator('[part~="guide"]').first().waitFor();
    await page.getByRole('heading', { name: '右上角菜单会转发' }).waitFor();
    assert.deepEqual(viewer.errors, []);
    assert.match(await page.locator('#card .url').innerText(), /\/h5\/.*[?&]qs=/);
    await viewer.close();
  });

  test('the pages of the staff open with the tokens that came along', async () => {
    const { viewer, page, frame } = await tour('guide');
    await frame.getByText('CHEN8').first().waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await frame.locator('qun-room-report svg').first().waitFor();
    assert.equal(await page.getByRole('button', { name: '下一步' }).isVisible(), false);
    assert.deepEqual(viewer.errors, []);
    await viewer.close();
  });

  test('a show is announced for the evening, and can be reserved', async () => {
    const { viewer, frame } = await tour('coming');
    const reminder = frame.locator('qun-reminder');
    await reminder.getByRole('button', { name: '预约直播' }).click();
    await reminder
      .getByText(/已预约|预约成功/)
      .first()
      .waitFor();
    assert.deepEqual(viewer.errors, []);
    await viewer.close();
  });
});
