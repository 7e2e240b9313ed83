import assert from 'node:assert/strict';
import test from 'node:test';
import { gatheringPlaces, idleTests, longFiles, medianLength, strangeFolders } from './rules/shape.js';
import { stages } from '../tools/stages.mjs';
import { isTest, projectFiles, read, sources } from './rules/tree.js';

const paths = projectFiles();
const tests = paths.filter(path => isTest(path));
const lines = (count: number): string => 'x\n'.repeat(count);

test('the top level has four folders', () => {
  assert.deepEqual(strangeFolders(paths), []);
  assert.deepEqual(strangeFolders(['README.md', '.ci/run', 'src/a.ts', 'scripts/a.mjs']), ['scripts']);
});

test('no file gathers code of every kind', () => {
  assert.deepEqual(gatheringPlaces(paths), []);
  const wrong = ['src/utils.ts', 'src/core/types.ts', 'test/helpers/a.ts', 'src/core/helper.ts'];
  assert.deepEqual(gatheringPlaces([...wrong, 'src/core/util-bar.ts', 'src/types-of-coupon.ts']), wrong);
});

test('no file of src is longer than 400 lines', () => {
  assert.deepEqual(
    longFiles([...sources('src'), ...tests.filter(path => path.startsWith('src/')).map(read)]),
    [],
  );
  assert.deepEqual(longFiles([{ path: 'src/a.ts', text: lines(401) }]), ['src/a.ts: 401 lines']);
});

test('half of the files of src have no more than 100 lines', () => {
  const median = medianLength(sources('src'));
  assert.ok(median <= 100, `the median is ${median}`);
  assert.equal(medianLength([50, 150, 151].map(n => ({ path: 'src/a.ts', text: lines(n) }))), 150);
});

test('no test is switched off', () => {
  // This file has to name what it looks for.
  const others = tests.filter(path => path !== 'test/house/shape.test.ts');
  assert.deepEqual(idleTests(others.map(read)), []);
  const wrong = [
    "it.only('a', () => {});",
    "test.skip('b');",
    "test('c', { todo: true }, f);",
    "xit('d')",
    't.skip()',
  ];
  assert.equal(idleTests([{ path: 'a.test.ts', text: wrong.join('\n') }]).length, wrong.length);
});

test('every test belongs to one stage of the run', () => {
  const run = stages.flatMap(stage => stage.files?.() ?? []);
  const wanted = paths.filter(path => path.endsWith('.test.ts'));
  assert.deepEqual([...run].sort(), wanted);
});
