import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { limits, type Comment, type Role } from '../../protocol/index.js';
import { Ambience } from './ambience.js';

const comment = (id: string, role: Role = 'viewer', at = 1): Comment => ({
  id,
  from: { id: 'v', role },
  text: id,
  at,
});
const ids = (comments: readonly Comment[] = []) => comments.map(one => one.id);
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => String(from + i));

test('a tick carries ten: the host and assistants first, and in the order they were said', () => {
  const ambience = new Ambience([], 0, {});
  const said = numbers(0, 100).map(id =>
    comment(id, id === '3' ? 'host' : id === '50' ? 'assistant' : 'viewer'),
  );
  ambience.heard(said, 0, 100);
  const murmur = ambience.take();
  const carried = ids(murmur?.comments);
  assert.equal(carried.length, 10);
  assert.ok(carried.includes('3') && carried.includes('50'));
  assert.deepEqual(
    carried,
    ids(said).filter(id => carried.includes(id)),
  );
  assert.equal(murmur?.more, 90);
  assert.equal(ambience.commentCount, 100);
  assert.equal(ambience.take(), undefined);
});

test('what was accepted is either carried or counted, whatever comes in between', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('heard' as const), count: fc.nat(700), missed: fc.nat(50) }),
    fc.record({ kind: fc.constant('hide' as const), which: fc.nat(3000) }),
    fc.record({ kind: fc.constant('take' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      const ambience = new Ambience([], 0, {});
      let [accepted, told, last] = [0, 0, 0];
      const take = () => {
        const murmur = ambience.take();
        told += (murmur?.comments.length ?? 0) + (murmur?.more ?? 0);
        assert.ok((murmur?.comments.length ?? 0) <= 10);
      };
      for (const one of steps) {
        if (one.kind === 'take') take();
        else if (one.kind === 'hide') ambience.hide([String(one.which)]);
        else {
          accepted += one.count + one.missed;
          const said = numbers(last, last + one.count).map(id => comment(id));
          last += one.count;
          ambience.heard(said, one.missed, accepted);
        }
      }
      take();
      assert.equal(told, accepted);
      assert.equal(ambience.commentCount, accepted);
    }),
    { numRuns: 200 },
  );
});

test('a newcomer finds the newest comments, without those taken down, and those shown again in their place', () => {
  const ambience = new Ambience([comment('old')], 1, {});
  const said = numbers(0, 60).map((id, at) => comment(id, 'viewer', at));
  ambience.heard(said, 0, 61);
  ambience.hide(['59', '20']);
  assert.deepEqual(ids(ambience.recent), [...numbers(10, 20), ...numbers(21, 59)]);
  assert.ok(ambience.recent.length <= limits.recentComments);
  assert.ok(!ids(ambience.take()?.comments).includes('59'));
  ambience.restore([said[20]!]);
  assert.deepEqual(ids(ambience.recent), numbers(10, 59));
});

test('what is told anew is what newcomers find and the next tick brings', () => {
  const ambience = new Ambience([comment('old')], 1, {});
  ambience.heard([comment('new')], 0, 2);
  const other = (id: string) => ({ ...comment(id), from: { id: 'e-1', role: 'viewer' as const } });
  ambience.retell([other('old'), other('new'), other('gone')]);
  assert.deepEqual(ambience.recent, [other('old'), other('new')]);
  assert.deepEqual(ambience.take()?.comments, [other('new')]);
});

test('what was taken down is quoted no more, also by what comes later, until it is shown again', () => {
  const ambience = new Ambience([], 0, {});
  const [bad, first, second] = ['bad', 'first', 'second'].map(id => comment(id)) as [
    Comment,
    Comment,
    Comment,
  ];
  const replyTo = { id: 'bad', from: bad.from, text: 'bad' };
  const quotes = () => ambience.recent.map(one => [one.id, one.replyTo?.text]);
  ambience.heard([bad, { ...first, replyTo }], 0, 2);
  ambience.hide(['bad']);
  ambience.heard([{ ...second, replyTo }], 0, 3);
  assert.deepEqual(quotes(), [
    ['first', undefined],
    ['second', undefined],
  ]);
  assert.ok(ambience.take()?.comments.every(one => !one.replyTo));
  ambience.restore([bad]);
  ambience.heard([{ ...comment('third'), replyTo }], 0, 4);
  assert.deepEqual(quotes().slice(-1), [['third', 'bad']]);
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

test('likes, questions and happenings are told when they are new, and questions also when there are none any more', () => {
  const ambience = new Ambience([], 0, {}, 7);
  const question = { id: 'q', text: '包邮吗', count: 2 };
  ambience.setLikes(7);
  ambience.setAsked([]);
  assert.equal(ambience.take(), undefined);
  ambience.setLikes(9);
  ambience.setAsked([question]);
  ambience.happen([{ kind: 'came', count: 3 }]);
  const murmur = ambience.take();
  assert.equal(murmur?.likes, 9);
  assert.deepEqual(murmur?.asked, [question]);
  assert.deepEqual(murmur?.happened, [{ kind: 'came', count: 3 }]);
  ambience.setAsked([question]);
  assert.equal(ambience.take(), undefined);
  ambience.setAsked([]);
  assert.deepEqual(ambience.take(), { comments: [], more: 0, left: {}, asked: [] });
});

test('how a sale stands is told when it has changed, and once', () => {
  const figures = { left: 3, held: 0, sold: 0, waiting: 0, served: 0 };
  const ambience = new Ambience([], 0, {}, 0, { flash: figures, other: figures });
  assert.deepEqual(ambience.sales, { flash: figures, other: figures });
  assert.equal(ambience.take(), undefined);
  ambience.setSale('flash', { ...figures });
  assert.equal(ambience.take(), undefined);
  ambience.setSale('flash', { ...figures, left: 2, held: 1 });
  assert.deepEqual(ambience.take()?.sales, { flash: { ...figures, left: 2, held: 1 } });
  assert.equal(ambience.take(), undefined);
  assert.equal(ambience.sales.flash?.held, 1);
});
