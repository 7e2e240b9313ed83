import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chartScale } from './chart-scale.js';

const counts = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { maxLength: 40 });

test('a scale holds every value, in few steps that people count in', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 6 }), (values, lines) => {
      const { max, step, ticks } = chartScale(values, lines);
      const most = Math.max(0, ...values);
      assert.ok(max >= most && max - most < step + (most === 0 ? 1 : 0), `${max} for ${most}`);
      assert.ok(ticks.length - 1 <= lines, `${ticks.length - 1} lines`);
      assert.match(String(step), /^[125]0*$/);
      assert.equal(ticks[0], 0);
      assert.equal(ticks[ticks.length - 1], max);
    }),
  );
});

test('it reads as one would draw it by hand', () => {
  const ticks = (...values: number[]) => chartScale(values).ticks;
  assert.deepEqual(ticks(), [0, 1]);
  assert.deepEqual(ticks(3), [0, 1, 2, 3]);
  assert.deepEqual(ticks(7, 2), [0, 2, 4, 6, 8]);
  assert.deepEqual(ticks(100), [0, 50, 100]);
  assert.deepEqual(ticks(1200), [0, 500, 1000, 1500]);
  assert.deepEqual(ticks(4), [0, 1, 2, 3, 4]);
});
