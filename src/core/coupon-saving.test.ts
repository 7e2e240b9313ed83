import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Coupon, Price } from '../protocol/index.js';
import { couponSaving } from './coupon-saving.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const coupon = (value: Coupon['value'], minSpend?: Coupon['minSpend']): Coupon => ({
  ...{ id: 'c', title: 'c', value, total: 1, expires: { kind: 'never' }, soldOut: false },
  ...{ state: 'open', opensAt: 1, closesAt: null },
  ...(minSpend ? { minSpend } : {}),
});
const fixed = (minor: number): Price => ({ kind: 'fixed', amount: cny(minor) });

test('an amount is taken off, a percentage is rounded down, and nothing is promised below the minimum', () => {
  const twenty = coupon({ kind: 'amount', amount: cny(2000) }, cny(9900));
  assert.deepEqual(couponSaving(twenty, fixed(12900)), { off: cny(2000), then: cny(10900) });
  assert.equal(couponSaving(twenty, fixed(9899)), undefined);
  assert.deepEqual(couponSaving(coupon({ kind: 'percent', percentOff: 15 }), fixed(999)), {
    off: cny(149),
    then: cny(850),
  });
  assert.deepEqual(couponSaving(twenty, { kind: 'range', from: cny(9900), to: cny(19900) })?.then, cny(7900));
  assert.deepEqual(couponSaving(coupon({ kind: 'amount', amount: cny(2000) }), fixed(500)), {
    off: cny(500),
    then: cny(0),
  });
  assert.equal(
    couponSaving(coupon({ kind: 'amount', amount: { minor: 5, currency: 'USD' } }), fixed(900)),
    undefined,
  );
});

test('what is taken off and what is left are the price, to the last minor unit, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 1, max: 99 }),
      (minor, percentOff) => {
        const saving = couponSaving(coupon({ kind: 'percent', percentOff }), fixed(minor));
        const exact = (BigInt(minor) * BigInt(percentOff)) / 100n;
        assert.equal(BigInt(saving?.off.minor ?? 0), exact);
        if (saving) assert.equal(saving.off.minor + saving.then.minor, minor);
      },
    ),
  );
});
