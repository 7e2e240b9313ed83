import assert from 'node:assert/strict';
import test from 'node:test';
import { Tail } from './tail.js';

const frames = (tail: Tail, since: number, head: number) => tail.after(since, head)?.map(String);

test('gives what follows a place, and says where it cannot', () => {
  const tail = new Tail(3);
  for (let seq = 5; seq <= 11; seq += 1) tail.push(seq, Buffer.from(`${seq}`));
  assert.deepEqual(frames(tail, 8, 11), ['9', '10', '11']);
  assert.deepEqual(frames(tail, 11, 11), []);
  assert.equal(frames(tail, 2, 11), undefined);
});

test('holds no more than twice its length, and with none nothing', () => {
  const tail = new Tail(3);
  for (let seq = 1; seq <= 100; seq += 1) tail.push(seq, Buffer.from(`${seq}`));
  assert.deepEqual(frames(tail, 97, 100), ['98', '99', '100']);
  assert.equal(frames(tail, 93, 100), undefined);
  const none = new Tail(0);
  none.push(1, Buffer.from('1'));
  assert.equal(frames(none, 0, 1), undefined);
  assert.deepEqual(frames(none, 1, 1), []);
});
