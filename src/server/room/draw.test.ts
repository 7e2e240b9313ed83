import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { makeShow, roomOf } from '../../../test/fixtures/show.js';
import type { Coupon } from '../../protocol/index.js';
import { commitOf, dueDraws, lotOf, outcomeOf, seedOf } from './draw.js';

const secret = Buffer.alloc(32, 7);

test('a seed belongs to one opening of one coupon in one room, and its commitment is its hash', () => {
  const seed = seedOf(secret, 'spring', 'c1', 1000);
  assert.match(seed, /^[\da-f]{64}$/);
  assert.equal(seed, seedOf(secret, 'spring', 'c1', 1000));
  const others = [
    seedOf(secret, 'spring', 'c1', 1001),
    seedOf(secret, 'spring', 'c2', 1000),
    seedOf(secret, 'summer', 'c1', 1000),
    seedOf(Buffer.alloc(32, 8), 'spring', 'c1', 1000),
  ];
  assert.equal(new Set([seed, ...others]).size, 5);
  // SHA-256 of "abc" and of "abc:v1", as anybody reckons it.
  assert.equal(commitOf('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  assert.equal(lotOf('abc', 'v1'), commitOf('abc:v1'));
});

test('as many win as there are coupons; each can find out alone by the cutoff, whatever the order of the entries', () => {
  const viewers = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 40 });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 64 }),
      viewers,
      fc.integer({ min: 1, max: 20 }),
      (seed, all, total) => {
        const { winners, cutoff } = outcomeOf(seed, all, total);
        assert.equal(winners.length, Math.min(total, all.length));
        for (const viewer of all) assert.equal(lotOf(seed, viewer) <= cutoff, winners.includes(viewer));
        assert.deepEqual(outcomeOf(seed, [...all].reverse(), total), { winners, cutoff });
      },
    ),
  );
  assert.deepEqual(outcomeOf('abc', [], 3), { winners: [], cutoff: '' });
});

test('everybody has the same chance', () => {
  const viewers = Array.from({ length: 10 }, (_, i) => `v${i}`);
  const wins = new Map(viewers.map(viewer => [viewer, 0]));
  for (let round = 0; round < 2000; round += 1) {
    const { winners } = outcomeOf(seedOf(secret, 'spring', 'c1', round), viewers, 3);
    for (const viewer of winners) wins.set(viewer, wins.get(viewer)! + 1);
  }
  // 600 each; five standard deviations are about 100, and the secret is the same every time.
  for (const count of wins.values()) assert.ok(count > 490 && count < 710, String(count));
});

test('a draw is due when nobody can enter any more, and once', () => {
  const [plain] = roomOf().coupons;
  const draw: Coupon = { ...plain!, mode: 'draw', state: 'open', opensAt: 1000, closesAt: 2000 };
  const due = (change: Partial<Coupon>, now = 2000) =>
    dueDraws({ ...roomOf(makeShow()), coupons: [{ ...draw, ...change }] }, now).length;
  assert.equal(due({}), 1);
  assert.equal(due({}, 1999), 0);
  assert.equal(due({ closesAt: null }), 0);
  assert.equal(due({ closesAt: null, state: 'stopped' }), 1);
  assert.equal(due({ state: 'stopped' }, 999), 0);
  assert.equal(due({ mode: 'first-come' }), 0);
  assert.equal(due({ drawn: { seed: 's', entries: 0, cutoff: '' } }), 0);
  assert.equal(due({ state: 'draft', opensAt: null }), 0);
});
