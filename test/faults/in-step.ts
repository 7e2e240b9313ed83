/**
 * What a player knows of the moment its picture was made, held against the clock that is drawn into the picture itself;
 * and what can be done with that: going back, captions, sound that comes apart, parts of segments.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultStream, StreamOptions } from '../../src/faults/index.js';
import type { DrivenBrowser } from './browsers.js';
import type { DrivenPage } from './run-row.js';
import { Stage } from './stage.js';

/** What page/watch.js tells. Times in s, `date` in ms since 1970. */
interface InStep {
  date?: number;
  errorS?: number;
  latencyS?: number;
  toldS?: number;
  currentTime: number;
  span?: { start: number; end: number };
  captions: { id: string; language: string }[];
  cues: { language: string; text: string }[];
  state: string;
  soundBytes: number;
  engines: string[];
}

/** Dates agree with the picture to this, s: a frame lasts 0.04 s. */
const GOOD_S = 0.1;
/** A browser that keeps its dates to itself is guessed at by what it fetches; on a busy machine by a segment of 1 s amiss. */
export const GUESSED_S = 1.1;
/** Without dates the edge of the playlist tells, and a segment is 1 s long. */
const ROUGH_S = 1.5;
const PATIENCE_MS = 20_000;
const EVERY_MS = 200;

interface Visit {
  stream: FaultStream;
  page: DrivenPage;
  look(): Promise<InStep>;
  until(what: string, good: (seen: InStep) => boolean): Promise<InStep>;
  /** The middle one of the errors of its dates while so many looks are taken, s. */
  errorS(looks?: number): Promise<number>;
  run(code: string): Promise<unknown>;
}

