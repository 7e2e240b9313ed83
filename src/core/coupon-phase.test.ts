import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Coupon } from '../protocol/index.js';
import { couponClosesAt, couponPhase, couponTurnsAt } from './coupon-phase.js';

const coupon = (more: Partial<Coupon> = {}): Coupon => ({
  id: 'c1',
  title: '20 off',
  value: { kind: 'percent', percentOff: 20 },
  total: 10,
  expires: { kind: 'never' },
  soldOut: false,
  state: 'open',
  opensAt: 1000,
  closesAt: 2000,
  ...more,
});

test('a coupon is upcoming, then open, then over, by the clock alone', () => {
  const phases = [999, 1000, 1999, 2000].map(now => couponPhase(coupon(), now));
  assert.deepEqual(phases, ['upcoming', 'open', 'open', 'expired']);
});

test('what the host and the stock say comes before the clock', () => {
  assert.equal(couponPhase(coupon({ state: 'draft' }), 1500), 'hidden');
  assert.equal(couponPhase(coupon({ opensAt: null }), 1500), 'hidden');
  assert.equal(couponPhase(coupon({ state: 'stopped' }), 1500), 'expired');
  assert.equal(couponPhase(coupon({ soldOut: true, state: 'stopped' }), 1500), 'sold-out');
  assert.equal(couponPhase(coupon({ closesAt: null }), 9e15), 'open');
});

const some = fc.record({
  soldOut: fc.boolean(),
  state: fc.constantFrom('draft' as const, 'open' as const, 'stopped' as const),
  opensAt: fc.option(fc.nat({ max: 5000 })),
  closesAt: fc.option(fc.nat({ max: 5000 })),
});

test('a phase holds until the moment it is said to turn, and turns then', () => {
  fc.assert(
    fc.property(some, fc.nat({ max: 6000 }), (more, now) => {
      const one = coupon(more);
      const turns = couponTurnsAt(one, now);
      const phase = couponPhase(one, now);
      if (turns === null) {
        for (const later of [now + 1, now + 10_000]) assert.equal(couponPhase(one, later), phase);
      } else {
        assert.ok(turns > now);
        assert.equal(couponPhase(one, turns - 1), phase);
        assert.notEqual(couponPhase(one, turns), phase);
      }
    }),
  );
});

test('terms say when a coupon that opens now will close', () => {
  assert.equal(couponClosesAt({ kind: 'after', minutes: 5 }, 1000), 301_000);
  assert.equal(couponClosesAt({ kind: 'at', at: 7000 }, 1000), 7000);
  assert.equal(couponClosesAt({ kind: 'never' }, 1000), null);
  assert.equal(couponClosesAt({ kind: 'stopped' }, 1000), null);
});
