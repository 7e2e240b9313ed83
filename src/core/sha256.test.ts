import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from './sha256.js';

test('is what everybody else means by SHA-256', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      assert.equal(sha256(text), createHash('sha256').update(text).digest('hex'));
    }),
    {
      examples: [
        [''],
        ['a'.repeat(55)],
        ['a'.repeat(56)],
        ['a'.repeat(64)],
        ['种子:观众'],
        ['a'.repeat(5000)],
      ],
    },
  );
});
