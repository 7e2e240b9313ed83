import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { limits } from '../protocol/index.js';
import { Taps } from './taps.js';

describe('taps', () => {
  test('go together once a moment has gone by since the first', () => {
    const taps = new Taps();
    assert.equal(taps.dueAt, undefined);
    taps.add(1, 0);
    taps.add(1, 900);
    assert.equal(taps.dueAt, 1000);
    assert.equal(taps.take(1000), 2);
    assert.equal(taps.dueAt, undefined);
    taps.settle();
    assert.equal(taps.pending, 0);
    assert.equal(taps.dueAt, undefined);
  });

  test('go three seconds apart, at most so many at a time', () => {
    const taps = new Taps();
    taps.add(limits.reactions + 5, 0);
    assert.equal(taps.take(1000), limits.reactions);
    taps.add(1, 1100);
    taps.settle();
    assert.equal(taps.dueAt, 4000);
    assert.equal(taps.take(4000), 6);
    taps.settle();
    taps.add(1, 6900);
    assert.equal(taps.dueAt, 7900);
  });

  test('go again as they were when they did not get through, and ever later', () => {
    const taps = new Taps();
    taps.add(3, 0);
    taps.take(1000);
    taps.add(4, 1500);
    taps.putBack(2000, undefined, () => 1);
    assert.equal(taps.pending, 7);
    assert.equal(taps.dueAt, 5000);
    assert.equal(taps.take(5000), 3);
    taps.putBack(5000, undefined, () => 1);
    assert.equal(taps.dueAt, 11_000);
    taps.take(11_000);
    taps.putBack(11_000, 60_000, () => 0);
    assert.equal(taps.dueAt, 71_000);
    assert.equal(taps.take(71_000), 3);
    taps.settle();
    assert.equal(taps.take(74_000), 4);
  });

  test('are not taken beyond what may wait', () => {
    const taps = new Taps();
    const taken = Array.from({ length: 1000 }, (_, second) => taps.add(1, second));
    assert.equal(
      taken.reduce((sum, one) => sum + one),
      taps.pending,
    );
    assert.ok(taps.pending < 1000);
    assert.equal(taps.add(-5, 0), 0);
  });

  test('are all accepted in the end, each once, whatever happens on the way', () => {
    const step = fc.record({
      taps: fc.integer({ min: 0, max: 50 }),
      afterMs: fc.integer({ min: 0, max: 4000 }),
      outcome: fc.constantFrom('accepted', 'failed', 'late'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), steps => {
        const taps = new Taps();
        let [now, given, accepted, sent] = [0, 0, 0, -Infinity];
        const go = (accept: boolean) => {
          assert.ok(now - sent >= 3000, 'commands are three seconds apart');
          sent = now;
          const count = taps.take(now);
          assert.ok(count >= 1 && count <= limits.reactions);
          if (accept) accepted += count;
          if (accept) taps.settle();
          else taps.putBack(now);
        };
        for (const { taps: count, afterMs, outcome } of steps) {
          now += afterMs;
          given += taps.add(count, now);
          if (outcome !== 'late' && taps.dueAt !== undefined && taps.dueAt <= now) go(outcome === 'accepted');
          assert.equal(taps.pending, given - accepted);
        }
        while (taps.dueAt !== undefined) {
          now = Math.max(now, taps.dueAt);
          go(true);
        }
        assert.equal(accepted, given);
      }),
    );
  });
});
