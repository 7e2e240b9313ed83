import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ServerClock } from './server-clock.js';

const HOUR = 3_600_000;

test('a phone that is an hour wrong counts down like any other', () => {
  let local = 5_000_000;
  const clock = new ServerClock(() => local);
  clock.sample(local + HOUR + 40, local, local + 80);
  assert.equal(clock.offsetMs, HOUR);
  local += 1000;
  assert.equal(clock.now(), local + HOUR);
});

test('the answer that was quickest is believed', () => {
  const clock = new ServerClock(() => 0);
  clock.sample(10_000, 0, 4000);
  clock.sample(10_050, 0, 100);
  clock.sample(13_000, 0, 2000);
  assert.equal(clock.offsetMs, 10_000);
});

test('it is never further off than half of the quickest round trip', () => {
  const trips = fc.array(fc.record({ there: fc.nat({ max: 3000 }), back: fc.nat({ max: 3000 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.integer({ min: -HOUR, max: HOUR }), trips, (offset, samples) => {
      const clock = new ServerClock(() => 0);
      samples.forEach(({ there, back }, at) => {
        const sentAt = 1_000_000 + at * 10_000;
        clock.sample(sentAt + there + offset, sentAt, sentAt + there + back);
      });
      const quickest = Math.min(...samples.map(({ there, back }) => there + back));
      assert.ok(Math.abs(clock.offsetMs - offset) <= quickest / 2);
    }),
  );
});

test('a round trip in which the local clock was set back says nothing', () => {
  const clock = new ServerClock(() => 0);
  clock.sample(1000, 500, 400);
  assert.equal(clock.known, false);
  clock.sample(Number.NaN, 0, 10);
  assert.equal(clock.known, false);
});

test('after a jump the old offset serves until something better is known, and no longer', () => {
  const clock = new ServerClock(() => 0);
  clock.sample(1000, 0, 0);
  clock.reset();
  assert.equal(clock.known, false);
  assert.equal(clock.offsetMs, 1000);
  clock.sample(9000, 0, 2000);
  assert.equal(clock.offsetMs, 8000);
});
