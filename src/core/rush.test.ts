import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rushDelayMs } from './rush.js';

const OPENS = 1_000_000_000_000;

test('a tap in the rush of an opening waits a random part of the advised time; one later on goes at once', () => {
  const opening = { opensAt: OPENS, spreadMs: 2000 };
  assert.equal(
    rushDelayMs(opening, OPENS, () => 0.5),
    1000,
  );
  assert.equal(
    rushDelayMs(opening, OPENS + 1999, () => 0.5),
    1000,
  );
  assert.equal(
    rushDelayMs(opening, OPENS + 2000, () => 0.5),
    0,
  );
  assert.equal(
    rushDelayMs({ opensAt: OPENS }, OPENS, () => 0.5),
    0,
  );
  assert.equal(
    rushDelayMs({ opensAt: null, spreadMs: 9 }, OPENS, () => 0.5),
    0,
  );
});

test('nobody waits longer than advised', () => {
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.integer({ min: -5000, max: 10_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (spreadMs, since, chance) => {
        const delay = rushDelayMs({ opensAt: OPENS, spreadMs }, OPENS + since, () => chance);
        assert.ok(delay >= 0 && delay <= spreadMs);
        assert.equal(Number.isInteger(delay), true);
      },
    ),
  );
});
