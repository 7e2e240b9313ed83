import assert from 'node:assert/strict';
import test from 'node:test';
import { limits, type Comment, type Role } from '../../protocol/index.js';
import { Ambience } from './ambience.js';

const comment = (id: string, role: Role = 'viewer'): Comment => ({
  id,
  from: { id: 'v', role },
  text: id,
  at: 1,
});
const ids = (comments: readonly Comment[] = []) => comments.map(one => one.id);
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => String(from + i));

test('a tick carries ten: the host first, then the newest, in the order they were said', () => {
  const ambience = new Ambience([], 0, {});
  numbers(0, 100).forEach(id =>
    ambience.comment(comment(id, id === '3' ? 'host' : id === '50' ? 'assistant' : 'viewer')),
  );
  const murmur = ambience.take();
  assert.deepEqual(ids(murmur?.comments), ['3', '50', ...numbers(92, 100)]);
  assert.equal(murmur?.more, 90);
  assert.equal(ambience.commentCount, 100);
  assert.equal(ambience.take(), undefined);
});

test('a newcomer finds the newest comments, without those taken down', () => {
  const ambience = new Ambience([comment('old')], 1, {});
  numbers(0, 60).forEach(id => ambience.comment(comment(id)));
  ambience.hide(['59', '20']);
  assert.deepEqual(ids(ambience.recent), [...numbers(10, 20), ...numbers(21, 59)]);
  assert.ok(ambience.recent.length <= limits.recentComments);
  assert.ok(!ids(ambience.take()?.comments).includes('59'));
});

test('only stocks that changed are told', () => {
  const ambience = new Ambience([], 0, { a: 2, b: 5 });
  ambience.setLeft('a', 2);
  assert.equal(ambience.take(), undefined);
  ambience.setLeft('a', 1);
  ambience.setLeft('a', 0);
  assert.deepEqual(ambience.take()?.left, { a: 0 });
  assert.deepEqual(ambience.left, { a: 0, b: 5 });
});
