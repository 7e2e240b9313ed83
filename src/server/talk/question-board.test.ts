import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Question } from '../../protocol/index.js';
import { QuestionBoard } from './question-board.js';

const question = (id: string, text: string, productId?: string): Question => ({
  id,
  text,
  count: 1,
  ...(productId === undefined ? {} : { productId }),
});

test('the same question about another product is another question', () => {
  const board = new QuestionBoard();
  board.know([question('a', '多少钱', 'tea')]);
  assert.equal(board.known(question('b', '这个多少钱', 'tea'))?.id, 'a');
  assert.equal(board.known(question('b', '这个多少钱', 'cup')), undefined);
  assert.equal(board.known(question('b', '这个多少钱')), undefined);
});

test('who asks twice is not two', () => {
  const board = new QuestionBoard();
  board.remember({ question: question('a', '包邮吗'), viewer: 'v1' });
  assert.equal(board.single(question('b', '包邮么'), 'v1'), undefined);
  assert.equal(board.single(question('b', '包邮么'), 'v2')?.question.id, 'a');
  board.remember({ question: question('b', '包邮么'), viewer: 'v1' });
  assert.deepEqual(
    board.singles.map(asking => asking.question.id),
    ['a'],
  );
});

test('what the room knows is no single any more, and what it forgets is not known', () => {
  const board = new QuestionBoard();
  board.remember({ question: question('a', '包邮吗'), viewer: 'v1' });
  board.know([question('a', '包邮吗')]);
  assert.deepEqual(board.singles, []);
  assert.equal(board.known(question('b', '包邮吗'))?.id, 'a');
  board.know([]);
  assert.equal(board.known(question('b', '包邮吗')), undefined);
});

test('remembers a bounded number of questions, whatever is asked', () => {
  const board = new QuestionBoard();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(1000), (text, viewer) => {
      board.remember({ question: question(`q${viewer}`, `${text}${viewer}?`), viewer: `v${viewer}` });
      assert.ok(board.singles.length <= 200);
      // Whatever it is, it is itself.
      const known = new QuestionBoard();
      known.know([question('x', `${text}a`)]);
      assert.equal(known.known(question('y', `${text}a`))?.id, 'x');
    }),
    { numRuns: 600 },
  );
});
