import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createRoomServer, type RoomServer } from '../../src/server/index.js';
import { jsSignature } from '../../src/server/wechat/js-signature.js';
import { makeShow } from '../fixtures/show.js';
import { WechatApi } from '../fixtures/wechat-api.js';
import { launch } from '../tools/browser.mjs';
import { freePort } from '../tools/free-port.js';
import { root } from '../tools/install.mjs';
import { until } from '../tools/until.js';
import { becomeApp, type Asked } from './app-bridge.js';
import { APPS, type AppAround, type Manner } from './apps.js';

/** WeChat's script as its server gives it: the package has it as a module of Node. */
const weixin = readFileSync(createRequire(import.meta.url).resolve('weixin-js-sdk'), 'utf8');
const script = `{const module={set exports(wx){window.wx=window.jWeixin=wx}};${weixin}}`;

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
<script src="/qunlive.js" async></script>
<qun-room room="/v1/rooms/spring" wechat-config="auto" mini-program-page="/pages/share/index">
<qun-share-to-group></qun-share-to-group></qun-room></html>`;

let browser: Browser;
let api: WechatApi;
let server: RoomServer;
let origin: string;

before(async () => {
  [browser, api] = await Promise.all([launch(), WechatApi.start()]);
  const port = await freePort();
  const secret = 'the-secret';
  server = await createRoomServer({
    shows: [makeShow()],
    dist: join(root, 'dist'),
    wechat: {
      ...{ wechatApi: api.base, wecomApi: api.base, hosts: [`127.0.0.1:${port}`] },
      wechat: { appId: 'wx1', secret },
      wecom: { corpId: 'ww1', agentId: '1000002', secret },
    },
    configure: app =>
      void app.get('/live', (_request, reply) => reply.type('text/html; charset=utf-8').send(html)),
  });
  origin = await server.listen({ port });
});
after(async () => {
  await browser.close();
  server.app.server.closeAllConnections();
  await server.close();
  await api.close();
});

interface Seen {
  page: Page;
  context: BrowserContext;
  /** What nobody caught. */
  errors: string[];
  opened(): Promise<string[]>;
  asked(name?: string): Promise<Asked[]>;
  /** As a finger does it. */
  tap(): Promise<void>;
  /** Again and again, until it opens that: what an app brings takes a moment to be here. */
  tapsUntil(via: string): Promise<void>;
}

async function visit(
  app: AppAround,
  manner: Manner,
  path = '/live?qs=abcdefghijkl.w&from=groupmessage',
): Promise<Seen> {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const context = await browser.newContext({ ...phone, userAgent: app.userAgent });
  if (!app.noCopy) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await context.route(/^https:/, route =>
    /^https:\/\/res2?\.wx\.qq\.com\/open\/js\/jweixin-1\.6\.0\.js$/.test(route.request().url())
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.abort(),
  );
  // The loader of these tests names functions by a helper that a page does not have.
  await context.addInitScript('globalThis.__name = made => made');
  await context.addInitScript(becomeApp, { app, manner });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.goto(origin + path);
  await page.waitForFunction(() => {
    const button = document.querySelector('qun-share-to-group');
    const { roomStore } = (button ?? {}) as { roomStore?: { $own: { get(): { share?: string } } } };
    return roomStore?.$own.get().share !== undefined && button?.shadowRoot?.querySelector('dialog');
  });
  const opened = () => page.evaluate(() => (window as unknown as { opened: string[] }).opened);
  const tap = async () => {
    const before = (await opened()).length;
    await page.evaluate(() =>
      document
        .querySelector('qun-share-to-group')!
        .shadowRoot!.querySelector('dialog')!
        .dispatchEvent(new Event('cancel', { cancelable: true })),
    );
    await page.locator('qun-share-to-group').getByRole('button').first().click();
    await until('a way is opened', async () => (await opened()).length > before);
  };
  return {
    ...{ page, context, errors, opened, tap },
    asked: async name => {
      const all = await page.evaluate(() => (window as unknown as { asked: Asked[] }).asked);
      return name === undefined ? all : all.filter(one => one.name === name);
    },
    tapsUntil: via => until(`it opens ${via}`, async () => (await tap(), (await opened()).at(-1) === via)),
  };
}

/** In an app with native ways the first taps may come before they are ready. */
const isEager = (app: AppAround) => new Set(Object.values(app.opens)).size > 1;

// Two by two, since much of it is waiting for bridges that never answer.
describe('sharing in whatever app is around the page', { concurrency: 2 }, () => {
  for (const app of APPS) {
    const manners: Manner[] = app.inEveryManner ? ['answers', 'silent', 'old'] : ['answers'];
    test(app.name, async () => {
      for (const manner of manners) {
        const seen = await visit(app, manner);
        const expected = app.opens[manner];
        if (isEager(app)) await seen.tapsUntil(expected);
        else {
          await seen.tap();
          assert.equal((await seen.opened())[0], expected, manner);
        }
        assert.deepEqual(seen.errors, [], manner);
        await seen.context.close();
      }
    });
  }
});

describe('what an app is told', () => {
  const named = (name: string) => APPS.find(app => app.name === name)!;

  test('WeChat has the card before anybody taps, signed for the address that was opened', async () => {
    const seen = await visit(named('WeChat on iOS'), 'answers');
    await until('the card is set', async () =>
      (await seen.asked('updateAppMessageShareData')).some(({ data }) =>
        /qs=[0-9A-Za-z]{12}\.d/.test(String(data['link'])),
      ),
    );
    const [config] = await seen.asked('preVerifyJSAPI');
    const said = config!.data as Record<string, string>;
    assert.equal(said['verifyAppId'], 'wx1');
    assert.equal(
      said['verifySignature'],
      jsSignature({
        ticket: 'jsapi-1',
        nonceStr: said['verifyNonceStr']!,
        timestamp: Number(said['verifyTimestamp']),
        url: seen.page.url(),
      }),
    );
    const { data } = (await seen.asked('updateAppMessageShareData')).at(-1)!;
    assert.match(String(data['title']), /Spring tea/);
    assert.doesNotMatch(String(data['link']), /from=|abcdefghijkl/, 'the link is the viewer’s own');
    await seen.context.close();
  });

  test('WeCom’s staff send their own link to their customer groups', async () => {
    const seen = await visit(named('WeCom on iOS'), 'answers');
    await seen.tapsUntil('wecom');
    const { data } = (await seen.asked('shareToExternalChat')).at(-1)!;
    assert.match(String(data['link']), /qs=[0-9A-Za-z]{12}\.k$/);
    assert.equal((await seen.asked('agentConfig'))[0]!.data['corpid'], 'ww1');
    await seen.context.close();
  });

  test('a mini-program opens its own page with the title and the link', async () => {
    const seen = await visit(named('a mini-program on iOS that says so by its variable alone'), 'answers');
    await seen.tapsUntil('mini-program');
    const calls = await seen.asked('invokeMiniProgramAPI');
    const went = calls.find(({ data }) => data['name'] === 'navigateTo')!.data['arg'] as { url: string };
    const url = new URL(went.url, 'https://mini.invalid');
    assert.equal(url.pathname, '/pages/share/index');
    assert.match(url.searchParams.get('url')!, /qs=[0-9A-Za-z]{12}\.m$/);
    const told = calls.filter(({ data }) => data['name'] === 'postMessage');
    assert.ok(told.length > 0, 'and its menu passes on the same');
    await seen.context.close();
  });

  test('the room hears by which way, once for each', async () => {
    const seen = await visit(named('Firefox on a desk'), 'answers');
    const told = seen.page.waitForResponse(answer => !!answer.request().postData()?.includes('share.intend'));
    await seen.tap();
    const answer = await told;
    assert.match(answer.request().postData()!, /"via":"copy"/);
    assert.equal(answer.status(), 200);
    await seen.context.close();
  });
});
