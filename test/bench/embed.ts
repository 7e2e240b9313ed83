/**
 * npm run bench:embed — what an embed costs the page around it.
 *
 * One realistic shop page of 60 products, on good 4G and a processor slowed down four times, opened bare, with the
 * kit's room, and with three well-known players on the same live stream; in one run, in alternating order, a fresh
 * browser profile each time. Nobody touches the page. Printed: medians, and the difference from the bare page.
 *
 *   --rounds N   rounds counted (default 5)      --below   the embed stands below the first screen
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { startDemo } from '../../demo/server.js';
import { html, type Markup } from '../../demo/pages/html.js';
import { shopPage } from '../../demo/pages/shop.js';
import { launch } from '../tools/browser.mjs';
import { buildPeers, outDir } from './peers/build.mjs';
import { sendFile } from './send-file.js';
import { median, table } from './stats.js';

/** Good 4G: 9 Mbit/s down, 170 ms round trip (WebPageTest's profile of that name). */
const network = {
  offline: false,
  downloadThroughput: (9e6 / 8) | 0,
  uploadThroughput: (9e6 / 8) | 0,
  latency: 170,
};
const cpuSlowdown = 4;
/** How long the page is watched after it was asked for, ms: past every player's start on this profile. */
const watchMs = 9000;

const argument = (name: string) => process.argv.indexOf(name);
const rounds = argument('--rounds') < 0 ? 5 : Number(process.argv[argument('--rounds') + 1]);
const below = argument('--below') >= 0;

interface Contender {
  head: Markup;
  stage: Markup | null;
}

function contenders(live: string): Record<string, Contender> {
  const peer = (name: string) => html`<script type="module" src="/peers/${name}/${name}.js"></script>`;
  const src = `${live}/live/master.m3u8`;
  const poster = `${live}/demo/media/poster.webp`;
  const box = html`class="bench-box"`;
  return {
    bare: { head: html``, stage: html`<div ${box}></div>` },
    // As the README has it pasted.
    qunlive: {
      head: html`<script src="${live}/qunlive.js" async></script>`,
      stage: html`<qun-live-room room="${live}/v1/rooms/spring"
        ><img slot="poster" src="${poster}" alt="" decoding="sync" fetchpriority="high"
      /></qun-live-room>`,
    },
    'qunlive, no poster': {
      head: html`<script src="${live}/qunlive.js" async></script>`,
      stage: html`<qun-live-room room="${live}/v1/rooms/spring"></qun-live-room>`,
    },
    'media-chrome': {
      head: peer('media-chrome'),
      stage: html`<media-controller ${box}>
        <hls-video slot="media" src="${src}" autoplay muted playsinline crossorigin></hls-video>
        <media-poster-image slot="poster" src="${poster}"></media-poster-image>
        <media-control-bar
          ><media-play-button></media-play-button><media-mute-button></media-mute-button
        ></media-control-bar>
      </media-controller>`,
    },
    vidstack: {
      head: html`<link rel="stylesheet" href="/peers/vidstack/vidstack.css" />${peer('vidstack')}`,
      stage: html`<media-player
        ${box}
        src="${src}"
        stream-type="live"
        autoplay
        muted
        playsinline
        crossorigin
        load="visible"
      >
        <media-provider><media-poster class="vds-poster" src="${poster}"></media-poster></media-provider
        ><media-video-layout></media-video-layout>
      </media-player>`,
    },
    'mux-player': {
      head: peer('mux-player'),
      stage: html`<mux-player
        ${box}
        src="${src}"
        stream-type="live"
        autoplay="muted"
        muted
        disable-tracking
        poster="${poster}"
      ></mux-player>`,
    },
  };
}

/** Installed before the page's own scripts: keeps what the browser says about paint, shifts and long tasks. */
function observe() {
  const seen = { lcp: 0, fcp: 0, cls: 0, shifts: [] as string[], tasks: [] as [number, number][] };
  (window as unknown as { seen: typeof seen }).seen = seen;
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('largest-contentful-paint', entry => (seen.lcp = entry.startTime));
  watch('paint', entry => entry.name === 'first-contentful-paint' && (seen.fcp = entry.startTime));
  watch('longtask', entry => seen.tasks.push([entry.startTime, entry.duration]));
  watch('layout-shift', entry => {
    const shift = entry as unknown as { hadRecentInput: boolean; value: number };
    if (!shift.hadRecentInput) seen.cls += shift.value;
  });
}

