import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { RecentMap } from './recent-map.js';

test('never more than it may hold, and what was set of late is there as it was set', () => {
  const steps = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('set', 'set', 'set', 'delete')), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(steps, fc.integer({ min: 2, max: 20 }), (all, most) => {
      const map = new RecentMap<number>(most);
      /** In the order they were last set. */
      const truth = new Map<string, number>();
      all.forEach(([n, what], i) => {
        const name = `n${n}`;
        truth.delete(name);
        if (what === 'set') {
          map.set(name, i);
          truth.set(name, i);
        } else map.delete(name);
        assert.ok(map.size <= most);
        const late = [...truth].slice(-(most >> 1));
        for (const [one, value] of late) assert.equal(map.get(one), value);
        for (let k = 0; k <= 30; k += 1) {
          const value = map.get(`n${k}`);
          if (value !== undefined) assert.equal(value, truth.get(`n${k}`));
        }
      });
    }),
  );
});

test('what was not set again between two turns is forgotten', () => {
  const map = new RecentMap<string>(100);
  map.set('a', 'first');
  map.set('b', 'first');
  map.turn();
  map.set('b', 'again');
  map.turn();
  assert.deepEqual([map.get('a'), map.get('b')], [undefined, 'again']);
  map.turn();
  assert.equal(map.size, 0);
});
