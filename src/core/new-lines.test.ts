import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NewLines } from './new-lines.js';

const lines = (...ids: string[]) => ids.map(id => ({ id }));

test('what was added at the end is new, once', () => {
  const seen = new NewLines();
  assert.deepEqual(seen.take(lines('a', 'b')), lines('a', 'b'));
  assert.deepEqual(seen.take(lines('a', 'b', 'c')), lines('c'));
  assert.deepEqual(seen.take(lines('a', 'b', 'c')), []);
});

test('a list that forgets its oldest, or loses one from its middle, brings nothing twice', () => {
  const seen = new NewLines();
  seen.take(lines('a', 'b', 'c'));
  assert.deepEqual(seen.take(lines('c', 'd')), lines('d'));
  assert.deepEqual(seen.take(lines('d', 'e')), lines('e'));
});

test('a line that is given another id on its way stays the same one', () => {
  const seen = new NewLines<{ id: string; key?: string }>();
  seen.take([{ id: 'mine' }]);
  assert.deepEqual(seen.take([{ id: 'c9', key: 'mine' }]), []);
});

test('a flood is told once, line by line, however long it lasts', () => {
  const seen = new NewLines();
  let window: { id: string }[] = [];
  for (let tick = 0; tick < 100; tick += 1) {
    const fresh = lines(...Array.from({ length: 50 }, (_, one) => `c${tick * 50 + one}`));
    window = [...window, ...fresh].slice(-200);
    assert.deepEqual(seen.take(window), fresh);
  }
});
