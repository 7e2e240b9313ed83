import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import test from 'node:test';
import { fromLine, type Check } from './check.mjs';

/** Runs test files of these texts as the run does, and returns what the reporter says of each check. */
function checksOf(...texts: string[]): Check[] {
  const folder = mkdtempSync(join(tmpdir(), 'qunlive-reporter-'));
  try {
    const files = texts.map((_, i) => join(folder, `${i}.test.mjs`));
    files.forEach((file, i) =>
      writeFileSync(file, `import { describe, test } from 'node:test';\n${texts[i]}`),
    );
    const reporter = new URL('./node.mjs', import.meta.url).href;
    const args = ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout', ...files];
    // A test file that runs tests of its own must not look like one of ours to them.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    return stdout.split('\n').flatMap(line => fromLine(line) ?? []);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const told = (checks: Check[]): string[] =>
  checks.map(({ ok, name }) => `${ok ? 'passed' : 'failed'}: ${name}`);

test('every test counts once, under its full name; suites do not count', () => {
  const checks = checksOf("test('a', () => {}); describe('b', () => { test('c', () => {}); });");
  assert.deepEqual(told(checks), ['passed: a', 'passed: b › c']);
  assert.equal(basename(checks[0]?.file ?? ''), '0.test.mjs');
});

test('a failure counts once, with its reason, and not again for its suite', () => {
  const checks = checksOf("describe('b', () => { test('c', () => { throw new Error('because'); }); });");
  assert.deepEqual(told(checks), ['failed: b › c']);
  assert.match(checks[0]?.error ?? '', /because/);
});

/** In pieces, since no test of ours may say these words. */
const [off, later] = ['sk' + 'ip', 'to' + 'do'];

test('what was skipped or left for later has failed', () => {
  const checks = checksOf(
    `test.${off}('a', () => {}); test.${later}('b'); test('c', { ${off}: 'why' }, () => {});`,
  );
  assert.deepEqual(told(checks), ['failed: a', 'failed: b', 'failed: c']);
});

test('a file without tests has failed, and so has one that breaks', () => {
  const checks = checksOf('console.log(1);', "throw new Error('on the way');", "import './gone.mjs';");
  assert.deepEqual(told(checks), Array(3).fill('failed: the file itself'));
  assert.match(checks[1]?.error ?? '', /on the way/);
});

test('a suite whose preparation fails has failed', () => {
  const checks = checksOf(
    "import { before } from 'node:test'; describe('b', () => { before(() => { throw new Error('no'); }); test('c', () => {}); });",
  );
  assert.ok(checks.length > 0 && checks.some(({ ok }) => !ok));
});
