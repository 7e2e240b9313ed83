import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timeLine } from './chart-times.js';

const FIVE = 300_000;
const START = 5_666_400 * FIVE;
const span = (after: number, ...counts: number[]) => ({ at: START + after * FIVE, counts });

test('spans that were left out are there again, empty', () => {
  assert.deepEqual(timeLine([span(0, 3, 1), span(3, 2, 0)]), {
    spanMs: FIVE,
    spans: [span(0, 3, 1), span(1, 0, 0), span(2, 0, 0), span(3, 2, 0)],
  });
  assert.deepEqual(timeLine([]), { spanMs: FIVE, spans: [] });
});

test('a long time is put together into spans that people think in', () => {
  const day = Array.from({ length: 288 }, (_, index) => span(index, 1));
  const { spanMs, spans } = timeLine(day);
  assert.equal(spanMs, 30 * 60_000);
  assert.deepEqual(new Set(spans.map(({ counts }) => counts[0])), new Set([6]));
});

test('whatever comes, no count gets lost, no span is missing and there are not too many', () => {
  const counted = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 10 ** 8 }).map(n => n * FIVE),
      counts: fc.tuple(fc.nat(1000), fc.nat(1000)),
    }),
    { minLength: 1, maxLength: 50 },
  );
  fc.assert(
    fc.property(counted, fc.integer({ min: 5, max: 80 }), (given, most) => {
      const { spanMs, spans } = timeLine(given, FIVE, most);
      assert.ok(spans.length <= most, `${spans.length} of ${most}`);
      spans.forEach(({ at }, index) => assert.equal(at, spans[0]!.at + index * spanMs));
      for (const thing of [0, 1]) {
        const sum = (all: readonly { counts: readonly number[] }[]) =>
          all.reduce((total, { counts }) => total + counts[thing]!, 0);
        assert.equal(sum(spans), sum(given));
      }
    }),
  );
});
