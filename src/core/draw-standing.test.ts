import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Coupon } from '../protocol/index.js';
import { commitOf, lotOf, outcomeOf } from '../../test/fixtures/draw.js';
import type { ClaimState } from './coupon-phase.js';
import { checkDraw, drawStanding } from './draw-standing.js';

const NOW = 1_000_000_000_000;
const seed = 'ab12';
const draw = (more: Partial<Coupon> = {}): Coupon => ({
  ...{ id: 'c', title: 'c', value: { kind: 'percent', percentOff: 9 }, total: 1, mode: 'draw' },
  ...{
    expires: { kind: 'never' },
    soldOut: false,
    state: 'open',
    opensAt: NOW - 5000,
    closesAt: NOW + 60_000,
  },
  commit: commitOf(seed),
  ...more,
});
const entered: ClaimState = { status: 'entered', drawsAt: NOW + 60_000 };
const kind = (coupon: Coupon, claim?: ClaimState, viewer: string | undefined = 'me', now = NOW) =>
  drawStanding(coupon, now, claim, NOW, viewer).kind;
const drawnFor = (cutoff: string): Coupon => draw({ state: 'stopped', drawn: { seed, entries: 2, cutoff } });

test('who takes part is told when it is drawn, and that it is being drawn', () => {
  assert.equal(kind(draw()), 'open');
  assert.deepEqual(drawStanding(draw(), NOW, entered, NOW, 'me'), {
    kind: 'entered',
    drawsAt: NOW + 60_000,
  });
  assert.equal(kind(draw(), entered, 'me', NOW + 60_000), 'drawing');
  assert.equal(kind(draw(), undefined, 'me', NOW + 60_000), 'expired');
  assert.equal(kind(draw({ opensAt: NOW + 1 }), undefined), 'upcoming');
  assert.deepEqual(
    drawStanding(draw({ closesAt: null }), NOW, { status: 'entered', drawsAt: null }, NOW, 'me'),
    {
      kind: 'entered',
      drawsAt: null,
    },
  );
});

test('the page finds out by itself who has won', () => {
  const mine = lotOf(seed, 'me');
  assert.equal(kind(drawnFor(mine), entered), 'won');
  assert.equal(kind(drawnFor('0'.repeat(64)), entered), 'lost');
  assert.equal(kind(drawnFor(''), entered), 'lost');
  assert.equal(drawStanding(drawnFor(mine), NOW, entered, NOW, undefined).kind, 'drawn');
  assert.equal(kind(drawnFor(mine)), 'drawn', 'who took no part');
  assert.equal(kind(drawnFor(mine), { status: 'sold-out' }), 'lost', 'the server says so');
  assert.equal(kind(drawnFor(mine), { status: 'failed', code: 'network' }), 'won', 'may try again');
  const claim = { couponId: 'c', code: 'X', at: NOW };
  assert.equal(kind(drawnFor(''), { status: 'claimed', claim, already: true }), 'claimed');
});

test('a seed that is not the one fixed before is told', () => {
  assert.equal(checkDraw(drawnFor(''), 'me')!.fair, true);
  assert.equal(checkDraw({ ...drawnFor(''), commit: commitOf('other') }, 'me')!.fair, false);
  assert.equal(checkDraw({ ...drawnFor(''), commit: undefined }, 'me')!.fair, false);
  assert.equal(checkDraw(draw(), 'me'), undefined);
});

test('page and server agree on every viewer of every draw', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      (viewers, total) => {
        const { winners, cutoff } = outcomeOf(seed, viewers, total);
        const coupon = draw({ total, state: 'stopped', drawn: { seed, entries: viewers.length, cutoff } });
        for (const viewer of viewers)
          assert.equal(kind(coupon, entered, viewer), winners.includes(viewer) ? 'won' : 'lost');
      },
    ),
  );
});
