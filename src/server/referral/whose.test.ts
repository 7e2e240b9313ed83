import assert from 'node:assert/strict';
import test from 'node:test';
import { whose } from './whose.js';

const DAY = 24 * 3_600_000;
const policy = { windowDays: 7, protectDays: 3 } as const;
/** "a0 b5": a on the first day, b on the sixth. */
const touches = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map(one => ({ owner: one[0]!, at: Number(one.slice(1)) * DAY }));
const owner = (model: 'last' | 'first' | 'bind', text: string, day: number) =>
  whose(touches(text), day * DAY, { ...policy, model })?.owner;

test('last: whoever brought them last, within the window', () => {
  assert.equal(owner('last', 'a0 b5', 6), 'b');
  assert.equal(owner('last', 'a0 b5', 4), 'a');
  assert.equal(owner('last', 'a0 b5', 12), undefined);
  assert.equal(owner('last', 'a0', 7), undefined);
  assert.equal(owner('last', '', 1), undefined);
});

test('first: whoever brought them first, within the window', () => {
  assert.equal(owner('first', 'a0 b5', 6), 'a');
  assert.equal(owner('first', 'a0 b5', 8), 'b');
});

test('bind: protected for three days, then to be taken over, and free after seven', () => {
  assert.equal(owner('bind', 'a0 b2', 5), 'a');
  assert.equal(owner('bind', 'a0 b3', 5), 'b');
  assert.equal(owner('bind', 'a0 b2', 8), undefined);
  // Each of their own openings begins it anew.
  assert.equal(owner('bind', 'a0 a2 b4', 8), 'a');
  assert.equal(owner('bind', 'a0 b2 b3', 5), 'b');
  // A window shorter than the protection ends it.
  const short = { model: 'bind', windowDays: 1, protectDays: 3 } as const;
  assert.equal(whose(touches('a0 b2'), 2.5 * DAY, short)?.owner, 'b');
});
