import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limits, type Comment } from '../protocol/index.js';
import { quoteOf } from './quote.js';

const said = (text: string): Comment => ({ id: 'a', from: { id: 'v', role: 'viewer' }, text, at: 1 });

test('a quote is whole where it is short, and else the beginning, counted as people count', () => {
  assert.deepEqual(quoteOf(said('Does it shrink?')), {
    id: 'a',
    from: { id: 'v', role: 'viewer' },
    text: 'Does it shrink?',
  });
  const { text } = quoteOf(said('🍵'.repeat(100)));
  assert.equal([...text].length, limits.quoteLength);
  assert.equal(text, `${'🍵'.repeat(limits.quoteLength - 1)}…`);
  assert.equal(quoteOf(said('x'.repeat(limits.quoteLength))).text, 'x'.repeat(limits.quoteLength));
});
