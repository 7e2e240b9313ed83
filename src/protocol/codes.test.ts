import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, isCode, type Code } from './codes.js';
import { httpStatus } from './http-status.js';
import { QunError } from './qun-error.js';

const entries = Object.entries(codes);

test('every code has a number of its own, in the block of its subject', () => {
  const numbers = entries.map(([, { number }]) => number);
  assert.equal(new Set(numbers).size, numbers.length);
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  );
});

test('codes that travel have a status of errors, temporary ones one that proxies understand', () => {
  for (const [name, { kind }] of entries) {
    const status = httpStatus[name as Code];
    if (status === undefined) continue;
    assert.ok(status >= 400 && status < 600, name);
    if (kind === 'temporary') assert.ok([429, 500, 503].includes(status), name);
    else assert.ok(status < 500, name);
  }
});

test('only names of the table are codes', () => {
  for (const name of ['toString', 'constructor', '__proto__', '', 1000, null, undefined])
    assert.equal(isCode(name), false);
  assert.ok(isCode('network'));
});

test('an error of ours keeps what it was made of; one of others is wrapped, once', () => {
  const cause = new TypeError('no');
  const error = QunError.from(cause, 'network');
  assert.deepEqual([error.code, error.number, error.temporary, error.message], ['network', 6001, true, 'no']);
  assert.equal((error as { cause?: unknown }).cause, cause);
  assert.equal(QunError.from(error, 'internal'), error);
  assert.equal(QunError.from('a string').code, 'internal');
  assert.equal(QunError.from(undefined).message, 'undefined');
  assert.equal(QunError.from(Object.create(null)).code, 'internal');
  assert.equal(new QunError('token-bad').temporary, false);
});