interface Measure {
  lcp: number;
  tbt: number;
  cls: number;
  longest: number;
  kB: number;
  picture: number;
}

async function measure(browser: Browser, url: string): Promise<Measure> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page: Page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', network);
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  let bytes = 0;
  client.on('Network.loadingFinished', event => (bytes += event.encodedDataLength));
  // The loader that runs this file names inner functions by a helper of its own, which a page does not have.
  await page.addInitScript('globalThis.__name = value => value');
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForTimeout(watchMs);
  const seen = await page.evaluate(
    () =>
      (window as unknown as { seen: { lcp: number; fcp: number; cls: number; tasks: [number, number][] } })
        .seen,
  );
  const picture = await page.evaluate(() => {
    const find = (root: Document | ShadowRoot): number => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLVideoElement && element.currentTime > 0.1) return 1;
        if (element.shadowRoot && find(element.shadowRoot)) return 1;
      }
      return 0;
    };
    return find(document);
  });
  await context.close();
  const after = seen.tasks.filter(([start]) => start >= seen.fcp).map(([, duration]) => duration);
  return {
    lcp: seen.lcp,
    cls: seen.cls,
    tbt: after.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    longest: Math.max(0, ...after),
    kB: bytes / 1024,
    picture,
  };
}

/** The shop's own origin: the page per contender, and the files of the other players. */
async function serveShop(live: string) {
  const pages = contenders(live);
  const style = html`<style>
    .bench-box,
    qun-live-room {
      display: block;
      width: 100%;
      height: 720px;
      aspect-ratio: auto;
    }
    .hero-room {
      margin-top: ${below ? '1600px' : '0'};
    }
  </style>`;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop.invalid');
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'content-type': type }).end(body);
    const contender = pages[decodeURIComponent(pathname.slice(1))];
    if (contender) {
      const page = shopPage({ lang: 'zh-CN', head: html`${style}${contender.head}`, stage: contender.stage });
      return send('text/html; charset=utf-8', page.replace(/(src|href)="\/demo\//g, `$1="${live}/demo/`));
    }
    if (!pathname.startsWith('/peers/')) return response.writeHead(404).end();
    void sendFile(response, join(outDir, pathname.slice('/peers/'.length)));
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    names: Object.keys(pages),
    server,
  };
}

await buildPeers();
const demo = await startDemo({ port: 0, origins: ['*'] });
const shop = await serveShop(demo.origin);
const results = new Map<string, Measure[]>(shop.names.map(name => [name, []]));
for (let round = 0; round <= rounds; round += 1) {
  const order = round % 2 ? [...shop.names].reverse() : shop.names;
  for (const name of order) {
    const browser = await launch();
    const result = await measure(browser, `${shop.origin}/${encodeURIComponent(name)}`);
    await browser.close();
    if (round > 0) results.get(name)!.push(result); // the first round warms the machine up
    process.stderr.write('.');
  }
}
process.stderr.write('\n');
shop.server.close();
await demo.close();

const mid = (name: string, key: keyof Measure) => median(results.get(name)!.map(one => one[key]));
const signed = (value: number, digits = 0) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
const rows = shop.names.map(name => {
  const against = (key: keyof Measure, digits = 0) =>
    name === 'bare' ? mid(name, key).toFixed(digits) : signed(mid(name, key) - mid('bare', key), digits);
  return [
    name,
    against('lcp'),
    against('tbt'),
    against('cls', 3),
    mid(name, 'longest').toFixed(0),
    mid(name, 'kB').toFixed(0),
    mid(name, 'picture') ? 'yes' : 'no',
  ];
});
console.log(
  `Shop page of 60 products, 390 × 844, 9 Mbit/s with 170 ms, CPU ÷ ${cpuSlowdown}, ${rounds} rounds, embed ${below ? 'below the first screen' : 'on the first screen'}.`,
);
console.log('The bare page as it is; the others as the difference from it.');
console.log(table([['page', 'LCP ms', 'TBT ms', 'CLS', 'longest task ms', 'kB', 'picture moves'], ...rows]));
