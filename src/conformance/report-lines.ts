import type { Report, Result } from './run-conformance.js';

const marks = { passed: 'ok  ', failed: 'FAIL', 'not-tried': '–   ' } as const;

/** A check as a person reads it; a failed one with what was seen, why it matters, and what to do. */
export function resultLines({ id, asserts, outcome, seen, why, mend }: Result): string {
  const first = `${marks[outcome]} ${id.padEnd(24)} ${asserts}\n`;
  if (outcome === 'passed') return first;
  if (outcome === 'not-tried') return `${first}${indent(`not tried: ${seen}`)}`;
  return `${first}${indent(`seen: ${seen}`)}${indent(`why:  ${why}`)}${indent(`do:   ${mend}`)}`;
}

/** The last line. */
export function sumLine({ passed, failed, notTried }: Report): string {
  const rest = notTried === 0 ? '' : `, ${notTried} not tried`;
  return `${passed} passed, ${failed} failed${rest}\n`;
}

const indent = (text: string) => `     ${text}\n`;
