import assert from 'node:assert/strict';
import { numbers } from '../../../test/fixtures/referral-traffic.js';
import type { Show } from '../../protocol/index.js';
import { claim, comment, receipt, ROOM, type Check } from './checked-contract.js';
import type { RoomStore, Standing } from './room-store.js';
import { loadSales, reservation } from './sale-contract.js';

const withSales = (store: RoomStore, total = 9, other = 9) => {
  const { show } = loadSales(total, other).data as { show: Show };
  const coupons = show.coupons.map(one => ({ ...one, total: 20 }));
  const load = { type: 'show.load', data: { show: { ...show, coupons } } };
  return store.append(ROOM, [load], { at: 1000, expectSeq: 1 });
};
const erase = (store: RoomStore, viewer: string, at = 6000) => store.erase(ROOM, viewer, at, 'room');
const paid = (reservationId: string, orderId: string, viewer?: string) => [
  { room: ROOM, orderId, status: 'paid' as const, reservationId, restock: true, at: 2000 },
  { room: ROOM, orderId, status: 'paid' as const, viewer, reservations: [reservationId], at: 2000 },
];
const result = async (answered: Promise<{ answer: { result: string } }>) => (await answered).answer.result;
const everySay: Standing[] = ['shown', 'held', 'shadow', 'hidden'];

/** All that a store tells, as text. */
async function allTold(store: RoomStore): Promise<string> {
  return JSON.stringify([
    await store.ledger(ROOM, 0, 9999),
    await store.referrals(ROOM, 0, 9999),
    await store.entries(ROOM, 'plain'),
    await Promise.all(everySay.map(standing => store.comments(ROOM, { standing, limit: 999 }))),
  ]);
}

