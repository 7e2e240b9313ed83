// node:test reporter: one check line per test. Skipped and to-do tests fail, and so does a file without tests:
// a run that left something out must not look like one that did not.
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { shortOf, withSources } from '../plain-javascript.mjs';
import { toLine } from './check.mjs';

/** An assertion's message shows the difference already; its fields would show it again. */
function textOf(error) {
  const cause = error?.cause ?? error;
  if (!(cause instanceof Error)) return String(cause);
  const whole = cause.code === 'ERR_ASSERTION' ? cause.stack : inspect(cause, { depth: 4 });
  return whole.length > 6000 ? `${whole.slice(0, 6000)} …` : whole;
}

export default async function* (source) {
  const output = new Map();
  const trails = new Map();
  for await (const { type, data } of source) {
    const { file = '', name = '', nesting = 0 } = data;
    if (type === 'test:stdout' || type === 'test:stderr') {
      output.set(file, ((output.get(file) ?? '') + data.message).slice(-8000));
    } else if (type === 'test:diagnostic' && /^Error:/.test(data.message)) {
      output.set('', `${output.get('') ?? ''}${data.message}\n`);
    } else if (type === 'test:start') {
      const trail = trails.get(file) ?? [];
      trails.set(file, [...trail.slice(0, nesting), name]);
    } else if (type === 'test:pass' || type === 'test:fail') {
      const check = checkOf(type, data);
      if (check) yield toLine(check);
    }
  }

  function checkOf(type, data) {
    const { file = '', name, nesting, skip, todo, details } = data;
    const whole = resolve(name) === file;
    const trail = [...(trails.get(file) ?? []).slice(0, nesting), name];
    const check = { name: whole ? 'the file itself' : trail.join(' › '), file: shortOf(file) };
    if (type === 'test:fail') {
      // A parent fails for its children; those have said so themselves.
      if (details?.error?.failureType === 'subtestsFailed') return undefined;
      const printed = whole ? [output.get(file), output.get('')].filter(Boolean).join('\n') : '';
      return {
        ...check,
        ok: false,
        error: withSources([textOf(details?.error), printed].filter(Boolean).join('\n')),
      };
    }
    if (whole) return { ...check, ok: false, error: 'No test in this file.' };
    if (skip !== undefined || todo !== undefined) return { ...check, ok: false, error: 'Skipped or to do.' };
    return details?.type === 'suite' ? undefined : { ...check, ok: true };
  }
}
