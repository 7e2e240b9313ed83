import assert from 'node:assert/strict';
import test from 'node:test';
import type { Viewer } from '../room/viewer.js';
import { Happenings } from './happenings.js';

const viewer = (id: string, name?: string): Viewer => ({ id, role: 'viewer', name, since: 0 });

test('the same is told every three seconds at most, as a figure with one name', () => {
  const happenings = new Happenings(() => true);
  assert.deepEqual(happenings.take(0), []);
  happenings.came(viewer('a', 'Li'));
  happenings.came(viewer('b'));
  assert.deepEqual(happenings.take(0), [{ kind: 'came', count: 2, name: 'Li' }]);
  happenings.came(viewer('c'));
  assert.deepEqual(happenings.take(2999), []);
  happenings.came(viewer('d'));
  assert.deepEqual(happenings.take(3000), [{ kind: 'came', count: 2 }]);
});

test('a viewer wants a product once a minute; the two most wanted are told', () => {
  const happenings = new Happenings(() => true);
  for (const [id, product] of [
    ['a', 'tea'],
    ['a', 'tea'],
    ['b', 'cup'],
    ['a', 'cup'],
    ['c', 'cup'],
    ['a', 'pot'],
    ['b', 'tea'],
  ] as const) {
    happenings.wants(viewer(id), product, 0);
  }
  assert.deepEqual(happenings.take(0), [
    { kind: 'buying', count: 3, productId: 'cup' },
    { kind: 'buying', count: 2, productId: 'tea' },
  ]);
  happenings.wants(viewer('a'), 'tea', 59_999);
  assert.deepEqual(happenings.take(59_999), []);
  happenings.wants(viewer('a'), 'tea', 60_000);
  assert.deepEqual(happenings.take(63_000), [{ kind: 'buying', count: 1, productId: 'tea' }]);
});

test('a name that may not be said is not said', () => {
  const happenings = new Happenings(name => name !== 'scam');
  happenings.came(viewer('a', 'scam'));
  assert.deepEqual(happenings.take(0), [{ kind: 'came', count: 1 }]);
});

test('what was bought is told before what is going to be, most first, and of nobody', () => {
  const happenings = new Happenings(() => true);
  happenings.wants(viewer('a', 'Ann'), 'tea', 0);
  happenings.bought('cup', 1);
  happenings.bought('tea', 2);
  happenings.bought('cup', 4);
  happenings.bought('pot', 1);
  assert.deepEqual(happenings.take(0), [
    { kind: 'bought', count: 5, productId: 'cup' },
    { kind: 'bought', count: 2, productId: 'tea' },
    { kind: 'buying', count: 1, name: 'Ann', productId: 'tea' },
  ]);
  assert.deepEqual(happenings.take(9000), []);
});
