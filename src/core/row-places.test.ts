import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { RowPlaces } from './row-places.js';

test('the line at a height is the one that stands there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }),
      fc.integer({ min: -50, max: 9000 }),
      (heights, y) => {
        const places = new RowPlaces(heights);
        const expected = heights.findIndex((_, index) => places.bottom(index) > y);
        assert.equal(places.lineAt(y), expected < 0 ? heights.length - 1 : expected);
        assert.equal(
          places.height,
          heights.reduce((sum, height) => sum + height, 0),
        );
        heights.forEach((height, index) => assert.equal(places.bottom(index) - places.top(index), height));
      },
    ),
  );
});

test('of no lines there is none', () => {
  const none = new RowPlaces();
  assert.deepEqual([none.lineAt(10), none.count, none.height], [-1, 0, 0]);
});
