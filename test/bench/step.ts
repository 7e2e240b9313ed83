/**
 * npm run bench:step — how far from the frame it belongs to a pin appears, by the date of the picture in the frame in which
 * its card is first drawn. Live, with a viewer as far behind as the demo's stream makes them; and in a replay.
 *
 *   --pins N   live pins; default 12
 */
import { PAST_STARTED_AT } from '../../demo/play/past-show.js';
import { startDemo } from '../../demo/server.js';
import { launch } from '../tools/browser.mjs';
import { lookAt, PinWatch, type Sighting } from '../tools/pin-watch.js';
import { until } from '../tools/until.js';
import { median, table } from './stats.js';

const given = process.argv.indexOf('--pins');
const pins = given < 0 ? 12 : Number(process.argv[given + 1]);
/** Longer than a viewer of the demo is behind, and never in step with its segments, ms. */
const BETWEEN_MS = 1370;

const demo = await startDemo({ port: 0, autoHost: false });
const browser = await launch();
const host = { id: 'bench-host', role: 'host' as const };
const products = ['spring-tea', 'gaiwan', 'teapot', 'cups', 'tray', 'kettle', 'honey', 'candle'];

async function open(path: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
  const page = await context.newPage();
  await page.goto(demo.origin + path);
  await until('the picture has a date', async () => (await lookAt(page)).date !== undefined);
  return { page, watch: await PinWatch.begin(page) };
}

const live = await open('/h5/');
const delays: number[] = [];
for (let i = 0; i < pins; i += 1) {
  const productId = products[i % products.length]!;
  const before = products[(i + products.length - 1) % products.length]!;
  await demo.server.execute('spring', { type: 'pin.add', productId }, host);
  if (i > 0) await demo.server.execute('spring', { type: 'pin.remove', productId: before }, host);
  delays.push((await lookAt(live.page)).latency ?? NaN);
  await new Promise(over => setTimeout(over, BETWEEN_MS));
}
await until('all of them have been seen', async () => (await live.watch.seen()).length >= pins);
const lives = await live.watch.seen();

const replay = await open('/h5/?replay');
const replays: Sighting[] = [];
await until(
  'the chapters are there',
  async () => (await lookAt(replay.page)).chapters?.length === products.length,
);
const player = replay.page.locator('qun-live-room').locator('qun-live-player').first();
for (const { productId, at } of (await lookAt(replay.page)).chapters!.slice(1)) {
  const since = (await replay.watch.seen()).length;
  const time = (at - PAST_STARTED_AT) / 1000 - 1.5;
  await player.evaluate((it, to) => (it as HTMLElement & { seek(time: number): void }).seek(to), time);
  replays.push(await replay.watch.sees(productId, since));
}
await browser.close();
await demo.close();

const offsets = (sightings: readonly Sighting[]) =>
  sightings.map(({ picture, mediaAt }) => picture - mediaAt);
const row = (name: string, values: readonly number[]) => {
  const ms = (value: number) => `${Math.round(value)} ms`;
  const worst = values.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one), 0);
  return [name, String(values.length), ms(median([...values])), ms(worst)];
};
console.log(
  `A viewer ${median(delays).toFixed(1)} s behind. Offset: picture's date minus the pin's; early is negative.\n`,
);
console.log(
  table([['', 'pins', 'median', 'worst'], row('live', offsets(lives)), row('replay', offsets(replays))]),
);
process.exit(0);
