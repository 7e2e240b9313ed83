import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { limits } from '../protocol/index.js';
import { makeId } from './make-id.js';

test('ids are fit for the wire and never the same', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => makeId()));
  assert.equal(ids.size, 1000);
  for (const id of ids) assert.match(id, new RegExp(`^[0-9a-f]{24}$`));
  assert.ok(makeId(64).length <= limits.keyLength);
});

test('without crypto, as on http in old web-views, they are still unlike each other', () => {
  const crypto = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: undefined });
  try {
    assert.notEqual(makeId(), makeId());
    assert.match(makeId(6), /^[0-9a-f]{12}$/);
  } finally {
    Object.defineProperty(globalThis, 'crypto', crypto);
    mock.restoreAll();
  }
});
