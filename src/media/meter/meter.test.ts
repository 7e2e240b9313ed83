import { expect, waitUntil } from '@open-wc/testing';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import type { Metric } from '../../core/metric.js';
import { QunError } from '../../protocol/index.js';
import { Journal, type JournalOptions, type Note, type Sample } from './journal.js';
import { Meter } from './meter.js';

const sample: Sample = {
  live: true,
  engine: 'hls',
  muted: true,
  wanted: true,
  latencyS: 3,
  quality: { id: 'hi', bitrate: 1_000_000 },
  droppedFrames: 0,
  totalFrames: 25,
};

interface Desk extends JournalOptions {
  readonly told: Metric[];
}

function desk(more: Partial<JournalOptions> = {}): Desk {
  const told: Metric[] = [];
  return {
    intent: { wantedAt: 1000, refused: false },
    autoplay: false,
    sample: () => sample,
    tell: metric => told.push(metric),
    told,
    ...more,
  };
}

const meters: Meter[] = [];

/** A meter that reads notes of long ago, so that only they count. */
function read(options: Desk, notes: readonly Note[]): Meter {
  const meter = new Meter(options, notes);
  meters.push(meter);
  return meter;
}

describe('a meter', () => {
  afterEach(() => {
    for (const meter of meters.splice(0)) meter.stop();
  });

  it('tells how it started, step by step', () => {
    const options = desk({ autoplay: true });
    read(options, [
      { at: 900, step: 'script' },
      { at: 1200, step: 'entry' },
      { at: 1300, step: 'playlist' },
      { at: 1500, step: 'segment' },
      { at: 1550, step: 'canPlay' },
      { at: 1600, moment: 'moving' },
      { at: 2500, step: 'engine' },
      { at: 2600, moment: 'moving' },
    ]);
    const [start, ...more] = options.told;
    expect(start).to.deep.include({
      name: 'start',
      outcome: 'playing',
      ms: 600,
      ahead: true,
      autoplay: 'muted',
    });
    const steps = { script: 0, entry: 200, playlist: 300, segment: 500, canPlay: 550 };
    expect(start).to.deep.include({ live: true, engine: 'hls', steps });
    expect(more).to.eql([]);
  });

  it('tells of a start that waited for a tap', () => {
    const intent = { wantedAt: 5000, refused: true };
    const options = desk({ intent, autoplay: true });
    read(options, [
      { at: 1500, step: 'engine' },
      { at: 5100, moment: 'moving' },
    ]);
    expect(options.told[0]).to.deep.include({
      ms: 100,
      autoplay: 'refused',
      ahead: false,
      steps: { engine: 0 },
    });
  });

  it('tells of an error before the picture, and what came after it was mended', () => {
    const options = desk();
    const error = new QunError('stream-unreachable');
    const meter = read(options, [
      { at: 2000, error },
      { at: 9000, moment: 'moving' },
    ]);
    meter.read({ at: 9500, moment: 'over' });
    const [told, start, summary] = options.told;
    expect(told).to.deep.include({ name: 'error', code: 'stream-unreachable', started: false });
    expect(start).to.deep.include({ name: 'start', outcome: 'failed', ms: 1000, code: 'stream-unreachable' });
    expect(summary).to.deep.include({ name: 'summary', because: 'end', playedMs: 500 });
  });

  it('tells of those who did not wait, and not of those who never asked', () => {
    const waiting = desk({ intent: { wantedAt: performance.now() - 3000, refused: false } });
    new Meter(waiting, []).stop();
    expect(waiting.told.map(({ name }) => name)).to.eql(['start']);
    expect(waiting.told[0]).to.include({ outcome: 'left' });
    const idle = desk({ intent: { wantedAt: undefined, refused: false } });
    new Meter(idle, []).stop();
    expect(idle.told).to.eql([]);
  });

  it('tells of stalls, of what was done about them, and of the whole', () => {
    const options = desk();
    const meter = read(options, [
      { at: 1600, moment: 'moving' },
      { at: 4600, moment: 'standing' },
      { at: 5000, remedy: 'resume' },
      { at: 5600, moment: 'moving' },
      { at: 6600, moment: 'over' },
    ]);
    meter.stop();
    const [, recovery, stall, summary] = options.told;
    expect(recovery).to.deep.include({ name: 'recovery', remedy: 'resume', outcome: 'moving', ms: 600 });
    expect(stall).to.deep.include({ name: 'stall', ms: 1000 });
    const whole = { startMs: 600, playedMs: 4000, stalledMs: 1000, stalls: 1, stallRatio: 0.2 };
    expect(summary).to.deep.include({ name: 'summary', because: 'end', ...whole, switches: 0 });
    expect(summary).to.deep.include({ bitrate: 1_000_000, latencyS: { p50: 3, p95: 3 }, droppedRatio: 0 });
    expect(summary).to.deep.include({ recoveries: { resume: { moving: 1 } } });
    expect(new Set(options.told.map(({ watch }) => watch)).size).to.equal(1);
  });

  it('sums up after every minute that was watched', () => {
    const options = desk();
    const notes = Array.from({ length: 13 }, (_, i): Note => ({
      at: 2000 + i * 5000,
      moment: i ? 'tick' : 'moving',
    }));
    read(options, notes);
    const sums = options.told.filter(({ name }) => name === 'summary');
    expect(sums).to.have.length(1);
    expect(sums[0]).to.include({ because: 'minute', playedMs: 60_000 });
  });

  it('sums up when the page goes, and goes on where it comes back', () => {
    const options = desk();
    const meter = read(options, [
      { at: 1600, moment: 'moving' },
      { at: 4600, moment: 'paused' },
    ]);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(options.told.map(({ name }) => name)).to.eql(['start', 'summary']);
    expect(options.told[1]).to.include({ because: 'left', playedMs: 3000 });
    meter.read({ at: performance.now(), moment: 'moving' });
    expect(options.told).to.have.length(2);
  });

  it('sums up when the page goes into the background, which phones may not outlive', () => {
    const options = desk();
    const meter = read(options, [
      { at: 1600, moment: 'moving' },
      { at: 4600, moment: 'paused' },
    ]);
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    delete (document as { visibilityState?: unknown }).visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(options.told.slice(1)).to.have.length(1);
    expect(options.told[1]).to.include({ because: 'hidden', playedMs: 3000 });
    meter.stop();
  });

  it('leaves nothing', () => {
    const watched = watchListeners(document, window);
    const meter = new Meter(desk(), [{ at: 1600, moment: 'moving' }]);
    meter.stop();
    watched.stop();
    expect(watched.left()).to.eql([]);
  });
});

describe('a journal', () => {
  it('is read by a meter that came later, from its beginning', async () => {
    const options = desk({ intent: { wantedAt: performance.now(), refused: false } });
    const journal = new Journal(options, undefined);
    journal.write({ step: 'engine' });
    journal.write({ moment: 'moving' });
    await waitUntil(() => options.told.length > 0);
    journal.write({ moment: 'over' });
    journal.close();
    expect(options.told.map(({ name }) => name)).to.eql(['start', 'summary', 'summary']);
    expect(options.told[0]).to.deep.include({ ahead: false, outcome: 'playing' });
  });

  it('brings no meter for those who leave at once', () => {
    const options = desk();
    const journal = new Journal(options, undefined);
    journal.close();
    journal.write({ moment: 'moving' });
    expect(options.told).to.eql([]);
  });
});
