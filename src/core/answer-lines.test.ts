import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answered, Comment } from '../protocol/index.js';
import { withAnswers } from './answer-lines.js';
import { CommentPace } from './comment-pace.js';

const said = (id: string, at: number): Comment => ({ id, at, text: id, from: { id: 'v', role: 'viewer' } });
const answered = (id: string, at: number, text = 'No.'): Answered => ({
  question: { id, text: 'Does it shrink?', count: 37, productId: 'p1' },
  text,
  by: { id: 'qing', role: 'host' },
  at,
});
const ids = (lines: readonly { id: string }[]) => lines.map(line => line.id);

test('an answer stands where it was given, as a line of who gave it that quotes the question', () => {
  const lines = withAnswers([said('a', 10), said('b', 20), said('c', 30)], [answered('q', 20)]);
  assert.deepEqual(ids(lines), ['a', 'b', 'answer q', 'c']);
  assert.equal(lines[2]!.from.role, 'host');
  assert.equal(lines[2]!.replyTo!.text, 'Does it shrink?');
  assert.equal(lines[2]!.answered!.question.count, 37);
});

test('answers from before the lines begin are left with their products', () => {
  const lines = [said('a', 10)];
  assert.equal(withAnswers(lines, [answered('q', 9)]), lines);
  assert.equal(withAnswers(lines, []), lines);
  assert.deepEqual(
    ids(
      withAnswers(
        [],
        [1, 2, 3, 4].map(at => answered(`q${at}`, at)),
      ),
    ),
    ['answer q2', 'answer q3', 'answer q4'],
  );
});

test('one that comes into a talk comes last, and one given again says so in its place', () => {
  const pace = new CommentPace();
  const lines = [said('a', 10), said('b', 30)];
  pace.take(lines, []);
  assert.equal(pace.take(withAnswers(lines, [answered('q', 20)]), []), 1);
  pace.step();
  assert.deepEqual(ids(pace.lines), ['a', 'b', 'answer q']);
  pace.take(withAnswers(lines, [answered('q', 40, 'Not at 30°.')]), []);
  assert.deepEqual(
    pace.lines.map(line => line.text),
    ['a', 'b', 'Not at 30°.'],
  );
});
