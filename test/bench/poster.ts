/**
 * npm run bench:poster — how soon a poster stands on a phone's screen at a quarter of this processor's speed: from the tap
 * (the finger's lifting; it has been down for 80 ms) until it can be seen, the first time on a page that has fetched nothing for it, its pictures and the code among
 * what is fetched (from this machine, so the line costs nothing). Each time in a browser of its own, so that no font, script
 * or picture is there already. Printed: median and worst of each design, and of a blank page's own picture of that size,
 * which tells how busy the machine was. Ends with 1 where a median is above 400 ms, or the machine was too busy to say. Needs
 * no dist/.
 *
 *   --cpu N      how much slower than this processor (default 4)
 *   --rounds N   how often each is made (default 5)
 *   --designs A,B  which (default all)
 */
import type { Browser } from 'playwright-core';
import { launch } from '../tools/browser.mjs';
import { argument } from './comments/arguments.js';
import { rest } from './rest.js';
import { servePage } from './serve-page.js';
import { median, table } from './stats.js';

const MOST_MS = 400;
/** How long a finger stays in a tap. */
const TAP_MS = 80;
/** An empty canvas is packed within this, or the machine was busy. */
const IDLE_MS = 60;
const cpu = Number(argument('--cpu') ?? 4);
const rounds = Number(argument('--rounds') ?? 5);
const designs = (argument('--designs') ?? 'editorial,market,close-up').split(',');
const languages = ['zh-CN', 'en'] as const;

const html = (script: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>poster</title>
<body>${script}`;
const alone = html(`<p>明前绿茶 Green tea</p><script>
  window.bench = { async make() {
    const since = performance.now();
    const canvas = Object.assign(document.createElement('canvas'), { width: 750, height: 1334 });
    canvas.getContext('2d').fillRect(0, 0, 750, 1334);
    await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.9));
    return { ms: performance.now() - since, length: 0 };
  } };
</script>`);

const server = await servePage('poster', {
  '/': html('<script type="module" src="/page.js"></script>'),
  '/alone': alone,
});

interface Made {
  ms: number;
  /** From when the finger touched the button. */
  touched?: number;
  /** Until there is a picture that can be pressed and saved. */
  packed?: number;
  length: number;
}

async function once(path: string, ready?: string): Promise<Made> {
  const browser = (await launch()) as Browser;
  try {
    const viewport = { width: 390, height: 844 };
    const phone = { viewport, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(String(error)));
    await page.goto(server.origin + path);
    await page.waitForFunction('window.bench');
    if (ready) await page.evaluate(ready);
    await rest();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    if (!ready) return (await page.evaluate('bench.make()')) as Made;
    const { x, y } = (await page.evaluate('bench.button()')) as { x: number; y: number };
    const making = page.evaluate('bench.made()') as Promise<Made>;
    // Not awaited: a finger does not wait for the page either.
    void session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await new Promise(held => setTimeout(held, TAP_MS));
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const made = await making;
    if (faults.length > 0) throw new Error(faults[0]);
    return made;
  } finally {
    await browser.close();
  }
}

const found = new Map<string, Made[]>();
const keep = (name: string, made: Made) => found.set(name, [...(found.get(name) ?? []), made]);
for (let round = 0; round < rounds; round += 1) {
  for (const design of designs)
    for (const lang of languages)
      keep(`${design}, ${lang}`, await once('/', `bench.ready('${lang}', '${design}')`));
  keep('an empty canvas, packed', await once('/alone'));
}
server.close();

const ms = (value: number) => `${value.toFixed(0)} ms`;
const times = (all: readonly Made[]) => all.map(one => one.ms);
console.log(`A poster, the first time included, CPU ÷ ${cpu}, ${rounds} rounds.\n`);
console.log(
  table([
    ['poster', 'median', 'worst', 'since the touch', 'as a picture', 'kB'],
    ...[...found].map(([name, all]) => [
      name,
      ms(median(times(all))),
      ms(Math.max(...times(all))),
      all[0]?.touched === undefined ? '–' : ms(median(all.map(one => one.touched ?? 0))),
      all[0]?.packed === undefined ? '–' : ms(median(all.map(one => one.packed ?? 0))),
      String(Math.round(Math.max(...all.map(one => one.length)) / 1000)),
    ]),
  ]),
);
const blank = 'an empty canvas, packed';
const late = [...found]
  .filter(([name, all]) => name !== blank && median(times(all)) > MOST_MS)
  .map(([name]) => name);
const busy = median(times(found.get(blank)!)) > IDLE_MS;
if (late.length > 0) console.log(`\n✗ Later than ${MOST_MS} ms: ${late.join('; ')}.`);
if (busy) console.log('\nThis does not count: the machine was busy, as the empty canvas shows.');
else if (late.length === 0) console.log(`\nEvery poster is there within ${MOST_MS} ms.`);
process.exitCode = late.length > 0 || busy ? 1 : 0;
