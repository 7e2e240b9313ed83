import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { roomOf } from '../../../test/fixtures/show.js';
import type { ClaimAnswer, Coupon } from '../../protocol/index.js';
import { couponOf, gateClaim, settleClaim, type ClaimRefusal } from './decide-claim.js';
import type { Viewer } from './viewer.js';

const NOW = 1_000_000;
const anonymous: Viewer = { id: 'v1', role: 'viewer', since: NOW - 10_000 };
const open = (id: string, change: Partial<Coupon> = {}): Coupon => ({
  ...couponOf(roomOf(), id),
  state: 'open',
  opensAt: NOW - 1000,
  ...change,
});
const gate = (coupon: Coupon, viewer: Viewer = anonymous, commented = false) =>
  gateClaim(coupon, { now: NOW, viewer, commented });

test('an open coupon without conditions is free to take', () => {
  assert.equal(gate(open('plain')), null);
});

test('what a viewer has not done yet comes first', () => {
  assert.deepEqual(gate(open('signed')), { result: 'sign-in' });
  assert.equal(gate(open('signed'), { ...anonymous, subject: 'customer-7' }), null);
  assert.deepEqual(gate(open('spoken')), { result: 'ineligible', needs: { kind: 'comment' } });
  assert.equal(gate(open('spoken'), anonymous, true), null);
  assert.deepEqual(gate(open('watched')), { result: 'ineligible', needs: { kind: 'watch', seconds: 50 } });
  assert.equal(gate(open('watched'), { ...anonymous, since: NOW - 60_000 }), null);
  assert.deepEqual(gate(open('signed', { state: 'draft', opensAt: null })), { result: 'sign-in' });
});

test('a coupon that is not open says when it will be', () => {
  assert.deepEqual(gate(couponOf(roomOf(), 'plain')), { result: 'not-open', opensAt: null });
  assert.deepEqual(gate(open('plain', { opensAt: NOW + 1 })), { result: 'not-open', opensAt: NOW + 1 });
});

test('the window is the server clock, to the millisecond', () => {
  assert.equal(gate(open('plain', { opensAt: NOW })), null);
  assert.equal(gate(open('plain', { closesAt: NOW + 1 })), null);
  assert.deepEqual(gate(open('plain', { closesAt: NOW })), { result: 'expired' });
  assert.deepEqual(gate(open('plain', { state: 'stopped' })), { result: 'expired' });
});

test('who has it keeps it, then come conditions and window, then the stock', () => {
  const offer = { couponId: 'plain', code: 'NEW', at: NOW };
  const had = { couponId: 'plain', code: 'OLD', at: 1 };
  const refusals: (ClaimRefusal | null)[] = [null, { result: 'expired' }, { result: 'sign-in' }];
  for (const gate of refusals) {
    for (const left of [0, 5]) {
      assert.deepEqual(settleClaim({ had, gate, left, offer }), { result: 'already', ...had });
      const expected: ClaimAnswer = gate ?? (left > 0 ? { result: 'won', ...offer } : { result: 'sold-out' });
      assert.deepEqual(settleClaim({ had: undefined, gate, left, offer }), expected);
    }
  }
});

test('in any order of viewers and repeats: one code each, never more than there were', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.nat(11), { maxLength: 60 }), (total, viewers) => {
      const held = new Map<number, string>();
      let left = total;
      viewers.forEach((viewer, i) => {
        const code = held.get(viewer);
        const had = code === undefined ? undefined : { couponId: 'x', code, at: 0 };
        const answer = settleClaim({ had, gate: null, left, offer: { couponId: 'x', code: `C${i}`, at: i } });
        if (answer.result === 'won') {
          left -= 1;
          held.set(viewer, answer.code);
        }
        if (answer.result === 'already') assert.equal(answer.code, code);
        assert.equal(left + held.size, total);
      });
      assert.equal(held.size, Math.min(total, new Set(viewers).size));
    }),
  );
});
