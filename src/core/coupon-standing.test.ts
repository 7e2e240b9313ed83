import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Coupon } from '../protocol/index.js';
import type { ClaimState } from './coupon-phase.js';
import { closesSoon, couponStanding, standingTicks, standingTurnsAt } from './coupon-standing.js';

const NOW = 1_000_000_000_000;
const coupon = (more: Partial<Coupon> = {}): Coupon => ({
  id: 'c',
  title: 'Welcome',
  value: { kind: 'amount', amount: { minor: 2000, currency: 'CNY' } },
  total: 100,
  expires: { kind: 'never' },
  soldOut: false,
  state: 'open',
  opensAt: NOW - 1000,
  closesAt: null,
  ...more,
});
const won: ClaimState = {
  status: 'claimed',
  claim: { couponId: 'c', code: 'TEA-1', at: NOW },
  already: false,
};
const kind = (c: Coupon, claim?: ClaimState, toldAt?: number) => couponStanding(c, NOW, claim, toldAt).kind;

test('without a claim a coupon stands where its phase says', () => {
  assert.equal(kind(coupon({ state: 'draft', opensAt: null })), 'hidden');
  assert.equal(kind(coupon({ opensAt: NOW + 1 })), 'upcoming');
  assert.equal(kind(coupon({ opensAt: NOW })), 'open');
  assert.equal(kind(coupon({ soldOut: true })), 'sold-out');
  assert.equal(kind(coupon({ closesAt: NOW })), 'expired');
});

test('a code once won is shown whatever becomes of the coupon', () => {
  for (const more of [
    { soldOut: true },
    { closesAt: NOW - 1 },
    { state: 'stopped' },
    { state: 'draft' },
  ] as const)
    assert.equal(kind(coupon(more), won), 'claimed');
});

test('a refusal is forgotten when the coupon opens again after it', () => {
  const again = coupon({ opensAt: NOW - 10 });
  for (const status of ['sold-out', 'expired', 'sign-in'] as const) {
    assert.equal(kind(again, { status }, NOW - 5), status);
    assert.equal(kind(again, { status }, NOW - 20), 'open');
  }
  assert.equal(kind(again, { status: 'failed', code: 'network' }, NOW - 5), 'failed');
});

test('what the clock says beats a failed claim', () => {
  assert.equal(kind(coupon({ soldOut: true }), { status: 'failed', code: 'network' }), 'sold-out');
  assert.equal(kind(coupon({ closesAt: NOW - 1 }), { status: 'sign-in' }), 'expired');
});

test('seconds still to watch run down and then it is open', () => {
  const claim: ClaimState = { status: 'ineligible', needs: { kind: 'watch', seconds: 30 } };
  const at = (ms: number) => couponStanding(coupon(), NOW + ms, claim, NOW);
  assert.deepEqual(at(0), { kind: 'ineligible', needs: { kind: 'watch', seconds: 30 } });
  assert.deepEqual(at(29_001), { kind: 'ineligible', needs: { kind: 'watch', seconds: 1 } });
  assert.equal(at(30_000).kind, 'open');
  assert.equal(standingTurnsAt(coupon(), at(29_001), NOW + 29_001), NOW + 30_001);
});

test('a server that says not yet is believed until the time it named', () => {
  assert.deepEqual(couponStanding(coupon(), NOW, { status: 'not-open', opensAt: NOW + 500 }), {
    kind: 'upcoming',
    opensAt: NOW + 500,
  });
  assert.equal(kind(coupon(), { status: 'not-open', opensAt: NOW }), 'open');
  assert.equal(kind(coupon(), { status: 'not-open', opensAt: null }), 'open');
});

test('it turns when it opens, an hour before it closes, and when it closes', () => {
  const turn = (c: Coupon) => standingTurnsAt(c, couponStanding(c, NOW), NOW);
  assert.equal(turn(coupon({ opensAt: NOW + 5000 })), NOW + 5000);
  assert.equal(turn(coupon({ closesAt: NOW + 7_200_000 })), NOW + 3_600_000);
  assert.equal(turn(coupon({ closesAt: NOW + 60_000 })), NOW + 60_000);
  assert.equal(turn(coupon()), null);
  assert.equal(turn(coupon({ soldOut: true, closesAt: NOW + 9 })), null);
});

test('seconds are counted before the opening, in the last hour and while watching', () => {
  const ticks = (c: Coupon, claim?: ClaimState) => standingTicks(couponStanding(c, NOW, claim), NOW);
  assert.equal(ticks(coupon({ opensAt: NOW + 5000 })), true);
  assert.equal(ticks(coupon()), false);
  assert.equal(ticks(coupon({ closesAt: NOW + 3_600_001 })), false);
  assert.equal(ticks(coupon({ closesAt: NOW + 3_600_000 })), true);
  assert.equal(ticks(coupon(), { status: 'ineligible', needs: { kind: 'watch', seconds: 3 } }), true);
  assert.equal(ticks(coupon(), { status: 'ineligible', needs: { kind: 'comment' } }), false);
  assert.equal(closesSoon(null, NOW), false);
});
