/**
 * npm run bench:tap — how soon a tap is answered on a phone's screen at a quarter of this processor's speed, while 200
 * comments a second pour through the room: liking, opening a coupon, claiming it, opening a product, putting it into the
 * cart, opening the cart. Each is a finger's touch, and measured as browsers measure it: from the touch to the frame that
 * shows what came of it (Event Timing, of which INP is made; below 16 ms it counts as 16). Printed: median, 75th
 * percentile and worst of each, and of a page with nothing but a button, which tells how busy the machine was. Ends with 1
 * where a 75th percentile is above 100 ms, or the machine was too busy to say. Needs no dist/.
 *
 *   --cpu N      how much slower than this processor (default 4)
 *   --rounds N   how often each is tapped (default 8)
 */
import type { Browser, Page } from 'playwright-core';
import { launch } from '../tools/browser.mjs';
import { argument } from './comments/arguments.js';
import { servePage } from './serve-page.js';
import { median, table } from './stats.js';

const MOST_MS = 100;
/** A page with nothing but a button answers within this, or the machine was busy. */
const IDLE_MS = 56;
const cpu = Number(argument('--cpu') ?? 4);
const rounds = Number(argument('--rounds') ?? 8);

/** What is tapped, in this order in each round; those without a name are not counted. */
const TAPS: readonly (readonly [name: string, selector: string])[] = [
  ['like', 'qun-reaction-button [part~=button], [part~=pill]'],
  ['open a coupon', '[part~=float]'],
  ['claim it', '[part~=layer] [part~=button], .layer [part~=button]'],
  ['', '[part~=layer] [part~=close], .layer [part~=close]'],
  ['open a product', 'a.open'],
  ['put it into the cart', '[part~=add]'],
  ['', '.icon-button[aria-label=Close]'],
  ['open the cart', '.cart'],
  ['', '.icon-button[aria-label=Close]'],
];

const html = (script: string) =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>tap</title>
<style>body{margin:0}qun-live-room{--height:844px}</style><body>${script}`;
const alone = html(`<button>Tap</button><script>
  const seen = [];
  new PerformanceObserver(list => { for (const one of list.getEntries()) if (one.interactionId) seen.push(one); })
    .observe({ type: 'event', durationThreshold: 16 });
  document.querySelector('button').onclick = event => { event.target.textContent += '.'; };
  window.bench = {
    took: since => Math.max(16, ...seen.filter(one => one.startTime >= since).map(one => one.duration)),
    now: () => performance.now(),
    place: () => ({ x: 20, y: 10 }),
  };
</script>`);

const server = await servePage('tap', {
  '/': html('<script type="module" src="/page.js"></script>'),
  '/alone': alone,
});
const origin = server.origin;

const wait = (page: Page, ms: number) => page.waitForTimeout(ms);

interface Place {
  x: number;
  y: number;
}

/** Taps what `selector` finds; ms until the frame that answers, or undefined where there is nothing to tap. */
async function tap(page: Page, selector: string): Promise<number | undefined> {
  const find = `bench.place(${JSON.stringify(selector)})`;
  let at = (await page.evaluate(find)) as Place | null;
  for (let tries = 0; !at && tries < 20; tries += 1) {
    await wait(page, 100);
    at = (await page.evaluate(find)) as Place | null;
  }
  if (!at) return undefined;
  const since = (await page.evaluate('bench.now()')) as number;
  await page.touchscreen.tap(at.x, at.y);
  await wait(page, 700);
  return (await page.evaluate(`bench.took(${since})`)) as number;
}

async function open(path: string): Promise<{ browser: Browser; page: Page; faults: string[] }> {
  const browser = (await launch()) as Browser;
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(String(error)));
  await page.goto(origin + path);
  await page.waitForFunction('window.bench');
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { browser, page, faults };
}

async function idle(): Promise<number[]> {
  const { browser, page } = await open('/alone');
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) times.push((await tap(page, 'button'))!);
  await browser.close();
  return times;
}

const found = new Map<string, number[]>();
const before = await idle();
const { browser, page, faults } = await open('/');
let said: number;
try {
  await page.evaluate('bench.ready()');
  await page.evaluate('bench.pour()');
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(`bench.fresh(${round})`);
    for (const [name, selector] of TAPS) {
      const ms = await tap(page, selector);
      if (name && ms !== undefined) found.set(name, [...(found.get(name) ?? []), ms]);
    }
  }
  said = (await page.evaluate('bench.said()')) as number;
  if (faults.length > 0) throw new Error(faults[0]);
} finally {
  await browser.close();
}
const after = await idle();
server.close();

/** As INP is judged: three of four are no slower. */
const most = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.75) - 1]!;
const ms = (value: number) => `${value.toFixed(0)} ms`;
const alike = [...before, ...after];
console.log(`Taps during 200 comments a second (${said} came), CPU ÷ ${cpu}, ${rounds} rounds.\n`);
console.log(
  table([
    ['tap', 'median', '75 %', 'worst', 'taps'],
    ...[...found].map(([name, times]) => [
      name,
      ms(median([...times])),
      ms(most(times)),
      ms(Math.max(...times)),
      String(times.length),
    ]),
    ['a lone button', ms(median([...alike])), ms(most(alike)), ms(Math.max(...alike)), String(alike.length)],
  ]),
);
const missing = TAPS.map(([name]) => name).filter(name => name && !found.has(name));
const slow = [...found].filter(([, times]) => most(times) > MOST_MS).map(([name]) => name);
const busy = most(alike) > IDLE_MS;
if (missing.length > 0) console.log(`\n✗ Never there to be tapped: ${missing.join(', ')}.`);
if (slow.length > 0) console.log(`\n✗ Later than ${MOST_MS} ms: ${slow.join(', ')}.`);
if (busy) console.log('\nThis does not count: the machine was busy, as the lone button shows.');
else if (missing.length + slow.length === 0) console.log('\nEvery tap is answered in time.');
process.exitCode = missing.length + slow.length > 0 || busy ? 1 : 0;
