import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommentDigest } from './comment-digest.js';

const told: [number, string][] = [];

test('tells the first at once, and then at most one every five seconds', t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  told.length = 0;
  const digest = new CommentDigest<string>((count, latest) => void told.push([count, latest]));
  digest.add(1, 'a');
  assert.deepEqual(told, [[1, 'a']]);

  for (let second = 0; second < 4; second += 1) {
    digest.add(2, `b${second}`);
    t.mock.timers.tick(1000);
  }
  assert.equal(told.length, 1);
  t.mock.timers.tick(1000);
  assert.deepEqual(told[1], [8, 'b3']);

  t.mock.timers.tick(20_000);
  assert.equal(told.length, 2, 'nothing came, nothing is told');
  digest.add(1, 'c');
  assert.deepEqual(told[2], [1, 'c']);
});

test('stops in the middle of its quiet', t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  told.length = 0;
  const digest = new CommentDigest<string>((count, latest) => void told.push([count, latest]));
  digest.add(1, 'a');
  digest.add(5, 'b');
  digest.stop();
  t.mock.timers.tick(10_000);
  assert.equal(told.length, 1);
  digest.add(1, 'c');
  assert.deepEqual(told[1], [1, 'c']);
});
