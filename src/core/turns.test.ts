import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { turn } from './turns.js';

const real = performance.now;
afterEach(() => {
  performance.now = real;
});

/** The next task: what was asked for before it has begun by then. */
const task = () => new Promise(resolve => setImmediate(resolve));

/** A clock that moves only when work is done. */
function clock() {
  let now = 1000;
  performance.now = () => now;
  return (ms: number) => void (now += ms);
}

test('what is little goes on at once', async () => {
  const work = clock();
  for (let piece = 0; piece < 5; piece += 1) {
    assert.equal(turn(), undefined);
    work(2);
  }
  await task();
});

test('what is much goes on in tasks of its own, in the order asked for', async () => {
  const work = clock();
  assert.equal(turn(), undefined);
  work(20);
  const done: number[] = [];
  for (const piece of [1, 2, 3]) {
    const mine = turn();
    assert.ok(mine, 'has to wait');
    void mine.then(() => done.push(piece));
  }
  assert.deepEqual(done, []);
  while (done.length < 3) await task();
  assert.deepEqual(done, [1, 2, 3]);
  await task();
  await task();
});

test('a task that has just begun may work again', async () => {
  const work = clock();
  assert.equal(turn(), undefined);
  for (let piece = 0; piece < 2; piece += 1) {
    work(20);
    let mine = false;
    void turn()!.then(() => (mine = true));
    while (!mine) await task();
    assert.equal(turn(), undefined);
  }
  await task();
  await task();
  assert.equal(turn(), undefined);
  await task();
});
