import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { ServerClock } from '../core/server-clock.js';
import type { Head } from '../protocol/index.js';
import { SegmentClock } from './segment-clock.js';

const local = 1_800_000_000_000;
const head = (now: number) => ({ now }) as Head;
const answer = (sentAt: number, receivedAt: number) => ({ body: {}, sentAt, receivedAt, replayed: false });

let clock: ServerClock;
let segments: SegmentClock;

beforeEach(() => {
  mock.timers.enable({ apis: ['Date'], now: local });
  clock = new ServerClock();
  segments = new SegmentClock(clock);
});
afterEach(() => mock.timers.reset());

describe('the clock that segments are numbered by', () => {
  test('is never ahead of what a head proves, however old the cache’s copy is, and whatever the phone says', () => {
    segments.head(head(local + 5000), answer(local - 40, local));
    assert.equal(segments.now(), local + 5000);
    assert.equal(clock.now(), local + 5000);
  });

  test('goes on by what a segment proves', () => {
    segments.head(head(local), answer(local - 40, local));
    segments.seen(local + 900);
    assert.equal(segments.now(), local + 900);
    segments.seen(local + 300);
    assert.equal(segments.now(), local + 900);
  });

  test('believes an answer to us alone rather than a copy', () => {
    segments.head(head(local), answer(local - 40, local));
    clock.sample(local + 2000, local - 100, local);
    assert.equal(clock.now(), local + 2050);
    assert.equal(segments.now(), local + 2050);
  });
});
