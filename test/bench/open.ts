/**
 * npm run bench:open — what a viewer waits for, on this machine and with no network profile: from opening the page to a
 * moving picture, from one viewer's comment to another's screen, from the host's pin to the screen.
 *
 *   --rounds N   default 5
 */
import type { Page } from 'playwright-core';
import { startDemo } from '../../demo/server.js';
import { launch } from '../tools/browser.mjs';
import { median, table } from './stats.js';

const given = process.argv.indexOf('--rounds');
const rounds = given < 0 ? 5 : Number(process.argv[given + 1]);

/** Runs in the page: resolves when the first video has moved, with ms since the page was asked for. */
const pictureMoves = () =>
  new Promise<number>(done => {
    const find = (root: Document | ShadowRoot): HTMLVideoElement | undefined => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLVideoElement) return element;
        const inner = element.shadowRoot && find(element.shadowRoot);
        if (inner) return inner;
      }
      return undefined;
    };
    let start: number | undefined;
    const look = () => {
      const video = find(document);
      if (video && !video.paused && video.readyState >= 3) start ??= video.currentTime;
      // Moved while playing, not by a seek to the live edge.
      if (video && start !== undefined && video.currentTime > start && video.currentTime < start + 1)
        done(performance.now());
      else {
        if (video && start !== undefined && video.currentTime > start) start = video.currentTime;
        requestAnimationFrame(look);
      }
    };
    look();
  });

const demo = await startDemo({ port: 0, autoHost: false });
const browser = await launch();
const open = async (): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  // The loader that runs this file names inner functions by a helper of its own, which a page does not have.
  await context.addInitScript('globalThis.__name = value => value');
  return context.newPage();
};
const results = { picture: [] as number[], comment: [] as number[], pin: [] as number[] };
const host = { id: 'bench-host', role: 'host' as const };

for (let round = 0; round <= rounds; round += 1) {
  const [one, other] = [await open(), await open()];
  await one.goto(`${demo.origin}/h5/`, { waitUntil: 'commit' });
  const picture = await one.evaluate(pictureMoves);
  await other.goto(`${demo.origin}/h5/`);
  await other.locator('qun-live-room').waitFor();
  await other.evaluate(pictureMoves);

  const words = `你好 ${round}`;
  const seen = other.getByText(words).first().waitFor();
  const begun = performance.now();
  await demo.server.execute(
    'spring',
    { type: 'comment.send', text: words },
    { id: `v${round}`, name: 'Lin' },
  );
  await seen;
  const comment = performance.now() - begun;

  const product = ['spring-tea', 'gaiwan', 'teapot', 'cups', 'tray', 'honey'][round % 6]!;
  const number = demo.server.hub.room('spring').state.products.find(item => item.id === product)!;
  const title = (number.title as Record<string, string>)['zh-CN']!;
  const pinSeen = other.getByText(title).locator('visible=true').first().waitFor();
  const pinned = performance.now();
  await demo.server.execute('spring', { type: 'pin.add', productId: product }, host);
  await pinSeen;
  const pin = performance.now() - pinned;
  await demo.server.execute('spring', { type: 'pin.remove', productId: product }, host);
  await one.context().close();
  await other.context().close();
  if (round === 0) continue; // warms up
  results.picture.push(picture);
  results.comment.push(comment);
  results.pin.push(pin);
}
await browser.close();
await demo.close();

const row = (name: string, values: number[]) => [
  name,
  median(values).toFixed(0),
  Math.min(...values).toFixed(0),
  Math.max(...values).toFixed(0),
];
console.log(`390 × 844, this machine's loopback, ${rounds} rounds`);
console.log(
  table([
    ['ms', 'median', 'min', 'max'],
    row('page opened → picture moves', results.picture),
    row("comment accepted → on another's screen", results.comment),
    row("host's pin → on the screen", results.pin),
  ]),
);
