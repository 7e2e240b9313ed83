import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { QunError } from '../../protocol/index.js';
import { addressName, RateLimit } from './rate-limit.js';

const waitOf = (limit: RateLimit, name: string): number => {
  try {
    limit.take(name);
    return 0;
  } catch (error) {
    return (error as QunError).retryAfterMs!;
  }
};

test('so many at once, then one by one, each name for itself', () => {
  let now = 0;
  const limit = new RateLimit({ everyMs: 1000, burst: 3, now: () => now });
  assert.deepEqual(
    [1, 2, 3, 4].map(() => waitOf(limit, 'a')),
    [0, 0, 0, 1000],
  );
  assert.equal(waitOf(limit, 'b'), 0);
  now = 400;
  assert.equal(waitOf(limit, 'a'), 600);
  now = 1000;
  assert.deepEqual(
    [1, 2].map(() => waitOf(limit, 'a')),
    [0, 1000],
  );
  now = 60_000;
  assert.deepEqual(
    [1, 2, 3, 4].map(() => waitOf(limit, 'a')),
    [0, 0, 0, 1000],
  );
});

test('whenever somebody asks, the wait it was told is enough, and the long run is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(900), { minLength: 1, maxLength: 200 }), pauses => {
      let now = 0;
      let taken = 0;
      const limit = new RateLimit({ everyMs: 500, burst: 4, now: () => now });
      for (const pause of pauses) {
        now += pause;
        const wait = waitOf(limit, 'a');
        if (wait > 0) {
          now += wait;
          assert.equal(waitOf(limit, 'a'), 0);
        }
        taken += 1;
        assert.ok(taken <= 4 + now / 500);
      }
    }),
  );
});

test('memory is bounded, whoever comes', () => {
  let now = 0;
  const limit = new RateLimit({ everyMs: 1000, burst: 3, maxNames: 100, now: () => now });
  for (let i = 0; i < 10_000; i += 1) limit.take(`name ${i}`);
  assert.ok(limit.size <= 100);
  now = 10_000;
  limit.take('later');
  assert.equal(limit.size, 1);
});

test('one home is one name', () => {
  assert.equal(addressName('203.0.113.9'), '203.0.113.9');
  assert.equal(addressName('::ffff:203.0.113.9'), '203.0.113.9');
  assert.equal(addressName('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
  assert.equal(addressName('2001:db8:1:2::9'), '2001:db8:1:2');
  assert.equal(addressName('2001:db8::9'), '2001:db8:0:0');
  assert.equal(addressName('::1'), '0:0:0:0');
});
