import { expect } from '@open-wc/testing';
import { DateLine } from './date-line.js';
import { PlayheadDate, type PlayheadSight } from './playhead-date.js';

const NOON = Date.UTC(2026, 2, 28, 12);

/** A live viewer four seconds late, whose stream says that it was made at `made` at media time 0. */
function stage(made: number | undefined) {
  const wishes = { quality: undefined, caption: undefined, saveData: false, pdtOffsetMs: 0, now: () => NOON };
  const dates = new DateLine();
  const learn = (date: number) => dates.learn([{ start: 0, end: 1000, date }]);
  if (made !== undefined) learn(made);
  const playhead = new PlayheadDate(wishes);
  const sight = (changes: Partial<PlayheadSight> = {}): PlayheadSight => ({
    ...{ time: 10, dates, live: true, distanceS: 3, behindByChoice: false },
    ...changes,
  });
  return { wishes, learn, playhead, sight };
}

describe('the date of the picture', () => {
  it("is the stream's own", () => {
    const { playhead, sight } = stage(NOON - 14_000);
    expect(playhead.read(sight())).to.equal(NOON - 4000);
  });

  it('counts what the encoder is known to be wrong by', () => {
    const { playhead, sight, wishes } = stage(NOON - 14_000);
    wishes.pdtOffsetMs = -1500;
    expect(playhead.read(sight())).to.equal(NOON - 5500);
  });

  it('is told by the live edge where the stream has none, or none that can be true', () => {
    for (const made of [undefined, NOON + 3_600_000, NOON - 3_600_000]) {
      const { playhead, sight } = stage(made);
      expect(playhead.read(sight())).to.equal(NOON - 3000);
    }
  });

  it('is not known of a recording without dates, nor of a live stream without an edge', () => {
    const { playhead, sight } = stage(undefined);
    expect(playhead.read(sight({ live: false }))).to.equal(undefined);
    expect(playhead.read(sight({ distanceS: undefined }))).to.equal(undefined);
  });

  it('may be long ago in a recording, and for a viewer who went back', () => {
    const { playhead, sight } = stage(NOON - 3_600_000);
    expect(playhead.read(sight({ live: false }))).to.equal(NOON - 3_590_000);
    expect(playhead.read(sight({ behindByChoice: true }))).to.equal(NOON - 3_590_000);
  });

  it('goes on when the clock of the encoder is set wrong in mid-show', () => {
    const { playhead, sight, learn } = stage(NOON - 14_000);
    playhead.read(sight());
    learn(NOON + 3_600_000);
    expect(playhead.read(sight({ time: 12 }))).to.equal(NOON - 2000);
  });

  it('does not run back while the picture runs on, unless by much', () => {
    const { playhead, sight, learn } = stage(NOON - 14_000);
    expect(playhead.read(sight())).to.equal(NOON - 4000);
    learn(NOON - 14_300);
    expect(playhead.read(sight({ time: 10.1 }))).to.equal(NOON - 4000);
    expect(playhead.read(sight({ time: 10.5 }))).to.equal(NOON - 3800);
    learn(NOON - 20_000);
    expect(playhead.read(sight({ time: 10.6 }))).to.equal(NOON - 9400);
  });

  it('runs back with a viewer who goes back', () => {
    const { playhead, sight } = stage(NOON - 14_000);
    playhead.read(sight());
    expect(playhead.read(sight({ time: 9.5 }))).to.equal(NOON - 4500);
  });
});
