import assert from 'node:assert/strict';
import test from 'node:test';
import { remindState, reservedAfter } from './remind-answer.js';

test('reads what apps and pages answer, in any of their ways', () => {
  assert.equal(remindState(true), 'reserved');
  assert.equal(remindState(false), 'released');
  assert.equal(remindState({ reserved: true }), 'reserved');
  assert.equal(remindState({ reserved: false }), 'released');
  assert.equal(remindState('cancelled'), 'cancelled');
  assert.equal(remindState({ state: 6 }), 'reserved');
  assert.equal(remindState({ state: '9' }), 'dismissed');
  // The app's own numbers, 1 to 10.
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(remindState), [
    ...['live-left', 'live-entered', 'cancelled', 'ended', 'closed'],
    ...['reserved', 'released', 'kept', 'dismissed', 'expired'],
  ]);
});

test('what says nothing is nothing', () => {
  for (const answer of [
    undefined,
    null,
    0,
    11,
    NaN,
    '',
    'maybe',
    {},
    { state: null },
    { reserved: 'yes' },
    [],
  ])
    assert.equal(remindState(answer), undefined, JSON.stringify(answer));
});

test('only an answer changes whether somebody is reminded', () => {
  assert.equal(reservedAfter('reserved'), true);
  assert.equal(reservedAfter('kept'), true);
  assert.equal(reservedAfter('released'), false);
  for (const state of ['closed', 'dismissed', 'cancelled', 'expired', 'ended'] as const)
    assert.equal(reservedAfter(state), undefined);
});
