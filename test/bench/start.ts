/**
 * npm run bench:start — from asking for a page to the first frame of a live stream on it.
 *
 * One page per player, with nothing on it but that player and the same stream; in one run, in alternating order, each
 * time in a new profile of the browser. Printed: medians, and the ratio to a page of bare hls.js/light.
 *
 *   --rounds N       rounds counted (default 5)
 *   --profile TEXT   only the profiles whose name holds it
 *   --only NAME,…    only these players, beside hls.js/light
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startDemo } from '../../demo/server.js';
import { html, type Markup } from '../../demo/pages/html.js';
import { launch } from '../tools/browser.mjs';
import { root } from '../tools/install.mjs';
import { buildPeers, outDir } from './peers/build.mjs';
import { sendFile } from './send-file.js';
import { line, profiles, type Profile } from './profiles.js';
import { median, table } from './stats.js';

const BARE = 'hls.js/light';
/** Longer than any of them needs on the slowest line, ms. */
const patienceMs = 30_000;

const value = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const rounds = Number(value('--rounds') ?? 5);
const only = value('--only')?.split(',');
const chosen = Object.entries<Profile>(profiles).filter(([name]) => name.includes(value('--profile') ?? ''));

function bodies(src: string): Record<string, Markup> {
  const video = html`<video class="box" muted playsinline></video>`;
  const bare = (file: string) =>
    html`${video}
      <script src="/hls/${file}"></script>
      <script>
        const hls = new Hls();
        const video = document.querySelector('video');
        hls.loadSource('${src}');
        hls.attachMedia(video);
        hls.on(Hls.Events.MANIFEST_PARSED, () => video.play());
      </script>`;
  const peer = (name: string) => html`<script type="module" src="/peers/${name}/${name}.js"></script>`;
  return {
    [BARE]: bare('hls.light.min.js'),
    'hls.js': bare('hls.min.js'),
    qunlive: html`<script src="/kit/qunlive.js" async></script>
      <qun-live-player class="box" src="${src}" autoplay muted></qun-live-player>`,
    'media-chrome': html`${peer('media-chrome')}
      <media-controller class="box">
        <hls-video slot="media" src="${src}" autoplay muted playsinline crossorigin></hls-video>
      </media-controller>`,
    vidstack: html`<link rel="stylesheet" href="/peers/vidstack/vidstack.css" />${peer('vidstack')}
      <media-player class="box" src="${src}" stream-type="live" autoplay muted playsinline load="eager">
        <media-provider></media-provider><media-video-layout></media-video-layout>
      </media-player>`,
  };
}

/** Installed before the page's own scripts: when the first video, wherever it stands, has shown a frame. */
function observe() {
  const seen = { frame: 0, longest: 0, blocked: 0 };
  (window as unknown as { seen: typeof seen }).seen = seen;
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) {
      if (seen.frame) return;
      seen.longest = Math.max(seen.longest, duration);
      seen.blocked += duration - 50;
    }
  }).observe({ type: 'longtask', buffered: true });
  const find = (place: Document | ShadowRoot): HTMLVideoElement | undefined => {
    for (const element of place.querySelectorAll('*')) {
      if (element instanceof HTMLVideoElement) return element;
      const inner = element.shadowRoot && find(element.shadowRoot);
      if (inner) return inner;
    }
    return undefined;
  };
  const look = () => {
    const video = find(document);
    if (video) video.requestVideoFrameCallback(now => (seen.frame = now));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface Start {
  frame: number;
  kB: number;
  longest: number;
  blocked: number;
}

async function measure(browser: Browser, url: string, profile: Profile): Promise<Start> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', line(profile));
  await client.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  let bytes = 0;
  client.on('Network.dataReceived', event => (bytes += event.encodedDataLength));
  // The loader that runs this file names inner functions by a helper of its own, which a page does not have.
  await page.addInitScript('globalThis.__name = value => value');
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: 'commit' });
  type Seen = { seen: { frame: number; longest: number; blocked: number } };
  await page.waitForFunction(() => (window as unknown as Seen).seen.frame > 0, undefined, {
    timeout: patienceMs,
    polling: 50,
  });
  const kB = bytes / 1024;
  const seen = await page.evaluate(() => (window as unknown as Seen).seen);
  await context.close();
  return { ...seen, kB };
}

/** The shop's own origin: a page per player, and the files of all of them. */
async function serve(src: string) {
  const pages = bodies(src);
  const files: Record<string, string> = {
    hls: join(root, 'node_modules/hls.js/dist'),
    kit: join(root, 'dist'),
    peers: outDir,
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://shop.invalid').pathname).slice(1);
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'content-type': type }).end(body);
    const body = pages[path];
    if (body) {
      const page = html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <style>
              .box {
                display: block;
                width: 390px;
                height: 693px;
              }
            </style>
          </head>
          <body>
            ${body}
          </body>
        </html>`;
      return send('text/html; charset=utf-8', page.toString());
    }
    const [folder = '', ...rest] = path.split('/');
    const from = files[folder];
    if (!from || rest.includes('..')) return response.writeHead(404).end();
    void sendFile(response, join(from, ...rest));
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names = Object.keys(pages).filter(name => name === BARE || !only || only.includes(name));
  return { origin, names, server };
}

await buildPeers();
const demo = await startDemo({ port: 0, origins: ['*'] });
const shop = await serve(`${demo.origin}/live/master.m3u8`);
for (const [name, profile] of chosen) {
  const results = new Map<string, Start[]>(shop.names.map(player => [player, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 ? [...shop.names].reverse() : shop.names;
    for (const player of order) {
      const browser = await launch();
      const start = await measure(browser, `${shop.origin}/${encodeURIComponent(player)}`, profile);
      await browser.close();
      if (round > 0) results.get(player)!.push(start); // the first round warms the machine up
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  const mid = (player: string, key: keyof Start) => median(results.get(player)!.map(one => one[key]));
  const rows = shop.names.map(player => [
    player,
    mid(player, 'frame').toFixed(0),
    (mid(player, 'frame') / mid(BARE, 'frame')).toFixed(2),
    mid(player, 'kB').toFixed(0),
    mid(player, 'longest').toFixed(0),
    mid(player, 'blocked').toFixed(0),
  ]);
  console.log(`\n${name}, ${rounds} rounds`);
  console.log(
    table([['page', 'first frame ms', `of ${BARE}`, 'kB by then', 'longest task ms', 'blocked ms'], ...rows]),
  );
}
shop.server.close();
await demo.close();
