import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { turnMs } from './spread.js';

test('only what is asked in the first moments waits, and never longer than those', () => {
  const half = () => 0.5;
  assert.equal(turnMs({ opensAt: 1000, spreadMs: 800 }, 1000, half), 400);
  assert.equal(turnMs({ opensAt: 1000, spreadMs: 800 }, 1799, half), 400);
  assert.equal(turnMs({ opensAt: 1000, spreadMs: 800 }, 1800, half), 0);
  assert.equal(turnMs({ opensAt: 1000, spreadMs: 800 }, 999, half), 0);
  assert.equal(turnMs({ opensAt: 1000 }, 1000, half), 0);
  assert.equal(turnMs({ opensAt: null, spreadMs: 800 }, 1000, half), 0);
});

test('whatever the server advises, nobody waits longer than that', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), fc.nat(10_000), (opensAt, spreadMs, now) => {
      const wait = turnMs({ opensAt, spreadMs }, now);
      assert.ok(wait === 0 || wait < spreadMs);
    }),
  );
});
