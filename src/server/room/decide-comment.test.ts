import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { roomOf } from '../../../test/fixtures/show.js';
import { commentSchema, limits, QunError } from '../../protocol/index.js';
import { decideComment } from './decide-comment.js';
import type { Viewer } from './viewer.js';

const viewer: Viewer = { id: 'v1', role: 'viewer', guest: 1234, subject: 'customer-7', since: 0 };
const context = { now: 5, viewer, id: 'c1' };
const command = (text: string) => ({ type: 'comment.send', text }) as const;
const say = (text: string) => decideComment(roomOf(), command(text), context).comment;
const refused = (code: string) => (error: unknown) => error instanceof QunError && error.code === code;

test('a comment says who spoke, without the name the merchant knows them by', () => {
  const comment = say(' 好看  吗？\n');
  assert.deepEqual(comment, {
    id: 'c1',
    from: { id: 'v1', role: 'viewer', guest: 1234 },
    text: '好看 吗？',
    at: 5,
  });
  assert.ok(!JSON.stringify(comment).includes('customer-7'));
});

test('markup is text', () => {
  assert.equal(say('<img src=x onerror=alert(1)>').text, '<img src=x onerror=alert(1)>');
});

test('characters that hide or turn text are gone', () => {
  assert.equal(say('a\u202eb\u2066c\u200bd\u0000e\u009ff\ufeff').text, 'abcdef');
  assert.throws(() => say('\u202e\u200b \n\u0007'), refused('comment-empty'));
});

test('length is counted in code points after cleaning', () => {
  assert.equal(say('😀'.repeat(limits.commentLength)).text.length, 2 * limits.commentLength);
  assert.equal(say(`${'a'.repeat(limits.commentLength)}\u200b   `).text.length, limits.commentLength);
  assert.throws(() => say('😀'.repeat(limits.commentLength + 1)), refused('comment-too-long'));
});

test('after the end nobody speaks', () => {
  const ended = { ...roomOf(), phase: 'ended' as const };
  assert.throws(() => decideComment(ended, command('hello'), context), refused('room-ended'));
});

test('what staff say promises nothing for passing the room on; viewers say what they like', () => {
  const text = '转发到群里，截图给我领红包';
  for (const role of ['host', 'assistant'] as const) {
    const staff = { ...context, viewer: { ...viewer, role } };
    assert.throws(
      () => decideComment(roomOf(), command(text), staff),
      (error: unknown) =>
        error instanceof QunError &&
        error.code === 'comment-refused' &&
        error.path === 'text' &&
        /apps block the link and the shop/.test(error.message),
    );
    assert.equal(decideComment(roomOf(), command('转发给朋友一起看'), staff).standing, 'shown');
  }
  assert.equal(say(text).text, text);
});

test('a simulated audience is marked', () => {
  assert.equal(
    decideComment(roomOf(), command('hi'), { ...context, simulated: true }).comment.simulated,
    true,
  );
  assert.ok(!('simulated' in say('hi')));
});

test('whatever is typed, the result is a comment of the protocol or one of two refusals', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 })),
      text => {
        try {
          const comment = say(text);
          assert.ok(v.is(commentSchema, comment));
          // Cleaning what is clean changes nothing.
          assert.equal(say(comment.text).text, comment.text);
        } catch (error) {
          assert.ok(
            error instanceof QunError && ['comment-empty', 'comment-too-long'].includes(error.code),
            `${error}`,
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});
