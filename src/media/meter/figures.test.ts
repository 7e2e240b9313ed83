import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Sample } from './journal.js';
import { Remedies } from './remedies.js';
import { Samples } from './samples.js';
import { Spread } from './spread.js';

const sample = (more: Partial<Sample> = {}): Sample => ({
  live: true,
  engine: 'hls',
  muted: true,
  wanted: true,
  latencyS: undefined,
  quality: undefined,
  droppedFrames: undefined,
  totalFrames: undefined,
  ...more,
});

describe('a spread of values', () => {
  it('knows its quantiles to a tenth', () => {
    const spread = new Spread();
    for (let i = 1; i <= 100; i += 1) spread.add(i / 10);
    expect([spread.quantile(0.5), spread.quantile(0.95), spread.quantile(1)]).to.eql([5, 9.5, 10]);
    expect(new Spread().quantile(0.5)).to.equal(undefined);
  });

  it('agrees with sorting, whatever the values', () => {
    const values = fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.5, 0.95), (tenths, share) => {
        const spread = new Spread();
        for (const one of tenths) spread.add(one / 10);
        const sorted = [...tenths].sort((a, b) => a - b);
        expect(spread.quantile(share)).to.equal(sorted[Math.ceil(share * sorted.length) - 1]! / 10);
      }),
    );
  });

  it('takes in anything', () => {
    const spread = new Spread();
    for (const value of [NaN, -4, Infinity]) spread.add(value);
    expect([spread.quantile(0.5), spread.quantile(1)]).to.eql([0, 600]);
  });
});

describe('samples of a playback', () => {
  it('weigh the bitrate by how long it was shown, and count changes', () => {
    const samples = new Samples();
    samples.add(sample({ quality: { id: 'hi', bitrate: 2_000_000 } }), 3000);
    samples.add(sample({ quality: { id: 'lo', bitrate: 400_000 } }), 1000);
    samples.add(sample({ quality: { id: 'lo', bitrate: 400_000 } }), 0);
    expect(samples.figures).to.eql({ bitrate: 1_600_000, switches: 1 });
  });

  it('count frames over sources that were opened anew', () => {
    const samples = new Samples();
    samples.add(sample({ droppedFrames: 1, totalFrames: 100 }), 0);
    samples.add(sample({ droppedFrames: 2, totalFrames: 200 }), 0);
    samples.add(sample({ droppedFrames: 1, totalFrames: 40 }), 0);
    expect(samples.figures.droppedRatio).to.equal(3 / 240);
  });

  it('look at the delay of a live picture while it moves', () => {
    const samples = new Samples();
    for (const latencyS of [3, 3, 9]) samples.add(sample({ latencyS }), 1000);
    samples.add(sample({ latencyS: 60 }), 0);
    samples.add(sample({ latencyS: 60, live: false }), 1000);
    expect(samples.figures.latencyS).to.eql({ p50: 3, p95: 9 });
  });
});

describe('remedies', () => {
  it('are told with what came of them', () => {
    const told: string[] = [];
    const remedies = new Remedies((remedy, outcome, ms) => told.push(`${remedy} ${outcome} ${ms}`));
    remedies.settle('moving', 0);
    remedies.try('resume', 1000);
    remedies.try('reopen', 3000);
    remedies.settle('moving', 4500);
    remedies.try('reopen', 9000);
    remedies.settle('failed', 9100);
    expect(told).to.eql(['resume another 2000', 'reopen moving 1500', 'reopen failed 100']);
    expect(remedies.counts).to.eql({ resume: { another: 1 }, reopen: { moving: 1, failed: 1 } });
  });
});
