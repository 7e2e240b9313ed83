import assert from 'node:assert/strict';
import test from 'node:test';
import { filesToTryAgain, withSecondTry } from './second-try.mjs';

const good = (file: string, name = 'a') => ({ file, name, ok: true });
const bad = (file: string, name = 'a') => ({ file, name, ok: false, error: 'no' });

test('the file of a failed test is run again, once for however many of its tests failed', () => {
  assert.deepEqual(filesToTryAgain([good('x'), bad('y'), bad('y', 'b')], ['x', 'y']), ['y']);
  assert.deepEqual(filesToTryAgain([good('x')], ['x']), []);
});

test('a failure without a file, or in many files, is no race', () => {
  assert.deepEqual(
    filesToTryAgain([bad('x'), { name: 'the stage as a whole', ok: false, error: 'no' }], ['x']),
    [],
  );
  assert.deepEqual(
    filesToTryAgain(
      ['a', 'b', 'c', 'd'].map(file => bad(file)),
      ['a', 'b', 'c', 'd'],
    ),
    [],
  );
});

test('what the second run says counts', () => {
  const first = [good('x'), bad('y'), good('y', 'b')];
  assert.deepEqual(withSecondTry(first, [good('y'), good('y', 'b')]), [good('x'), good('y'), good('y', 'b')]);
  assert.deepEqual(withSecondTry(first, [bad('y'), good('y', 'b')]), [good('x'), bad('y'), good('y', 'b')]);
});

test('a second run that left something out, or broke as a whole, settles nothing', () => {
  const first = [bad('y'), good('y', 'b')];
  assert.deepEqual(withSecondTry(first, [good('y')]), first);
  const broke = { name: 'the stage as a whole', ok: false, error: 'no' };
  assert.deepEqual(withSecondTry(first, [good('y'), good('y', 'b'), broke]).at(-1), broke);
});

test('tests that are made by a helper are run again with all files of their stage', () => {
  assert.deepEqual(filesToTryAgain([bad('rows'), good('rows', 'b')], ['x', 'y']), ['x', 'y']);
  assert.deepEqual(withSecondTry([bad('rows'), good('rows', 'b')], [good('rows'), good('rows', 'b')]), [
    good('rows'),
    good('rows', 'b'),
  ]);
});
