import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import type { Segment, Tick } from '../protocol/index.js';
import { SegmentPace } from './segment-pace.js';

const from = 1_800_000_000_000;
const flash = { left: 3, held: 1, sold: 2, waiting: 0, served: 0 };
const segment = (...ages: number[]): Segment => ({
  ...{
    v: 1,
    room: 'spring',
    epoch: 'e1',
    edition: 0,
    next: 0,
    n: 1,
    from,
    to: from + 4000,
    after: 0,
    seq: 3,
  },
  ...{ events: [], more: 2, left: { plain: 1 }, sales: { flash }, online: 7, likes: 9 },
  comments: ages.map(age => ({
    id: `m${age}`,
    from: { id: 'v', role: 'viewer' },
    text: 'x',
    at: from + age,
  })),
});

let told: Tick[];
let pace: SegmentPace;
const words = () => told.map(({ comments }) => comments.map(({ id }) => id));

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: from });
  told = [];
  pace = new SegmentPace(tick => told.push(tick));
});
afterEach(() => mock.timers.reset());

describe('a segment', () => {
  test('is told as ticks: figures at once, words over as long as they took', () => {
    pace.take(segment(0, 100, 1200, 3900), 4000);
    assert.deepEqual(words(), [['m0', 'm100']]);
    const { seq, online, likes, more, left, sales } = told[0]!;
    assert.deepEqual([seq, online, likes, more, left, sales], [3, 7, 9, 2, { plain: 1 }, { flash }]);
    mock.timers.tick(1000);
    assert.deepEqual(words().slice(1), [['m1200']]);
    mock.timers.tick(2500);
    assert.deepEqual(words().slice(2), [['m3900']]);
    assert.equal(told[2]!.more, 0);
  });

  test('is told at once to somebody who catches up, and before the next one', () => {
    pace.take(segment(0, 3900), 0);
    assert.deepEqual(words(), [['m0', 'm3900']]);
    pace.take(segment(1, 3901), 4000);
    pace.take(segment(2), 4000);
    assert.deepEqual(words().slice(1), [['m1'], ['m3901'], ['m2']]);
  });

  test('is told to nobody any more once the room is left', () => {
    pace.take(segment(0, 3900), 4000);
    pace.stop();
    mock.timers.tick(10_000);
    assert.equal(told.length, 1);
  });
});
