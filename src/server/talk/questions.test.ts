import assert from 'node:assert/strict';
import test from 'node:test';
import { ALIKE, likeness, marksOf } from './question-marks.js';
import { isQuestion, namedNumber } from './question-text.js';
import { moreQuestions, moreStatements } from './samples/more-questions.js';
import { noQuestions, sameQuestions } from './samples/questions.js';
import { unseenQuestions, unseenStatements } from './samples/unseen-questions.js';

interface Figures {
  precision: number;
  recall: number;
}

const figures = (right: number, wrong: number, missed: number): Figures => ({
  precision: right / (right + wrong),
  recall: right / (right + missed),
});
const say = (what: string, { precision, recall }: Figures) =>
  `${what}: precision ${(100 * precision).toFixed(1)} %, recall ${(100 * recall).toFixed(1)} %`;

/** How well questions are told from other words. */
function telling(groups: readonly (readonly string[])[], statements: readonly string[]): Figures {
  const questions = groups.flat();
  const heard = questions.filter(isQuestion).length;
  return figures(heard, statements.filter(isQuestion).length, questions.length - heard);
}

/** How well two askings of the same question are told from askings of two: over all pairs. */
function pairing(groups: readonly (readonly string[])[]): Figures {
  const all = groups.flatMap((texts, group) => texts.map(text => ({ group, marks: marksOf(text, false) })));
  let [right, wrong, missed] = [0, 0, 0];
  all.forEach((a, i) => {
    for (const b of all.slice(0, i)) {
      const alike = likeness(a.marks, b.marks) >= ALIKE;
      if (a.group !== b.group) wrong += alike ? 1 : 0;
      else if (alike) right += 1;
      else missed += 1;
    }
  });
  return figures(right, wrong, missed);
}

test('the lists the rules were made by', t => {
  const told = telling([...sameQuestions, ...moreQuestions], [...noQuestions, ...moreStatements]);
  const paired = pairing([...sameQuestions, ...moreQuestions]);
  t.diagnostic(say('questions told from other words', told));
  t.diagnostic(say('pairs of the same question', paired));
  assert.ok(told.precision >= 0.98 && told.recall >= 0.98, say('telling', told));
  // Two questions taken for one lose an answer; one taken for two costs a line on the desk.
  assert.ok(paired.precision >= 0.98 && paired.recall >= 0.8, say('pairing', paired));
});

test('lists they had never seen', t => {
  const told = telling(unseenQuestions, unseenStatements);
  const paired = pairing(unseenQuestions);
  t.diagnostic(say('questions told from other words', told));
  t.diagnostic(say('pairs of the same question', paired));
  assert.ok(told.precision >= 0.9 && told.recall >= 0.9, say('telling', told));
  assert.ok(paired.precision >= 0.95 && paired.recall >= 0.6, say('pairing', paired));
});

test('figures and sizes make another question', () => {
  const like = (a: string, b: string) => likeness(marksOf(a, false), marksOf(b, false)) >= ALIKE;
  assert.ok(!like('身高160穿什么码', '身高170穿什么码'));
  assert.ok(!like('有S码吗', '有M码吗'));
  assert.ok(!like('有红色吗', '有黑色吗'));
  assert.ok(!like('do you have it in XL?', 'do you have it in L?'));
  assert.ok(like('Ｓ码还有吗', '有s码吗'));
  assert.ok(like('How much is it??', 'hey, how much is this'));
});

test('a number names a product, a date or an amount does not', () => {
  const cases: [string, number | undefined][] = [
    ['3号链接多少钱', 3],
    ['三号有货吗', 3],
    ['十二号链接', 12],
    ['链接25', 25],
    ['no. 3 price?', 3],
    ['＃7 please', 7],
    ['11月3号发货', undefined],
    ['几号发货', undefined],
    ['3号和5号哪个好', undefined],
    ['买2件多少钱', undefined],
    ['number one host', undefined],
  ];
  for (const [text, number] of cases) assert.equal(namedNumber(text), number, text);
});

test('other languages ask by their mark, and an address asks nothing', () => {
  assert.ok(isQuestion('¿Cuánto cuesta?'));
  assert.ok(isQuestion('いくらですか？'));
  assert.ok(!isQuestion('see https://shop.example/?id=3'));
  assert.ok(!isQuestion('？？？'));
  assert.ok(!isQuestion('!!!'));
});
