import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { areaPath, columns, linePath, middles, placeAt, placeByKey } from './chart-shapes.js';

const frame = { left: 40, top: 10, width: 300, height: 100 };
const values = fc.array(fc.nat(5000), { minLength: 1, maxLength: 60 });

test('columns stand inside the frame, beside each other, as high as what they mean', () => {
  fc.assert(
    fc.property(values, counts => {
      const max = Math.max(1, ...counts);
      const bars = columns(counts, max, frame);
      bars.forEach((bar, index) => {
        assert.ok(bar.x >= frame.left - 0.01 && bar.x + bar.width <= frame.left + frame.width + 0.01);
        assert.ok(Math.abs(bar.y + bar.height - 110) < 0.02, 'stands on the foot');
        const exact = (counts[index]! / max) * 100;
        assert.ok(Math.abs(bar.height - (counts[index]! > 0 ? Math.max(1, exact) : 0)) < 0.02);
        const next = bars[index + 1];
        if (next) assert.ok(next.x >= bar.x + bar.width);
      });
    }),
  );
});

test('the only column of a chart is no wall', () => {
  assert.equal(columns([3], 3, frame)[0]!.width, 56);
});

test('a line goes through the middle of each place, and what is under it ends at the foot', () => {
  assert.deepEqual(middles(3, frame), [90, 190, 290]);
  assert.equal(linePath([0, 5, 10], 10, frame), 'M90 110L190 60L290 10');
  assert.equal(areaPath([0, 5, 10], 10, frame), 'M90 110L190 60L290 10L290 110L90 110z');
  assert.equal(linePath([10], 10, frame), 'M178 10h24');
  assert.equal(areaPath([10], 10, frame), '');
  assert.equal(linePath([], 1, frame), '');
});

test('a value above the scale stays inside the frame', () => {
  assert.equal(linePath([20, 1], 10, frame), 'M115 10L265 100');
});

test('a pointer means the place it is in, or the outermost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -100, max: 500 }), (count, x) => {
      const at = placeAt(x, count, frame);
      assert.ok(Number.isInteger(at) && at >= 0 && at < count);
      const middle = middles(count, frame)[at]!;
      if (x > 40 && x < 340) assert.ok(Math.abs(middle - x) <= 150 / count + 0.02);
    }),
  );
});

test('keys walk to the ends and no further', () => {
  const walk = (key: string, at = 5) => placeByKey(key, at, 12);
  assert.deepEqual([walk('ArrowLeft'), walk('ArrowRight'), walk('Home'), walk('End')], [4, 6, 0, 11]);
  assert.deepEqual([walk('PageUp'), walk('PageDown')], [7, 3]);
  assert.deepEqual([walk('ArrowLeft', 0), walk('ArrowRight', 11)], [0, 11]);
  assert.equal(walk('a'), undefined);
  assert.equal(walk('toString'), undefined);
});
