import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Comment, Role } from '../../protocol/index.js';
import { CLASSES, classOf, sample } from './sample.js';

const comment = (
  id: string,
  change: Partial<Comment> = {},
  viewer = 'g-1',
  role: Role = 'viewer',
): Comment => ({
  id,
  from: { id: viewer, role },
  text: '好看',
  at: 1,
  ...change,
});
const quoteOf = (id: string) => ({ id, from: { id: 'g-1', role: 'viewer' as const }, text: 'x' });

test('each comment has its class', () => {
  const className = (one: Comment, answered: string[] = []) => CLASSES[classOf(one, new Set(answered))];
  assert.equal(className(comment('a', { text: '3号多少钱？' }, 'u-1', 'host')), 'host');
  assert.equal(className(comment('a', {}, 'u-1', 'assistant')), 'assistant');
  assert.equal(className(comment('a', { replyTo: quoteOf('b') })), 'answer');
  assert.equal(className(comment('a', { text: '有S码吗' })), 'question');
  assert.equal(className(comment('a', { productId: 'p' })), 'question');
  assert.equal(className(comment('a'), ['a']), 'answered');
  assert.equal(className(comment('a', {}, 'u-7')), 'signed-in');
  assert.equal(className(comment('a')), 'other');
});

const arbitraryComments = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 120 })
  .chain(ids =>
    fc.tuple(
      ...ids.map(id =>
        fc
          .record({
            text: fc.constantFrom('好看', '包邮吗', 'love it'),
            role: fc.constantFrom<Role>('viewer', 'viewer', 'viewer', 'viewer', 'assistant', 'host'),
            viewer: fc.constantFrom('g-1', 'u-1'),
            replyTo: fc.option(fc.constantFrom(...ids), { freq: 8, nil: undefined }),
          })
          .map(({ text, role, viewer, replyTo }) =>
            comment(
              id,
              { text, ...(replyTo === undefined ? {} : { replyTo: quoteOf(replyTo) }) },
              viewer,
              role,
            ),
          ),
      ),
    ),
  );

test('as many as there is room for, in order, and nobody before somebody of a class that goes first', () => {
  fc.assert(
    fc.property(arbitraryComments, fc.integer({ min: 1, max: 30 }), (comments, most) => {
      const kept = sample(comments, most);
      assert.equal(kept.length, Math.min(most, comments.length));
      assert.deepEqual(
        kept,
        comments.filter(one => kept.includes(one)),
      );
      const answered = new Set(comments.flatMap(({ replyTo }) => (replyTo ? [replyTo.id] : [])));
      const ranks = (among: readonly Comment[]) => among.map(one => classOf(one, answered));
      const left = comments.filter(one => !kept.includes(one));
      if (left.length > 0) assert.ok(Math.max(...ranks(kept)) <= Math.min(...ranks(left)));
    }),
    { numRuns: 400 },
  );
});

test('drawing first among some and then among those drawn is drawing among all', () => {
  const plain = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 100 })
    .map(ids => ids.map((id, i) => comment(id, { at: i })));
  fc.assert(
    fc.property(plain, fc.integer({ min: 1, max: 20 }), fc.nat(100), (comments, most, cut) => {
      const first = sample(comments.slice(0, cut), most + 3);
      assert.deepEqual(sample([...first, ...comments.slice(cut)], most), sample(comments, most));
    }),
  );
});

test('within a class everybody has the same chance, wherever they stand in the flood', () => {
  const rounds = 2000;
  const [room, crowd] = [10, 100];
  const drawn = new Array<number>(crowd).fill(0);
  for (let round = 0; round < rounds; round += 1) {
    // Ids as the server makes them: time first, and chance at the end.
    const comments = drawn.map((_, i) => comment(`1m8004cw5${(round * crowd + i).toString(36)}`, { at: i }));
    for (const { at } of sample(comments, room)) drawn[at]! += 1;
  }
  const expected = (rounds * room) / crowd;
  const chiSquare = drawn.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 99 degrees of freedom: a fair lot is above 149 once in a thousand times, and these ids are always the same.
  assert.ok(chiSquare < 149, `chi-square ${chiSquare.toFixed(1)}`);
});
