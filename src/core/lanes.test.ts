import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Lanes, type Pass } from './lanes.js';

const pass = (more: Partial<Pass> = {}): Pass => ({
  at: 0,
  from: 400,
  speed: 0.1,
  length: 100,
  gap: 20,
  ...more,
});
const lanes = (count: number) => Object.assign(new Lanes(), { count });

describe('lanes', () => {
  test('are entered from the first one on', () => {
    const three = lanes(3);
    for (const expected of [0, 1, 2, undefined]) {
      const lane = three.free(0, 400, 0.1);
      assert.equal(lane, expected);
      if (lane !== undefined) three.enter(lane, pass());
    }
  });

  test('are free again once a line is in with its tail and a gap', () => {
    const one = lanes(1);
    one.enter(0, pass());
    assert.equal(one.nextFree(400, 0.1), 1200);
    assert.equal(one.free(1199, 400, 0.1), undefined);
    assert.equal(one.free(1200, 400, 0.1), 0);
  });

  test('are free for a faster line only when it cannot catch up', () => {
    const one = lanes(1);
    one.enter(0, pass());
    // The slow one leaves at 5000; twice as fast, the way but for the gap takes 1900.
    assert.equal(one.nextFree(400, 0.2), 3100);
    assert.equal(one.free(5000, 400, 1e6), 0);
  });

  test('are free for a slower line as for one of the same speed', () => {
    const one = lanes(1);
    one.enter(0, pass());
    assert.equal(one.nextFree(400, 0.01), 1200);
  });

  test('wait for what was further out before the picture became narrower', () => {
    const one = lanes(1);
    one.enter(0, pass());
    assert.equal(one.nextFree(200, 0.1), 3200);
  });

  test('hold a line that stands until its time is over', () => {
    const one = lanes(1);
    one.hold(0, 4000);
    assert.equal(one.free(3999, 400, 0.1), undefined);
    assert.equal(one.free(4000, 400, 0.1), 0);
  });

  test('keep what is in them when others come or go', () => {
    const some = lanes(2);
    some.enter(0, pass());
    some.count = 1;
    assert.equal(some.free(0, 400, 0.1), undefined);
    some.count = 2;
    assert.equal(some.free(0, 400, 0.1), 1);
    some.clear();
    assert.equal(some.free(0, 400, 0.1), 0);
    some.count = 0;
    assert.equal(some.free(0, 400, 0.1), undefined);
    assert.equal(some.nextFree(400, 0.1), Infinity);
  });
});

/** What one viewer does and is sent, in any order: the picture's width, the speed and the number of lanes change meanwhile. */
const flood = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 1500 }),
    length: fc.integer({ min: 1, max: 900 }),
    width: fc.integer({ min: 100, max: 1200 }),
    speed: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
    gap: fc.integer({ min: 0, max: 300 }),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 80 },
);

const head = ({ at, from, speed }: Pass, time: number) => from - speed * (time - at);
const goneAt = ({ at, from, length, speed }: Pass) => at + (from + length) / speed;

describe('whatever comes', () => {
  test('no two lines of a lane ever touch', () => {
    fc.assert(
      fc.property(flood, steps => {
        const road = new Lanes();
        const flown: Pass[][] = [[], [], [], []];
        let now = 0;
        for (const { afterMs, length, width, speed, gap, count } of steps) {
          now += afterMs;
          road.count = count;
          const lane = road.free(now, width, speed);
          if (lane === undefined) continue;
          const line: Pass = { at: now, from: width, speed, length, gap };
          road.enter(lane, line);
          flown[lane]!.push(line);
        }
        for (const lane of flown) {
          for (const [index, line] of lane.entries()) {
            for (const before of lane.slice(0, index)) {
              // Both move evenly, so that they are nearest at the beginning or at the end of the time both are there.
              for (const time of [line.at, Math.min(goneAt(before), goneAt(line))]) {
                if (time > goneAt(before) || time < line.at) continue;
                const tail = head(before, time) + before.length;
                assert.ok(head(line, time) >= tail - 1e-6, `${head(line, time)} is before ${tail}`);
              }
            }
          }
        }
      }),
    );
  });

  test('the time said for the next free lane is the first at which there is one', () => {
    fc.assert(
      fc.property(
        flood,
        fc.integer({ min: 100, max: 1200 }),
        fc.double({ min: 0.02, max: 0.6, noNaN: true }),
        (steps, from, speed) => {
          const road = lanes(3);
          let now = 0;
          for (const { afterMs, length, width, speed: own, gap } of steps) {
            now += afterMs;
            const lane = road.free(now, width, own);
            if (lane !== undefined) road.enter(lane, { at: now, from: width, speed: own, length, gap });
          }
          const next = road.nextFree(from, speed);
          if (next === -Infinity) return;
          assert.notEqual(road.free(next, from, speed), undefined);
          assert.equal(road.free(next - 1e-3, from, speed), undefined);
        },
      ),
    );
  });
});
