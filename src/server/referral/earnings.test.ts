import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { earnings } from './earnings.js';
import { parseReferral } from './config.js';

const yuan = (minor: number) => ({ minor, currency: 'CNY' });
const agreed = (policy: object = {}) =>
  parseReferral({
    policy,
    tiers: [
      { name: 'Bronze', from: yuan(0), rateBp: 300 },
      { name: 'Silver', from: yuan(100_000), rateBp: 500 },
      { name: 'Gold', from: yuan(1_000_000), rateBp: 800 },
    ],
  }).config!;
const of = (own: number, second = 0, currency = 'CNY') => ({
  own: (asked: string) => (asked === currency ? own : 0),
  second: (asked: string) => (asked === currency ? second : 0),
});

test('the tier that sales come to, what it earns, and the next one', () => {
  assert.deepEqual(earnings(agreed(), of(99_999)), {
    name: 'Bronze',
    rateBp: 300,
    counted: yuan(99_999),
    commission: yuan(2999),
    next: { name: 'Silver', rateBp: 500, from: yuan(100_000) },
  });
  assert.deepEqual(earnings(agreed(), of(1_000_000)), {
    name: 'Gold',
    rateBp: 800,
    counted: yuan(1_000_000),
    commission: yuan(80_000),
  });
});

test('no tiers, no pay; other currencies count for nothing; no level, no commission', () => {
  assert.equal(earnings(parseReferral({}).config!, of(5)), undefined);
  assert.deepEqual(earnings(agreed(), of(500_000, 0, 'USD'))?.commission, yuan(0));
  assert.deepEqual(earnings(agreed({ payableLevels: 0 }), of(500_000, 500_000))?.commission, yuan(0));
});

test('the second level is paid only where the shop has agreed to it, and never makes the tier', () => {
  assert.deepEqual(earnings(agreed(), of(1000, 1_000_000))?.commission, yuan(30));
  const two = earnings(agreed({ payableLevels: 2, secondRateBp: 100 }), of(1000, 1_000_000));
  assert.deepEqual([two?.name, two?.commission.minor], ['Bronze', 30 + 10_000]);
});

test('whole minor units, exact for any sum, and never more than the rate', () => {
  fc.assert(
    fc.property(fc.nat(9_007_199_254_740), fc.integer({ min: 0, max: 10_000 }), (minor, rateBp) => {
      const { config } = parseReferral({ tiers: [{ name: 'one', from: yuan(0), rateBp }] });
      const { commission } = earnings(config!, of(minor))!;
      assert.ok(Number.isSafeInteger(commission.minor));
      const exact = BigInt(minor) * BigInt(rateBp);
      assert.ok(BigInt(commission.minor) * 10_000n <= exact);
      assert.ok((BigInt(commission.minor) + 1n) * 10_000n > exact);
    }),
  );
});