/** `dates`: those alone, where the browser plays by itself; `most`: how far they may be off in the middle, s. */
export function tryInStep(
  name: string,
  what: 'all' | 'dates',
  openBrowser: () => Promise<DrivenBrowser>,
  most = GOOD_S,
): void {
  void describe(name, { concurrency: 4 }, () => {
    let stage: Stage;
    let browser: DrivenBrowser;
    before(async () => {
      [stage, browser] = await Promise.all([Stage.open(), openBrowser()]);
    });
    after(() => Promise.all([stage.close(), browser.close()]));

    async function visit(
      options: StreamOptions,
      visited: (visit: Visit) => Promise<void>,
      attributes = '',
    ): Promise<void> {
      const { stream, url } = stage.makeStream('qunlive', { renditions: ['lo'], ...options });
      const page = await browser.open();
      try {
        await page.goto(`${url}${attributes}`);
        const look = async () =>
          ((await page.evaluate('window.inStep && window.player && inStep()')) ?? {}) as InStep;
        const until = async (what: string, good: (seen: InStep) => boolean) => {
          const end = Date.now() + PATIENCE_MS;
          let seen: InStep;
          do {
            seen = await look().catch(() => ({}) as InStep);
            if (good(seen)) return seen;
            await sleep(EVERY_MS);
          } while (Date.now() < end);
          throw new Error(`${name}: never ${what}: ${JSON.stringify(seen)}`);
        };
        const errorS = async (looks = 15) => {
          const errors: number[] = [];
          while (errors.length < looks) {
            const seen = await until('dated', one => one.errorS !== undefined);
            errors.push(Math.abs(seen.errorS!));
            await sleep(EVERY_MS);
          }
          return errors.sort((a, b) => a - b)[looks >> 1]!;
        };
        const run = (code: string) => page.evaluate(code);
        await until('playing', ({ state, currentTime }) => state === 'playing' && currentTime > 1);
        await visited({ stream, page, look, until, errorS, run });
      } finally {
        await page.close();
      }
    }

    const good = (errorS: number) => assert.ok(errorS <= most, `${name}: dates are off by ${errorS} s`);

    void test(`${name}: the picture's date is right, across a restart of the encoder and across a gap`, () =>
      visit({}, async ({ stream, errorS }) => {
        good(await errorS());
        stream.inflict({ kind: 'discontinuity' });
        good(await errorS(25));
        stream.inflict({ kind: 'encoder-drop', seconds: 2 });
        good(await errorS(40));
      }));

    void test(`${name}: an encoder's clock that is set wrong in mid-show changes nothing`, () =>
      visit({}, async ({ stream, errorS, run }) => {
        good(await errorS());
        // Asked all the time, as whoever presents a show by it does.
        await run('setInterval(() => player.playheadDate, 100)');
        stream.inflict({ kind: 'clock-skew', seconds: 5 });
        good(await errorS(25));
      }));

    if (what === 'dates') return;

    void test(`${name}: without dates, the edge of the playlist tells about when it was`, () =>
      visit({ undated: true }, async ({ errorS }) => {
        const error = await errorS();
        assert.ok(error <= ROUGH_S, `off by ${error} s`);
      }));

    void test(`${name}: a viewer goes back to a date, stays there, and comes back to the edge`, () =>
      visit({ windowSegments: 90 }, async ({ look, until, errorS, run }) => {
        const deep = ({ date: known, span: all }: InStep) =>
          known !== undefined && all !== undefined && all.end - all.start > 60;
        const { date, span } = await until('deep', deep);
        assert.ok(span);
        const wanted = date! - 40_000;
        await run(`player.seekToDate(${wanted})`);
        const back = await until('back then', one => one.date !== undefined && one.date < wanted + 3000);
        assert.ok(back.date! >= wanted - 500, `${back.date! - wanted} ms from where it was to go`);
        good(await errorS());
        // Longer than a watchdog waits before it brings those back who fell behind.
        await sleep(6000);
        const still = await look();
        assert.ok(still.toldS! > 38, `stays ${still.toldS} s late`);
        await run('player.seekToLive()');
        await until('live', one => one.toldS !== undefined && one.toldS < 6);
      }));

    void test(`${name}: captions are listed at once, and shown in step by an engine that comes for them`, () =>
      visit({ captions: true }, async ({ until, run }) => {
        const { captions, engines } = await until('listed', one => one.captions.length === 2);
        assert.deepEqual(
          engines.filter(engine => engine === 'hls-full'),
          [],
        );
        const chinese = captions.find(({ language }) => language === 'zh');
        await run(`player.caption = ${JSON.stringify(chinese?.id)}`);
        const shown = await until('captioned', one => one.cues.length > 0 && one.state === 'playing');
        assert.ok(shown.engines.includes('hls-full'));
        assert.ok(shown.cues.every(({ language }) => language === 'zh'));
        let best = Infinity;
        for (let i = 0; i < 5; i += 1) {
          const { cues, date } = await until(
            'captioned',
            one => one.cues.length > 0 && one.date !== undefined,
          );
          const second = Number(/\d+/.exec(cues[0]!.text)?.[0]);
          const apart = Math.abs(((date! / 1000) % 60) - (second + 0.5));
          best = Math.min(best, apart, 60 - apart);
          await sleep(EVERY_MS);
        }
        assert.ok(best < 0.75, `the caption is ${best} s from its second`);
        await run('player.caption = undefined');
        await until('silent again', one => one.cues.length === 0);
      }));

    void test(`${name}: sound with a playlist of its own is heard`, () =>
      visit({ audio: 'separate' }, async ({ until, errorS }) => {
        const { engines } = await until('heard', one => one.soundBytes > 0);
        assert.deepEqual([...new Set(engines)], ['hls-full']);
        good(await errorS());
      }));

    void test(`${name}: a CDN is told of requests, and a page's word counts on when pictures were made`, () =>
      visit(
        {},
        async ({ stream, until }) => {
          const { errorS } = await until('dated', one => one.errorS !== undefined && one.currentTime > 6);
          assert.ok(Math.abs(errorS! - 3) < ROUGH_S, `off by ${errorS} s in place of 3`);
          // The first of them are sent before there is an engine.
          const told = stream.requests.since().slice(-4);
          for (const { query, target } of told) {
            const expected = target === 'segment' ? /^bl=\d*0,br=75,(bs,)?cid=".*",mtp=\d*0,ot=av,/ : /ot=m,/;
            assert.match(query?.CMCD ?? '', expected);
          }
        },
        '&with=cmcd,pdt-offset&cmcd=query&pdt-offset=3000',
      ));

    void test(`${name}: a stream in parts is shown within less than whole segments would allow`, () =>
      visit({ lowLatency: true }, async ({ until, errorS }) => {
        good(await errorS());
        await until('near', one => one.latencyS !== undefined && one.latencyS < 3);
      }));
  });
}
