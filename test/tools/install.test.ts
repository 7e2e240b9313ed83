import assert from 'node:assert/strict';
import test from 'node:test';
import { stalePackage } from './install.mjs';

const wanted = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.2.3' },
  'node_modules/b-for-another-machine': { version: '1.0.0', optional: true },
  'node_modules/linked': { link: true },
};

test('nothing is stale where every package has the version of the lock file', () => {
  assert.equal(stalePackage(wanted, { 'node_modules/a': { version: '1.2.3' } }), undefined);
});

test('a missing package is stale, and so is one of another version', () => {
  assert.equal(stalePackage(wanted, {})?.path, 'node_modules/a');
  assert.equal(stalePackage(wanted, { 'node_modules/a': { version: '1.2.2' } })?.installed, '1.2.2');
});

test('an optional package may be missing, but not wrong', () => {
  const here = {
    'node_modules/a': { version: '1.2.3' },
    'node_modules/b-for-another-machine': { version: '0.9.0' },
  };
  assert.equal(stalePackage(wanted, here)?.path, 'node_modules/b-for-another-machine');
});