/** What a store promises of a person who is taken out of a whole room. */
export function erasureContract(check: Check): void {
  check('a code outlives who won it, and they win no other', 2, async (store, { everything }) => {
    await store.claim(claim('bob', 'k1', { subject: 'p-bob' }));
    await erase(store, 'bob');
    assert.deepEqual(await store.claims(ROOM, 'bob'), []);
    for (const key of ['k1', 'k2']) assert.equal(await result(store.claim(claim('bob', key))), 'sold-out');
    assert.equal(await result(store.enter(claim('bob', 'k3'), null)), 'sold-out');
    const { left } = await store.pulse(ROOM, { process: 'p', online: 0, likes: 0, after: '0', at: 1 });
    assert.equal(left.plain, 1);
    assert.equal(await result(store.claim(claim('cid', 'k1'))), 'won');
    const used = await store.redeem({ room: ROOM, code: 'CODE-bob-k1', orderId: 'o1', at: 7000 });
    assert.deepEqual([used.result, used.subject, used.claim.couponId], ['redeemed', undefined, 'plain']);
    const told = (await store.ledger(ROOM, 0, 99)).map(({ type, data }) => [type, data.code, data.viewer]);
    assert.match(used.viewer, /^e-/);
    assert.deepEqual(told, [
      ['claim.won', 'CODE-bob-k1', used.viewer],
      ['viewer.erased', undefined, undefined],
      ['claim.won', 'CODE-cid-k1', 'cid'],
      ['coupon.redeemed', 'CODE-bob-k1', used.viewer],
    ]);
    assert.ok(!/bob"/.test(await allTold(store)));
    assert.ok(!(await everything?.())?.match(/\bbob\b(?!-k1)/));
  });

  check('a code that was used stays used, by nobody who is known', 2, async store => {
    await store.claim(claim('bob', 'k1', { subject: 'p-bob' }));
    const redeem = () => store.redeem({ room: ROOM, code: 'CODE-bob-k1', orderId: 'o1', at: 5000 });
    const used = await redeem();
    await erase(store, 'bob');
    const again = await redeem();
    assert.deepEqual(again, { ...used, viewer: again.viewer, subject: undefined });
    assert.match(again.viewer, /^e-/);
  });

  check('whoever is erased before a draw leaves their place in it to nobody', 2, async store => {
    for (const viewer of ['ann', 'bob']) await store.enter(claim(viewer, 'k1', { subject: viewer }), 9000);
    await erase(store, 'bob');
    assert.deepEqual(await store.entered(ROOM, 'bob'), []);
    const [ann, nobody] = await store.entries(ROOM, 'plain');
    assert.deepEqual(ann, { viewer: 'ann', subject: 'ann' });
    assert.deepEqual([nobody?.viewer.startsWith('e-'), nobody?.subject], [true, undefined]);
    const draw = (viewer: string) =>
      store.draw({
        ...{ room: ROOM, couponId: 'plain', entries: 2, seed: 'ab', cutoff: 'cd', at: 9000 },
        winners: [{ viewer, code: `DRAWN-${viewer}` }],
      });
    // Reckoned before they were erased.
    assert.equal(await draw('bob'), 'conflict');
    assert.equal(await draw('ann'), 'drawn');
  });

  check('pieces stay sold and kept, and who had their share gets no more', 1, async store => {
    await withSales(store);
    await store.reserve(reservation('bob', 'k1', { quantity: 2 }));
    const [settled, ordered] = paid('r-bob-k1', 'o1', 'bob');
    await store.settle(settled as Parameters<RoomStore['settle']>[0]);
    await store.order(ordered!);
    await store.reserve(reservation('bob', 'k2', { saleId: 'other', quantity: 2 }));
    await erase(store, 'bob');
    assert.deepEqual(await store.holdings(ROOM, 'bob'), { reservations: [], waits: [] });
    const { answer, figures } = await store.reserve(reservation('bob', 'k3'));
    assert.deepEqual(answer, { result: 'limit', limit: 2, had: 2 });
    assert.deepEqual([figures.left, figures.sold], [7, 2]);
    // What was kept runs out in its time, and only what was bought counts against them.
    const { sales } = await store.pulse(ROOM, { process: 'p', online: 0, likes: 0, after: '0', at: 61_001 });
    assert.deepEqual([sales.other?.left, sales.other?.held], [9, 0]);
    const again = await store.reserve(reservation('bob', 'k4', { saleId: 'other', quantity: 2, at: 61_001 }));
    assert.equal(again.answer.result, 'held');
    const told = JSON.stringify((await store.ledger(ROOM, 0, 99)).slice(0, -1));
    assert.ok(!/"(p-|person of )?bob"/.test(told), told);
    // A refund finds the pieces.
    const back = { ...settled, status: 'refunded', at: 61_002 } as Parameters<RoomStore['settle']>[0];
    assert.equal((await store.settle(back)).result, 'returned');
  });

  check('who stands in line is let through under the other name', 1, async store => {
    await withSales(store, 2);
    await store.reserve(reservation('ann', 'k1', { quantity: 2 }));
    for (const viewer of ['bob', 'cid']) await store.reserve(reservation(viewer, 'k1', { wait: true }));
    await erase(store, 'bob');
    const at = 61_001;
    const { sales } = await store.pulse(ROOM, { process: 'p', online: 0, likes: 0, after: '0', at });
    assert.deepEqual([sales.flash?.held, sales.flash?.waiting, sales.flash?.served], [2, 0, 2]);
    const [held] = (await store.holdings(ROOM, 'cid')).reservations;
    assert.equal(held?.quantity, 1);
    assert.deepEqual((await store.holdings(ROOM, 'bob')).reservations, []);
    const waits = await store.reserve(reservation('bob', 'k2', { wait: true, at }));
    assert.equal(waits.answer.result, 'waiting');
  });

  check('what was said stays, and nobody has said it', 1, async store => {
    const bob = { id: 'bob', role: 'viewer' as const, name: 'Bob "B"' };
    const words = { ...comment('c1', 'bob'), from: bob };
    await store.comment(words, { subject: 'p-bob', receipt: receipt('c1', 'bob') });
    await store.comment(comment('c2', 'bob', 'two'), { receipt: receipt('c2', 'bob'), standing: 'held' });
    const replyTo = { id: 'c1', from: bob, text: words.text };
    await store.comment({ ...comment('c3', 'cid'), replyTo }, { receipt: receipt('c3', 'cid') });
    await erase(store, 'bob');
    const [first, answer] = await store.comments(ROOM, { standing: 'shown', limit: 9 });
    const [held] = await store.comments(ROOM, { standing: 'held', limit: 9 });
    assert.deepEqual([first?.text, answer?.replyTo?.text, held?.text], [words.text, words.text, 'two']);
    for (const from of [first?.from, answer?.replyTo?.from, held?.from]) {
      assert.match(from!.id, /^e-/);
      assert.deepEqual([from!.role, from!.name, typeof from!.guest], ['viewer', undefined, 'number']);
    }
    assert.equal(answer?.from.id, 'cid');
    assert.equal(await store.hasCommented(ROOM, 'bob'), false);
    assert.equal(await store.hasCommented(ROOM, 'cid'), true);
    assert.equal(await store.answered(receipt('c1', 'bob')), undefined);
    await store.setStanding(ROOM, ['c2'], 'shown');
    assert.equal((await store.comments(ROOM, { standing: 'shown', limit: 9 })).length, 3);
  });

  check('of the chain alone, what somebody holds stays theirs', 2, async store => {
    await store.claim(claim('bob', 'k1'));
    await store.comment(comment('c1', 'bob'), { receipt: receipt('c1', 'bob') });
    await store.erase(ROOM, 'bob', 6000);
    assert.equal((await store.claims(ROOM, 'bob')).length, 1);
    assert.equal(await result(store.claim(claim('bob', 'k2'))), 'already');
    assert.equal(await store.hasCommented(ROOM, 'bob'), true);
  });

  check(
    'whatever many do at once, nobody has two, the sums are right and no trace is left',
    20,
    async (store, under) => {
      await withSales(store, 30, 30);
      const { left: before } = await store.load(ROOM);
      const random = numbers(23);
      const people = Array.from({ length: 12 }, (_, i) => `who-${i}`);
      const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
      const won = new Map<string, number>();
      const act = async (i: number): Promise<void> => {
        const who = pick(people);
        const person = { subject: `p-${who}` };
        const kind = Math.floor(random() * 8);
        if (kind === 0) return erase(store, who, i);
        if (kind === 1) {
          await store.comment(comment(`c${i}`, who), { ...person, receipt: receipt(`c${i}`, who) });
        } else if (kind === 2) {
          await store.visit(ROOM, { viewer: who, share: `link-${i}`, first: true, at: i, ...person }, 1000);
          await store.count(ROOM, 'asked', who);
          await store.join(ROOM, who, i, 1000);
        } else if (kind < 5) {
          const saleId = pick(['flash', 'other']);
          const asked = reservation(who, `r${i}`, {
            ...person,
            saleId,
            quantity: 1 + (i % 2),
            wait: i % 3 === 0,
          });
          const { answer } = await store.reserve(asked);
          if (answer.result !== 'held' || i % 3 !== 0) return;
          const [settled, ordered] = paid(asked.id, `o${i}`, who);
          await store.settle(settled as Parameters<RoomStore['settle']>[0]);
          await store.order({ ...ordered!, ...person });
        } else {
          const { answer } = await store.claim(claim(who, `k${i}`, person));
          if (answer.result === 'won') won.set(who, (won.get(who) ?? 0) + 1);
        }
      };
      for (let round = 0; round < 12; round += 1) {
        await Promise.all(Array.from({ length: 20 }, (_, i) => act(20 * round + i)));
      }
      for (const who of people) await erase(store, who, 9000);
      for (const [who, times] of won) assert.equal(times, 1, who);
      const after = await store.load(ROOM);
      assert.equal(before.plain! - after.left.plain!, won.size);
      for (const { left, held, sold } of Object.values(after.sales)) assert.equal(left + held + sold, 30);
      for (const who of people) {
        const last = await result(store.claim(claim(who, 'last')));
        assert.equal(last, won.has(who) ? 'sold-out' : 'won');
        await erase(store, who, 9001);
      }
      for (const text of [await allTold(store), (await under.everything?.()) ?? '']) {
        assert.deepEqual([...new Set(text.match(/\b(p-|person of )?who-\d+\b(?!-)/g))], []);
      }
    },
  );
}
