import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Comment, Speaker } from '../protocol/index.js';
import { mergeComments, removeComments, type CommentWindow } from './comment-window.js';
import { addSending, markFailed, markSent } from './own-comments.js';

const me: Speaker = { id: 'me', role: 'viewer' };
const comment = (id: string, text = id, from: Speaker = { id: 'lin', role: 'viewer' }): Comment => ({
  id,
  text,
  at: 1,
  from,
});
const own = (id: string, text: string) => comment(id, text, me);
const ids = (lines: CommentWindow) => lines.map(line => line.id);

/** What a screen goes through: echoes in any order, own words on their way, words taken down. */
type Step =
  | { do: 'feed'; ids: number[] }
  | { do: 'say'; key: number }
  | { do: 'accept' | 'refuse' | 'lose' | 'echo' | 'retry'; key: number }
  | { do: 'redact'; id: number }
  | { do: 'flood'; count: number };

const number = fc.nat({ max: 40 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('feed' as const), ids: fc.array(number, { maxLength: 50 }) }),
    fc.record({
      do: fc.constantFrom('say' as const, 'accept', 'refuse', 'lose', 'echo', 'retry'),
      key: fc.nat({ max: 8 }),
    }),
    fc.record({ do: fc.constant('redact' as const), id: number }),
    fc.record({ do: fc.constant('flood' as const), count: fc.nat({ max: 250 }) }),
  ),
  { maxLength: 80 },
);

describe('the comments on a screen', () => {
  test('are bounded, never twice, never without what one has said and not taken back, never with what was taken down', () => {
    fc.assert(
      fc.property(steps, script => {
        let lines: CommentWindow = [];
        let flooded = 0;
        const redacted = new Set<string>();
        const mine = new Map<number, 'sending' | 'failed' | 'sent'>();
        for (const step of script) {
          if (step.do === 'feed') {
            lines = mergeComments(
              lines,
              step.ids.map(id => comment(`c${id}`)),
              redacted,
              me.id,
            );
          } else if (step.do === 'flood') {
            const flood = Array.from({ length: step.count }, () => comment(`f${(flooded += 1)}`));
            lines = mergeComments(lines, flood, redacted, me.id);
          } else if (step.do === 'redact') {
            redacted.add(`c${step.id}`);
            lines = removeComments(lines, [`c${step.id}`]);
          } else {
            const { key } = step;
            const id = `k${key}`;
            const state = mine.get(key);
            if (step.do === 'say' && !state) {
              lines = addSending(lines, own(id, `words ${key}`));
              mine.set(key, 'sending');
            } else if (step.do === 'accept' && state === 'sending') {
              lines = markSent(lines, id, comment(`own${key}`, `words ${key}`, me));
              mine.set(key, 'sent');
            } else if ((step.do === 'refuse' || step.do === 'lose') && state === 'sending') {
              lines = markFailed(lines, id, step.do === 'lose' ? 'network' : 'comment-too-fast');
              mine.set(key, 'failed');
            } else if (step.do === 'retry' && state === 'failed' && lines.some(line => line.id === id)) {
              lines = addSending(lines, own(id, `words ${key}`));
              mine.set(key, 'sending');
            } else if (step.do === 'echo' && state) {
              lines = mergeComments(lines, [comment(`own${key}`, `words ${key}`, me)], redacted, me.id);
            }
          }
          const unsent = lines.filter(line => line.status !== 'sent').length;
          assert.ok(lines.length <= 200 + unsent, `${lines.length} lines`);
          assert.equal(new Set(ids(lines)).size, lines.length, 'each once');
          for (const id of redacted) assert.ok(!ids(lines).includes(id), `${id} was taken down`);
          for (const [key, state] of mine) {
            if (state === 'sent') continue;
            const shown = lines.filter(line => line.own && line.text === `words ${key}`);
            assert.ok(shown.length > 0, `words ${key} are ${state} and gone`);
            assert.ok(shown.every(line => line.own));
          }
        }
      }),
    );
  });

  test('keep their place and their key when they are accepted', () => {
    let lines = addSending([], own('k1', 'hello'));
    lines = mergeComments(lines, [comment('c1'), comment('s1', 'hello', me)], [], me.id);
    lines = markSent(lines, 'k1', comment('s1', 'hello', me));
    assert.deepEqual(ids(lines), ['s1', 'c1']);
    assert.deepEqual(
      lines.map(({ own, status, key }) => [own, status, key]),
      [
        [true, 'sent', 'k1'],
        [false, 'sent', undefined],
      ],
    );
  });

  test('know an own one that came back though its answer was lost', () => {
    let lines = addSending([], own('k1', 'hello'));
    lines = markFailed(lines, 'k1', 'timeout');
    lines = mergeComments(lines, [comment('s1', 'hello', me)], [], me.id);
    assert.deepEqual(
      lines.map(({ id, status, key }) => [id, status, key]),
      [['s1', 'sent', 'k1']],
    );
    // The answer to a retry finds the line as it is.
    assert.deepEqual(ids(markSent(lines, 'k1', comment('s1', 'hello', me))), ['s1']);
  });

  test('wait where staff have to let them in, and are let in with their echo', () => {
    let lines = markSent(addSending([], own('k1', 'hello')), 'k1', own('s1', 'hello'), true);
    lines = mergeComments(lines, [comment('c1')], [], me.id);
    assert.deepEqual(
      lines.map(({ id, held }) => [id, held]),
      [
        ['s1', true],
        ['c1', undefined],
      ],
    );
    lines = mergeComments(lines, [own('s1', 'hello')], [], me.id);
    assert.deepEqual(
      lines.map(({ id, held, key }) => [id, held, key]),
      [
        ['s1', undefined, 'k1'],
        ['c1', undefined, undefined],
      ],
    );
    assert.equal(mergeComments(lines, [own('s1', 'hello')], [], me.id), lines, 'once');
  });

  test('show what was refused beside the same words said again', () => {
    let lines = markFailed(addSending([], own('k1', 'mine!')), 'k1', 'comment-too-fast', 99);
    lines = mergeComments(lines, [comment('s2', 'mine!', me)], [], me.id);
    assert.deepEqual(
      lines.map(({ id, status }) => [id, status]),
      [
        ['k1', 'failed'],
        ['s2', 'sent'],
      ],
    );
  });

  test('are the same object where nothing is new', () => {
    const lines = mergeComments([], [comment('c1')]);
    assert.equal(mergeComments(lines, [comment('c1')]), lines);
    assert.equal(removeComments(lines, ['c9']), lines);
  });
});
