import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { backOffMs, retryMs } from './back-off.js';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('waits double, up to the longest, and no two viewers wait alike', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2000 }), random, (attempt, chance) => {
      const span = Math.min(30_000, 1000 * 2 ** Math.min(attempt, 30));
      const waitMs = backOffMs(attempt, { random: () => chance });
      assert.ok(waitMs >= span / 2 && waitMs <= span);
      assert.ok(Number.isInteger(waitMs));
    }),
  );
  assert.deepEqual(
    [0, 0.5, 0.999].map(chance => backOffMs(0, { random: () => chance })),
    [500, 750, 1000],
  );
});

test('a server that says when is never asked sooner, nor all at once', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.nat({ max: 600_000 }), random, (attempt, asked, chance) => {
      const waitMs = retryMs(attempt, asked, { random: () => chance });
      assert.ok(waitMs >= asked);
      assert.ok(waitMs >= backOffMs(attempt, { random: () => chance }));
    }),
  );
  assert.equal(retryMs(0, 10_000, { random: () => 0.8 }), 12_000);
  assert.equal(retryMs(0, undefined, { random: () => 0 }), 500);
});
