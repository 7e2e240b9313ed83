/**
 * npm run bench:shelf — a shelf of a thousand products on a phone's screen at a quarter of this processor's speed: opened,
 * scrolled, searched, and changed fifty times a second. Printed: the longest task of the main thread in each, as the
 * thread's own time, which other work on the machine does not lengthen. Ends with 1 where one is longer than 50 ms, from
 * which browsers call a task long (W3C Long Tasks). Needs no dist/.
 *
 *   --cpu N      how much slower than this processor (default 4)
 *   --rounds N   how often (default 3); the median of the rounds' longest tasks counts
 */
import type { Browser, CDPSession } from 'playwright-core';
import { launch } from '../tools/browser.mjs';
import { argument } from './comments/arguments.js';
import { rest } from './rest.js';
import { servePage } from './serve-page.js';
import { median, table } from './stats.js';

const LONG_MS = 50;
const DEEDS = ['open', 'scroll', 'search', 'changes'] as const;
const cpu = Number(argument('--cpu') ?? 4);
const rounds = Number(argument('--rounds') ?? 3);
const page = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>shelf</title>
<style>body{margin:0}.box{height:690px}.box>*{height:100%;--max-height:none}</style><div class="box"></div>
<script type="module" src="/page.js"></script></html>`;

const server = await servePage('shelf', { '/': page });
const origin = `${server.origin}/`;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
}

/** Runs `deed` and tells the longest task of any page's main thread, ms of that thread's time. */
async function longest(session: CDPSession, deed: () => Promise<unknown>): Promise<number> {
  const events: TraceEvent[] = [];
  const onData = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', onData);
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
    },
    transferMode: 'ReportEvents',
  });
  await deed();
  const over = new Promise<void>(resolve => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await over;
  session.off('Tracing.dataCollected', onData);
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('The trace tells of no task.');
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}

const found = new Map<string, number[]>(DEEDS.map(deed => [deed, []]));
let lines = 0;
for (let round = 0; round < rounds; round += 1) {
  const browser = (await launch()) as Browser;
  try {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
    });
    const tab = await context.newPage();
    const faults: string[] = [];
    tab.on('pageerror', error => faults.push(String(error)));
    await tab.goto(origin);
    await tab.waitForFunction('window.bench');
    await tab.evaluate('bench.ready()');
    await rest();
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    const tracing = await browser.newBrowserCDPSession();
    for (const deed of DEEDS)
      found.get(deed)!.push(await longest(tracing, () => tab.evaluate(`bench.${deed}()`)));
    lines = Math.max(lines, (await tab.evaluate('bench.lines()')) as number);
    if (faults.length > 0) throw new Error(faults[0]);
  } finally {
    await browser.close();
  }
}
server.close();

const ms = (value: number) => `${value.toFixed(1)} ms`;
console.log(`A shelf of 1,000 products, CPU ÷ ${cpu}, ${rounds} rounds; ${lines} lines are drawn.\n`);
console.log(
  table([
    ['longest task', 'median', 'worst'],
    ...[...found].map(([deed, times]) => [deed, ms(median([...times])), ms(Math.max(...times))]),
  ]),
);
const long = [...found].filter(([, times]) => median([...times]) > LONG_MS).map(([deed]) => deed);
console.log(long.length === 0 ? '\nNo task is long.' : `\n✗ Longer than ${LONG_MS} ms: ${long.join(', ')}.`);
process.exitCode = long.length === 0 ? 0 : 1;
