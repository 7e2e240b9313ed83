import type { Browser, CDPSession, Page } from 'playwright-core';
import { launch } from '../../tools/browser.mjs';

/** One flood on one page. Times of the main thread in ms for each second of the flood. */
export interface Run {
  /** Frames a second, as the page's scripts had them. */
  fps: number;
  /** Frames a second that came to the screen, as the compositor has drawn them; undefined: it did not tell. */
  drawn: number | undefined;
  /** Of the page's frames, the share that came within 17 ms of the one before. */
  smooth: number;
  /** Longest time between two frames, ms. */
  longest: number;
  main: number;
  script: number;
  /** Style and layout. */
  layout: number;
  /** From the last batch to the frame in which the last message is seen, ms; undefined: it never was. */
  last: number | undefined;
  elements: number;
  /** Bytes after all that can be thrown away has been. */
  heap: number;
  messages: number;
  /** Of an overlay: pairs of lines that covered one another, in all frames that were looked at. */
  overlaps: number | undefined;
  /** Of an overlay: messages it says to have shown and left out, and all there were. */
  shown: number | undefined;
  skipped: number | undefined;
  told: number | undefined;
  all: number | undefined;
}

export interface Flood {
  rate: number;
  seconds: number;
  cpu: number;
  /** An overlay keeps nothing that could be looked for at the end. */
  overlay: boolean;
}

/** What a frame may take, ms: a sixtieth of a second, and what clocks differ by. */
const FRAME_MS = 17;
/** Before the flood, so that what a page does at its beginning is over, ms. */
const SETTLE_MS = 700;

interface Poured {
  frames: number[];
  messages: number;
  ended: number;
}

export async function openPage(url: string, cpu: number) {
  const browser = (await launch({ args: ['--js-flags=--expose-gc'] })) as Browser;
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(String(error)));
  const session = await context.newCDPSession(page);
  // Time the thread has run, rather than time that has passed while others ran.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await page.evaluate('flood.ready()');
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.waitForTimeout(SETTLE_MS);
  return { browser, page, session, faults };
}

export async function metrics(session: CDPSession): Promise<(name: string) => number> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  return name => all.find(one => one.name === name)?.value ?? 0;
}

export async function heapOf(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  return (await metrics(session))('JSHeapUsedSize');
}

/** Counts what the compositor draws, until asked for it. */
async function countDrawn(browser: Browser): Promise<(seconds: number) => Promise<number | undefined>> {
  const session = await browser.newBrowserCDPSession();
  const at: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const one of value as { name?: string; ts?: number }[])
      if (one.name === 'DrawFrame') at.push(one.ts ?? 0);
  });
  const includedCategories = ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'];
  await session.send('Tracing.start', {
    traceConfig: { includedCategories, excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  return async seconds => {
    const over = new Promise<void>(resolve => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await over;
    if (at.length === 0) return undefined;
    const first = Math.min(...at);
    return at.filter(ts => ts - first <= seconds * 1e6).length / seconds;
  };
}

export async function measure(url: string, { rate, seconds, cpu, overlay }: Flood): Promise<Run> {
  const { browser, page, session, faults } = await openPage(url, cpu);
  try {
    const drawn = await countDrawn(browser);
    const before = await metrics(session);
    const { frames, messages, ended } = (await page.evaluate(
      `flood.pour(${rate}, ${seconds * 1000})`,
    )) as Poured;
    const after = await metrics(session);
    const drawnPerSecond = await drawn(seconds);
    const last = overlay ? null : await lastShown(page, ended);
    const flown = overlay ? await flight(page, rate) : undefined;
    const spent = (...names: string[]) =>
      (names.reduce((sum, name) => sum + after(name) - before(name), 0) * 1000) / seconds;
    const elements = (await page.evaluate('flood.elements()')) as number;
    const heap = await heapOf(session);
    if (faults.length > 0) throw new Error(`${url}: ${faults[0]}`);
    const between = frames.slice(1).map((at, i) => at - frames[i]!);
    const long = frames[frames.length - 1]! - frames[0]!;
    return {
      fps: (between.length * 1000) / long,
      drawn: drawnPerSecond,
      smooth: between.filter(ms => ms <= FRAME_MS).length / between.length,
      longest: Math.max(...between),
      main: spent('TaskDuration'),
      script: spent('ScriptDuration'),
      layout: spent('LayoutDuration', 'RecalcStyleDuration'),
      last: last ?? undefined,
      elements,
      heap,
      messages,
      overlaps: flown?.overlaps ?? undefined,
      shown: flown?.counts?.shown,
      skipped: flown?.counts?.skipped,
      told: flown?.counts?.told,
      all: flown?.counts?.messages,
    };
  } finally {
    await browser.close();
  }
}

const lastShown = (page: Page, since: number) =>
  page.evaluate(`flood.lastShown(${since})`) as Promise<number | null>;

/** So many frames of a flood are looked at for lines that cover one another. That is not measured: it costs layout. */
const LOOKS = 120;

interface Flight {
  overlaps: number | null;
  counts: { shown: number; skipped: number; told: number; messages: number } | null;
}

async function flight(page: Page, rate: number): Promise<Flight> {
  const overlaps = page.evaluate(`flood.overlaps(${LOOKS})`) as Promise<number | null>;
  await page.evaluate(`flood.pour(${rate}, ${(LOOKS * 1000) / 60})`);
  return { overlaps: await overlaps, counts: (await page.evaluate('flood.counts()')) as Flight['counts'] };
}
