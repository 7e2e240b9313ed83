import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitted, inBox, MOST_SCALE, whole, zoomAt, type Place } from './zoom.js';

const side = fc.integer({ min: 50, max: 2000 });
const size = fc.record({ width: side, height: side });
const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const deeds = fc.array(fc.tuple(point, fc.double({ min: 0.2, max: 5, noNaN: true })), { maxLength: 8 });
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

test('what is under the finger stays under it', () => {
  fc.assert(
    fc.property(deeds, all => {
      let place: Place = whole;
      for (const [at, factor] of all) {
        const next = zoomAt(place, at, factor);
        near((at.x - place.x) / place.scale, (at.x - next.x) / next.scale);
        near((at.y - place.y) / place.scale, (at.y - next.y) / next.scale);
        assert.ok(next.scale >= 1 && next.scale <= MOST_SCALE);
        place = next;
      }
    }),
  );
});

test('nothing beside the picture is shown that could be picture', () => {
  fc.assert(
    fc.property(size, size, deeds, (box, natural, all) => {
      const picture = fitted(natural, box);
      near(Math.max(picture.width / box.width, picture.height / box.height), 1);
      let place: Place = whole;
      for (const [at, factor] of all) {
        place = inBox(zoomAt(place, at, factor), box, picture);
        for (const [away, length, room] of [
          [place.x, picture.width, box.width],
          [place.y, picture.height, box.height],
        ] as const) {
          const edge = (length * place.scale) / 2 - Math.abs(away);
          assert.ok(edge >= Math.min(room, length * place.scale) / 2 - 1e-6);
        }
      }
    }),
  );
});

test('the whole picture stands in the middle', () => {
  assert.deepEqual(
    inBox({ scale: 1, x: 40, y: -30 }, { width: 300, height: 400 }, { width: 300, height: 200 }),
    whole,
  );
  assert.deepEqual(fitted({ width: 0, height: 0 }, { width: 300, height: 400 }), { width: 300, height: 400 });
});
