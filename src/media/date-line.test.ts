import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { DateLine, type Stretch } from './date-line.js';

const NOON = Date.UTC(2026, 2, 28, 12);
const piece = (start: number, date: number, length = 2): Stretch => ({ start, end: start + length, date });

describe('media time and dates', () => {
  it('are unknown without any', () => {
    const line = new DateLine();
    line.learn([]);
    expect(line.known).to.equal(false);
    expect(line.dateAt(1)).to.equal(undefined);
    expect(line.timeAt(NOON)).to.equal(undefined);
  });

  it('run together within a stretch, and beyond what is known', () => {
    const line = new DateLine();
    line.learn([piece(10, NOON), piece(12, NOON + 2000)]);
    for (const s of [-3, 0, 1.5, 3, 9]) {
      expect(line.dateAt(10 + s)).to.equal(NOON + s * 1000);
      expect(line.timeAt(NOON + s * 1000)).to.equal(10 + s);
    }
  });

  it('jump where nothing was made, and a date of the gap is where the picture goes on', () => {
    const line = new DateLine();
    line.learn([piece(10, NOON), piece(12, NOON + 60_000)]);
    expect(line.dateAt(11.9)).to.equal(NOON + 1900);
    expect(line.dateAt(12.5)).to.equal(NOON + 60_500);
    expect(line.timeAt(NOON + 30_000)).to.equal(12);
    expect(line.timeAt(NOON + 61_000)).to.equal(13);
  });

  it('stay known after they have left the playlist', () => {
    const line = new DateLine();
    line.learn([piece(0, NOON), piece(2, NOON + 50_000)]);
    line.learn([piece(4, NOON + 52_000), piece(6, NOON + 54_000)]);
    expect(line.dateAt(1)).to.equal(NOON + 1000);
    expect(line.dateAt(5)).to.equal(NOON + 53_000);
  });

  it('are corrected where it turns out that a segment lies elsewhere', () => {
    const line = new DateLine();
    line.learn([piece(0, NOON), piece(2, NOON + 2000)]);
    line.learn([piece(0.2, NOON), piece(2.2, NOON + 2000)]);
    expect(line.dateAt(2.2)).to.equal(NOON + 2000);
    expect(line.dateAt(1.2)).to.equal(NOON + 1000);
  });

  it('find back to one another, whatever breaks there are', () => {
    const stretches = fc
      .array(fc.record({ length: fc.integer({ min: 1, max: 30 }), gap: fc.integer({ min: 0, max: 600 }) }), {
        minLength: 1,
        maxLength: 12,
      })
      .map(list => {
        let start = 0;
        let date = NOON;
        return list.map(({ length, gap }) => {
          const made = { start, end: start + length, date };
          start += length;
          date += (length + gap) * 1000;
          return made;
        });
      });
    fc.assert(
      fc.property(stretches, fc.double({ min: 0, max: 1, noNaN: true }), (made, share) => {
        const line = new DateLine();
        line.learn(made);
        const time = share * (made[made.length - 1]!.end - 0.001);
        expect(line.timeAt(line.dateAt(time)!)).to.be.closeTo(time, 1e-6);
      }),
    );
  });
});
