import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Timeline } from './timeline.js';

const START = 1000;
const window = (timeline: Timeline, last: number, count = 6) => timeline.window(last, count);
const numbers = (timeline: Timeline, last: number) => window(timeline, last).map(({ n }) => n);
const sequences = (timeline: Timeline, last: number) => window(timeline, last).map(slot => slot.sequence);

test('an unbroken stream is numbered from 1970', () => {
  const timeline = new Timeline();
  assert.deepEqual(numbers(timeline, START), [995, 996, 997, 998, 999, 1000]);
  assert.deepEqual(sequences(timeline, START), [995, 996, 997, 998, 999, 1000]);
});

test('a packager that restarts knows nothing of before, and until it has something nothing changes', () => {
  const timeline = new Timeline();
  timeline.restart(START);
  assert.deepEqual(numbers(timeline, START - 1), [994, 995, 996, 997, 998, 999]);
  assert.deepEqual(numbers(timeline, START), [1000]);
  assert.deepEqual(sequences(timeline, START + 2), [0, 1, 2]);
  assert.deepEqual(
    window(timeline, START).map(({ zero, discontinuity }) => ({ zero, discontinuity })),
    [{ zero: START, discontinuity: false }],
  );
});

test('an encoder that restarts leaves a discontinuity, which is counted once it is out of the playlist', () => {
  const timeline = new Timeline();
  timeline.discontinuity(START);
  const before = (last: number) => timeline.discontinuitySequence(window(timeline, last)[0]!);
  const marked = window(timeline, START + 2).filter(slot => slot.discontinuity);
  assert.deepEqual(
    marked.map(({ n, zero }) => [n, zero]),
    [[START, START]],
  );
  assert.deepEqual(sequences(timeline, START + 2), [997, 998, 999, 1000, 1001, 1002]);
  assert.equal(before(START + 5), 0);
  assert.equal(before(START + 6), 1);
});

test('an encoder that drops leaves a hole in the dates and none in the numbers', () => {
  const timeline = new Timeline();
  timeline.drop(START, 8);
  assert.deepEqual(numbers(timeline, START + 7), [994, 995, 996, 997, 998, 999]);
  assert.deepEqual(numbers(timeline, START + 9), [996, 997, 998, 999, 1008, 1009]);
  assert.deepEqual(sequences(timeline, START + 9), [996, 997, 998, 999, 1000, 1001]);
  assert.equal(timeline.slot(START + 3), undefined);
  assert.equal(timeline.slot(START + 8)?.discontinuity, true);
});

test('a change of codec goes back at the next one', () => {
  const timeline = new Timeline();
  timeline.swap(START);
  timeline.swap(START + 3);
  const swapped = window(timeline, START + 4).map(slot => slot.swapped);
  assert.deepEqual(swapped, [false, true, true, true, false, false]);
});

test('commands within one segment come one after the other', () => {
  const timeline = new Timeline();
  timeline.discontinuity(START);
  timeline.discontinuity(START);
  const marked = window(timeline, START + 2).filter(slot => slot.discontinuity);
  assert.deepEqual(
    marked.map(({ n }) => n),
    [START, START + 1],
  );
  assert.deepEqual(sequences(timeline, START + 2), [997, 998, 999, 1000, 1001, 1002]);
});
