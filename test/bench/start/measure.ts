import { openFirefox } from '../../faults/browsers.js';
import { launch } from '../../tools/browser.mjs';
import { line, type Profile } from '../profiles.js';
import { slowLine } from './slow-line.js';

/** What a page said of its first picture; times in ms since it was asked for. */
export interface Start {
  frame: number;
  /** The picture stood still for so long in the five seconds that followed. */
  stalled: number;
  /** Longest task before the frame, and what all tasks had above 50 ms; 0 in Firefox, which does not tell. */
  longest: number;
  blocked: number;
  /** kB that had come by then. */
  kB: number;
}

type Seen = Omit<Start, 'kB'> & { watched: number };

/** Longer than any of them needs on the slowest line, ms. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 50;

/** Asks until the page says so. */
async function until(evaluate: (code: string) => Promise<unknown>, key: 'frame' | 'watched'): Promise<Seen> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = (await evaluate('window.seen')) as Seen | undefined;
    if (seen?.[key]) return seen;
    if (Date.now() > end) throw new Error(`no ${key} in ${PATIENCE_MS / 1000} s: ${JSON.stringify(seen)}`);
    await new Promise(done => setTimeout(done, LOOK_MS));
  }
}

export type Measure = (port: number, path: string, profile: Profile) => Promise<Start>;

/** A new Chromium, slowed down by itself. */
export const inChromium: Measure = async (port, path, profile) => {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', line(profile));
    await client.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
    let bytes = 0;
    client.on('Network.dataReceived', event => (bytes += event.encodedDataLength));
    await page.goto(`http://127.0.0.1:${port}/${path}`, { waitUntil: 'commit' });
    const evaluate = (code: string) => page.evaluate(code);
    await until(evaluate, 'frame');
    const kB = bytes / 1024;
    return { ...(await until(evaluate, 'watched')), kB };
  } finally {
    await browser.close();
  }
};

/** A new Firefox behind a slow line; nothing slows its processor down. */
export const inFirefox =
  (program: string): Measure =>
  async (port, path, { down, latencyMs }) => {
    const slow = await slowLine(port, { ...(down && { down }), ...(latencyMs && { latencyMs }) });
    const browser = await openFirefox(program);
    try {
      const page = await browser.open();
      // Its frame is put up when all of the page has been loaded, which is later than what is measured.
      await page.goto(`http://127.0.0.1:${slow.port}/wall`);
      const before = slow.bytes;
      await page.evaluate(`location.replace('/${path}')`);
      const evaluate = (code: string) => page.evaluate(code).catch(() => undefined);
      await until(evaluate, 'frame');
      const kB = (slow.bytes - before) / 1024;
      return { ...(await until(evaluate, 'watched')), kB };
    } finally {
      await browser.close();
      await slow.close();
    }
  };
