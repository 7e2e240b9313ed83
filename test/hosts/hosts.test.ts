import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createRoomServer, type RoomServer } from 'qunlive/server';
import { startDemo, type Demo } from '../../demo/server.js';
import { launch } from '../tools/browser.mjs';
import { until } from '../tools/until.js';
import { readPage, servePages } from './page-server.js';
import { readTraces, type Traces } from './page-traces.js';

const names = readdirSync(new URL('./pages/', import.meta.url)).map(file => file.replace('.html', ''));

let demo: Demo;
let other: RoomServer;
let otherOrigin: string;
let pages: Awaited<ReturnType<typeof servePages>>;
let browser: Browser;

before(async () => {
  demo = await startDemo({ port: 0, origins: ['*'], autoHost: false });
  await demo.server.execute(
    'spring',
    { type: 'pin.add', productId: 'spring-tea' },
    { id: 'host', role: 'host' },
  );
  const money = { kind: 'fixed' as const, amount: { minor: 1200, currency: 'CNY' } };
  const product = { id: 'lamp', title: 'A lamp from the other room', pictures: [], price: money, stock: 3 };
  other = await createRoomServer({
    shows: [
      {
        room: 'second',
        title: 'Second',
        host: { name: 'Ann' },
        stream: null,
        share: {},
        startsAt: null,
        notice: null,
        products: [product],
        coupons: [],
      },
    ],
    origins: ['*'],
  });
  otherOrigin = await other.listen({ port: 0 });
  pages = await servePages({ live: demo.origin, other: otherOrigin });
  browser = await launch();
});

after(async () => {
  await browser.close();
  await pages.close();
  await other.close();
  await demo.close();
});

interface Visit {
  context: BrowserContext;
  page: Page;
  /** Everything the page complained about: errors, refused resources, policy violations. */
  complaints: string[];
}

async function visit(path: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(`error: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
    addEventListener('unhandledrejection', event => console.error(`unhandled: ${String(event.reason)}`));
  });
  await page.goto(`${pages.origin}/${path}`, { waitUntil: 'load' });
  await page.evaluate(() => (window as { hostReady?: Promise<unknown> }).hostReady);
  return { context, page, complaints };
}

const online = async () => {
  const answer = await fetch(`${demo.origin}/v1/rooms/spring/snapshot`);
  return ((await answer.json()) as { online: number }).online;
};

/** Seconds the first video of the page has played, wherever it stands. */
const played = (page: Page) =>
  page
    .locator('video')
    .first()
    .evaluate(video => (video as HTMLVideoElement).currentTime);

async function comment(page: Page, words: string): Promise<void> {
  const room = page.locator('qun-live-room').first();
  const field = room.getByRole('textbox').first();
  if (!(await field.isVisible())) await room.locator('[part~="composer-pill"]').click();
  await field.fill(words);
  await field.press('Enter');
  await until(`the server has "${words}"`, () =>
    demo.server.hub
      .room('spring')
      .snapshot(0)
      .comments.some(one => one.text === words),
  );
}

function sameTraces(bare: Traces, kit: Traces): void {
  // What zone.js notes of anybody's listeners is zone.js's own.
  const ours = kit.globals.filter(name => !name.startsWith('__zone_symbol__'));
  const added = ours.filter(name => !bare.globals.includes(name));
  assert.deepEqual(
    added.filter(name => name !== 'Qunlive'),
    [],
    'global names',
  );
  for (const [name, source] of Object.entries(bare.sources)) assert.equal(kit.sources[name], source, name);
  assert.deepEqual(
    Object.keys(kit.sources).filter(name => !(name in bare.sources)),
    [],
    'added to built-ins',
  );
  assert.deepEqual(kit.probe, bare.probe, "the page's own paragraph");
  for (const key of ['sheets', 'styles', 'root', 'title', 'history', 'scroll', 'focus'] as const)
    assert.deepEqual(kit[key], bare[key], key);
}

describe('pasted into pages of many kinds', () => {
  for (const name of names) {
    test(name, async t => {
      const { about, picture } = await readPage(name);
      t.diagnostic(about);
      const bare = await visit(`${name}?without`);
      const before = await bare.page.evaluate(readTraces);
      const noise = bare.complaints.slice();
      await bare.context.close();

      const { context, page, complaints } = await visit(name);
      const pinned = page.getByText(/明前绿茶|First-flush green tea/).first();
      await pinned.waitFor({ state: 'visible' });
      if (picture) await until('the picture moves', async () => (await played(page)) > 0.2);
      const traces = await page.evaluate(readTraces);
      sameTraces(before, traces);

      // While it changes its place, as from a phone's layout to a desk's, it is in none.
      await until('its words stand', () =>
        pinned.evaluate(element => getComputedStyle(element).fontSize !== ''),
      );
      const size = await pinned.evaluate(element => {
        const style = getComputedStyle(element);
        return {
          font: parseFloat(style.fontSize),
          line: parseFloat(style.lineHeight),
          transform: style.textTransform,
          spacing: style.letterSpacing,
        };
      });
      assert.ok(size.font >= 12 && size.font <= 28, `words of ${size.font} px`);
      assert.ok(size.line >= size.font, 'lines do not overlap');
      assert.deepEqual([size.transform, size.spacing], ['none', 'normal']);
      await comment(page, `来自 ${name}`);
      if (name === 'two-rooms') await page.getByText('A lamp from the other room').waitFor();

      const problems = await page.evaluate(() => {
        const { hostCheck, hostProblem } = window as { hostCheck?: () => string[]; hostProblem?: string };
        return [...(hostCheck?.() ?? []), ...(hostProblem ? [hostProblem] : [])];
      });
      assert.deepEqual(problems, []);
      assert.deepEqual(
        complaints.filter(one => !noise.includes(one)),
        [],
      );
      await context.close();
    });
  }
});

test('taken out of the page, nothing of it is left: no stream, no request, no node', async () => {
  const { context, page } = await visit('plain');
  await until('the picture moves', async () => (await played(page)) > 0.2);
  // With its picture a room fetches what else it shows: that is the page's from then on, as any script is.
  await page.evaluate(() =>
    Promise.all(
      ['reaction-button', 'danmaku-layer', 'product-shelf', 'product-sheet'].map(name =>
        customElements.whenDefined(`qun-${name}`),
      ),
    ),
  );
  const first = await online();
  assert.ok(first >= 1);
  await page.evaluate(() => document.querySelector('qun-live-room')!.remove());
  await until('the feed is closed', async () => (await online()) < first);
  const late: string[] = [];
  page.on('request', request => late.push(request.url()));
  // Two segments' time: a player or a timer left behind would have asked by then.
  await page.evaluate(() => new Promise(done => setTimeout(done, 4500)));
  assert.deepEqual(late, []);
  await context.close();
});

test('gone to another page and back, by the back/forward cache or without, the room goes on', async () => {
  const { context, page } = await visit('plain');
  await until('the picture moves', async () => (await played(page)) > 0.2);
  await page.goto(`${pages.origin}/base-href?without`);
  await page.goBack();
  await page
    .getByText(/明前绿茶/)
    .first()
    .waitFor();
  await comment(page, '我回来了');
  await until('the picture moves', async () => (await played(page)) > 0.2);
  await context.close();
});
