import assert from 'node:assert/strict';
import test from 'node:test';
import * as v from 'valibot';
import { idSchema } from '../../protocol/index.js';
import { claimCode, timedId } from './random-id.js';

test('a coupon code has 80 random bits in four groups that can be read out', () => {
  const codes = Array.from({ length: 1000 }, claimCode);
  for (const code of codes) assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(new Set(codes).size, codes.length);
  // Every place takes every letter: nothing of a code is fixed.
  for (let place = 0; place < 19; place += 1) {
    if (place % 5 !== 4) assert.equal(new Set(codes.map(code => code[place])).size, 32, `place ${place}`);
  }
});

test('ids are ids of the protocol and sort by time', () => {
  const ids = [1, 999, 1_700_000_000_000, 1_700_000_000_001].map(timedId);
  assert.ok(ids.every(id => v.is(idSchema, id)));
  assert.deepEqual([...ids].sort(), ids);
});
