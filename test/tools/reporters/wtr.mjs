// Web Test Runner reporter: one check line per test, one more for every file that broke outside its tests.
import { relative, sep } from 'node:path';
import { toLine } from './check.mjs';

const short = file => relative(process.cwd(), file).split(sep).join('/');

function textOf({ message = '', stack = '', expected, actual }) {
  const text = stack.includes(message) ? stack : `${message}\n${stack}`;
  const differs = expected !== undefined || actual !== undefined;
  return differs ? `${text}\nexpected: ${expected}\nactual: ${actual}` : text;
}

function* testsOf(suite, trail = []) {
  for (const test of suite?.tests ?? []) yield { ...test, name: [...trail, test.name].join(' › ') };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...trail, inner.name]);
}

const printed = logs =>
  logs.map(args => args.map(a => (typeof a === 'string' ? a : JSON.stringify(a))).join(' '));

function checksOf(session) {
  const file = short(session.testFile);
  const tests = [...testsOf(session.testResults)];
  const checks = tests.map(({ name, passed, skipped, error }) => {
    if (passed && !skipped) return { name, file, ok: true };
    return { name, file, ok: false, error: error ? textOf(error) : 'Skipped, or never ran.' };
  });
  const broken = [
    ...(session.errors ?? []).map(textOf),
    ...(tests.length === 0 && !session.errors?.length ? ['No test in this file.'] : []),
  ];
  if (broken.length > 0) {
    const notFound = [...(session.request404s ?? [])].map(url => `404: ${url}`);
    const error = [...broken, ...notFound, ...printed(session.logs ?? [])].join('\n');
    checks.push({ name: 'the file itself', file, ok: false, error });
  }
  return checks;
}

/** Made for wtr.config.mjs; the terminal stays free of anything but check lines. */
export const checkReporter = () => ({
  reportTestFileResults({ sessionsForTestFile }) {
    for (const session of sessionsForTestFile) {
      for (const check of checksOf(session)) process.stdout.write(toLine(check));
    }
  },
});
