import assert from 'node:assert/strict';
import { claim, receipt, refused, ROOM, type Check } from './checked-contract.js';
import type { DrawRequest } from './coupon-store.js';
import type { RoomStore } from './room-store.js';

const redeem = (store: RoomStore, code: string, orderId: string, at = 5000) =>
  store.redeem({ room: ROOM, code, orderId, at });
const enter = (store: RoomStore, viewer: string, key = 'k1', change: Parameters<typeof claim>[2] = {}) =>
  store.enter(claim(viewer, key, change), 9000);
const draw = (store: RoomStore, winners: string[], entries: number, change: Partial<DrawRequest> = {}) =>
  store.draw({
    room: ROOM,
    couponId: 'plain',
    winners: winners.map(viewer => ({ viewer, code: `DRAWN-${viewer}` })),
    entries,
    seed: 'ab',
    cutoff: 'cd',
    at: 9000,
    ...change,
  });

/** What a store promises of codes that are used and of coupons that are drawn. */
export function couponContract(check: Check): void {
  check(
    'lets a code be used by one order, and tells that order the same however often it asks',
    9,
    async store => {
      await store.claim(claim('v1', 'k1', { subject: 'Zoë "张"' }));
      await store.claim(claim('v2', 'k1'));
      const used = await redeem(store, 'CODE-v1-k1', 'order 1');
      assert.deepEqual(used, {
        result: 'redeemed',
        claim: { couponId: 'plain', code: 'CODE-v1-k1', at: 2000 },
        viewer: 'v1',
        subject: 'Zoë "张"',
        at: 5000,
      });
      assert.deepEqual(await redeem(store, 'CODE-v1-k1', 'order 1', 6000), used);
      assert.deepEqual(await redeem(store, 'CODE-v1-k1', 'order 2', 6000), { ...used, result: 'used' });
      await assert.rejects(redeem(store, 'CODE-v9-k1', 'order 1'), refused('code-unknown'));
      const both = await Promise.all(['order 3', 'order 4'].map(order => redeem(store, 'CODE-v2-k1', order)));
      assert.deepEqual(both.map(one => one.result).sort(), ['redeemed', 'used']);
      assert.equal(both[0]!.subject, undefined);
      // What is won later is known as well.
      await store.claim(claim('v3', 'k1'));
      assert.equal((await redeem(store, 'CODE-v3-k1', 'order 5')).viewer, 'v3');
      const told = (await store.ledger(ROOM, 0, 99)).filter(entry => entry.type === 'coupon.redeemed');
      assert.equal(told.length, 3);
      assert.deepEqual(told[0]!.data, {
        couponId: 'plain',
        code: 'CODE-v1-k1',
        viewer: 'v1',
        orderId: 'order 1',
        subject: 'Zoë "张"',
      });
      assert.equal(told[0]!.at, 5000);
    },
  );

  check('lets a viewer into a draw once, and answers the same for the same key', 2, async store => {
    const entered = { result: 'entered', drawsAt: 9000 };
    const first = await enter(store, 'v1', 'k1', { subject: 'p1' });
    assert.deepEqual(first, { answer: entered, at: 2000, replayed: false });
    assert.deepEqual(await enter(store, 'v1'), { ...first, replayed: true });
    assert.deepEqual(await store.answered(receipt('k1')), { ...first, replayed: true });
    assert.deepEqual((await enter(store, 'v1', 'k2', { gate: { result: 'expired' } })).answer, entered);
    assert.deepEqual((await enter(store, 'v2', 'k1', { gate: { result: 'expired' } })).answer, {
      result: 'expired',
    });
    await enter(store, 'v3');
    await assert.rejects(
      enter(store, 'v3', 'k1', { receipt: receipt('k1', 'v3', 'another') }),
      refused('key-reused'),
    );
    assert.deepEqual(await store.entries(ROOM, 'plain'), [
      { viewer: 'v1', subject: 'p1' },
      { viewer: 'v3', subject: undefined },
    ]);
    assert.deepEqual(await store.entered(ROOM, 'v1'), ['plain']);
    assert.deepEqual(await store.entered(ROOM, 'v2'), []);
    assert.equal((await store.load(ROOM)).left.plain, 2);
    assert.deepEqual(await store.ledger(ROOM, 0, 9), []);
  });

  check('draws once, gives the winners theirs, and says so in the log', 2, async store => {
    for (const viewer of ['v1', 'v2', 'v3']) await enter(store, viewer, 'k1', { subject: `p-${viewer}` });
    assert.equal(await draw(store, ['v1', 'v2'], 2), 'conflict');
    assert.equal(await draw(store, ['v1', 'v2', 'v3'], 3), 'conflict');
    const outcomes = await Promise.all([draw(store, ['v3'], 3), draw(store, ['v2'], 3)]);
    assert.deepEqual(outcomes, ['drawn', 'drawn']);
    const { events, left, seq } = await store.load(ROOM);
    const drawn = events.filter(event => event.type === 'coupon.drawn');
    assert.deepEqual(
      drawn.map(event => [event.seq, event.at, event.data]),
      [[seq, 9000, { couponId: 'plain', seed: 'ab', entries: 3, cutoff: 'cd' }]],
    );
    assert.equal(left.plain, 1);
    const [winner] = (await store.ledger(ROOM, 0, 9)).map(entry => String(entry.data.viewer));
    assert.deepEqual(await store.ledger(ROOM, 0, 9), [
      {
        n: 1,
        at: 9000,
        type: 'claim.won',
        data: { couponId: 'plain', code: `DRAWN-${winner}`, viewer: winner, subject: `p-${winner}` },
      },
    ]);
    const won = { couponId: 'plain', code: `DRAWN-${winner}`, at: 9000 };
    assert.deepEqual(await store.claims(ROOM, winner!), [won]);
    assert.deepEqual((await enter(store, winner!, 'k2')).answer, { result: 'already', ...won });
    assert.deepEqual((await enter(store, 'v1', 'k2')).answer, { result: 'sold-out' });
    assert.deepEqual((await enter(store, 'v9')).answer, { result: 'sold-out' });
    // The key of before the draw still says what it said.
    assert.equal((await enter(store, winner!)).answer.result, 'entered');
    assert.equal((await redeem(store, `DRAWN-${winner}`, 'o1')).subject, `p-${winner}`);
  });

  check('holds a draw that nobody takes part in', 2, async store => {
    assert.equal(await draw(store, [], 0, { cutoff: '' }), 'drawn');
    assert.equal((await store.load(ROOM)).left.plain, 2);
  });
}
