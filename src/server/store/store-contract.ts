import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { roomOf } from '../../../test/fixtures/show.js';
import {
  checkOn,
  claim,
  comment,
  loadShow,
  notice,
  receipt,
  refused,
  ROOM,
  type StoreUnderTest,
} from './checked-contract.js';
import { ledgerContract } from './ledger-contract.js';
import { staffLog, type Hint, type LogDraft } from './room-store.js';
import { erasureContract } from './erasure-contract.js';
import { referralContract } from './referral-contract.js';
import { saleContract } from './sale-contract.js';
import { talkContract } from './talk-contract.js';

/** What every store promises. An adapter runs this in its own test file. */
export function storeContract(name: string, makeStore: () => StoreUnderTest): void {
  void describe(`${name}: the contract of a store`, () => {
    const check = checkOn(makeStore);

    check('numbers events without a hole, and time never goes back', 2, async store => {
      await store.append(ROOM, [notice('a'), notice('b')], { at: 3000, expectSeq: 1 });
      await store.append(ROOM, [notice('c')], { at: 2000, expectSeq: 3 });
      const result = await store.read(ROOM, 1, 10);
      const home = (await store.load(ROOM)).epoch;
      assert.ok(result !== 'gap');
      assert.equal(result.head, 4);
      assert.deepEqual(
        result.events.map(({ seq, at, epoch }) => [seq, at, epoch === home]),
        [
          [2, 3000, true],
          [3, 3000, true],
          [4, 3000, true],
        ],
      );
    });

    check('refuses to append where the log has moved on', 2, async store => {
      const both = ['a', 'b'].map(text => store.append(ROOM, [notice(text)], { at: 1, expectSeq: 1 }));
      const done = await Promise.all(both);
      assert.equal(done.filter(one => one === 'conflict').length, 1);
      assert.equal((await store.load(ROOM)).seq, 2);
    });

    check('reads a part, and says so where it cannot', 2, async store => {
      await store.append(ROOM, ['a', 'b', 'c'].map(notice), { at: 1, expectSeq: 1 });
      assert.deepEqual(await store.read(ROOM, 4, 10), { events: [], head: 4 });
      assert.equal(await store.read(ROOM, 0, 3), 'gap');
      const result = await store.read(ROOM, 2, 2);
      assert.deepEqual(result !== 'gap' && result.events.map(event => event.seq), [3, 4]);
      assert.deepEqual(await store.read('nowhere', 0, 10), { events: [], head: 0 });
    });

    check('keeps its whole log, and gives any part of it', 2, async store => {
      const pin = (productId: string): LogDraft => ({ type: 'pin.add', data: { productId }, mediaAt: 500 });
      await store.append(ROOM, [pin('a'), notice('x'), pin('b'), notice('y')], { at: 1, expectSeq: 1 });
      await store.putSnapshot(ROOM, 5, roomOf());
      await store.prune(Number.MAX_SAFE_INTEGER);
      const part = async (after: number, limit: number, types?: string[]) => {
        const { events, seq, head } = await store.history(ROOM, { after, limit, types });
        return [events.map(event => event.seq), seq, head];
      };
      assert.deepEqual(await part(0, 9), [[1, 2, 3, 4, 5], 5, 5]);
      assert.deepEqual(await part(0, 9, ['pin.add', 'no.such']), [[2, 4], 5, 5]);
      assert.deepEqual(await part(0, 1, ['pin.add']), [[2], 2, 5]);
      assert.deepEqual(await part(2, 1, ['pin.add']), [[4], 4, 5]);
      assert.deepEqual(await part(4, 1, ['pin.add']), [[], 5, 5]);
      assert.deepEqual(await part(7, 5), [[], 7, 5]);
      const [event] = (await store.history(ROOM, { after: 1, limit: 1 })).events;
      assert.deepEqual([event?.mediaAt, event?.data], [500, { productId: 'a' }]);
      assert.deepEqual(await store.history('nowhere', { after: 0, limit: 1 }), {
        events: [],
        seq: 0,
        head: 0,
      });
    });

    check(
      'says that a log has grown before its command is answered, and only whose it is',
      1,
      async store => {
        const heads = { room: 0, staff: 0 };
        const reach = (name: 'room' | 'staff') => (hint: Hint) =>
          (heads[name] = Math.max(heads[name], hint.seq));
        const off = store.subscribe(ROOM, reach('room'));
        store.subscribe(staffLog(ROOM), reach('staff'));
        await store.append(ROOM, [notice('a'), notice('b')], { at: 1, expectSeq: 1 });
        assert.deepEqual(heads, { room: 3, staff: 0 });
        await store.claim(claim('v1', 'k1'));
        assert.deepEqual(heads, { room: 4, staff: 0 });
        await store.append(staffLog(ROOM), [notice('c')], { at: 1, expectSeq: 0 });
        assert.deepEqual(heads, { room: 4, staff: 1 });
        off();
        await store.append(ROOM, [notice('d')], { at: 1, expectSeq: 4 });
        await store.append(staffLog(ROOM), [notice('e')], { at: 1, expectSeq: 1 });
        assert.deepEqual(heads, { room: 4, staff: 2 });
      },
    );

    check(
      'answers an append the same for the same receipt, and refuses it for another body',
      2,
      async store => {
        const first = await store.append(ROOM, [notice('a')], { at: 9, expectSeq: 1, receipt: receipt('k') });
        assert.deepEqual(first, { answer: { seq: 2 }, at: 9, replayed: false });
        const again = await store.append(ROOM, [notice('a')], {
          at: 10,
          expectSeq: 2,
          receipt: receipt('k'),
        });
        assert.deepEqual(again, { answer: { seq: 2 }, at: 9, replayed: true });
        assert.deepEqual(await store.answered(receipt('k')), again);
        assert.equal((await store.load(ROOM)).seq, 2);
        await assert.rejects(store.answered(receipt('k', 'v1', 'other')), refused('key-reused'));
        assert.equal(await store.answered(receipt('k', 'v2')), undefined);
        // The staff's log keeps answers of its own: one command may write into both.
        const trail = { ...receipt('k'), room: staffLog(ROOM) };
        assert.equal(await store.answered(trail), undefined);
        await store.append(staffLog(ROOM), [notice('t')], { at: 9, expectSeq: 0, receipt: trail });
        assert.deepEqual(await store.answered(trail), { answer: { seq: 1 }, at: 9, replayed: true });
        assert.deepEqual(await store.answered(receipt('k')), again);
      },
    );

    check('keeps a comment once for an author and key, for ever', 2, async store => {
      const say = (id: string, text: string) =>
        store.comment(comment(id, 'v1', text), { receipt: receipt('k', 'v1', text) });
      const first = await say('c1', 'hello');
      assert.equal(first.replayed, false);
      assert.deepEqual(await say('c2', 'hello'), { ...first, replayed: true });
      await store.prune(5000);
      assert.deepEqual(await say('c3', 'hello'), { ...first, replayed: true });
      await assert.rejects(say('c4', 'other words'), refused('key-reused'));
      assert.equal((await store.load(ROOM)).commentCount, 1);
      assert.equal(await store.hasCommented(ROOM, 'v1'), true);
      assert.equal(await store.hasCommented(ROOM, 'v2'), false);
    });

    check('lets a key be used for one command only, of whatever kind', 2, async store => {
      const gone = refused('key-reused');
      await store.comment(comment('c1'), { receipt: receipt('k1', 'v1', 'say') });
      await store.claim(claim('v1', 'k2'));
      await store.append(ROOM, [notice('a')], {
        at: 1,
        expectSeq: 1,
        receipt: receipt('k3', 'v1', 'notice'),
      });
      for (const key of ['k1', 'k2', 'k3']) {
        const other = receipt(key, 'v1', 'another');
        await assert.rejects(store.comment(comment(`${key}-c`), { receipt: other }), gone);
        await assert.rejects(store.claim(claim('v1', key, { receipt: other })), gone);
        await assert.rejects(
          store.append(ROOM, [notice('b')], { at: 1, expectSeq: 2, receipt: other }),
          gone,
        );
      }
      const { seq, commentCount, left } = await store.load(ROOM);
      assert.deepEqual([seq, commentCount, left.plain], [2, 1, 1]);
    });

    check('hides a comment with its event', 2, async store => {
      for (const id of ['c1', 'c2']) await store.comment(comment(id), { receipt: receipt(id) });
      const redact: LogDraft = { type: 'comment.redact', data: { ids: ['c1'] } };
      const found = await store.commentOf(ROOM, 'c1');
      assert.deepEqual(found, { comment: comment('c1'), standing: 'shown' });
      await store.append(ROOM, [redact], { at: 1, expectSeq: 1 });
      assert.equal((await store.commentOf(ROOM, 'c1'))?.standing, 'hidden');
      assert.equal(await store.commentOf(ROOM, 'c3'), undefined);
      const { comments, commentCount } = await store.load(ROOM);
      assert.deepEqual([comments.map(one => one.id), commentCount], [['c2'], 2]);
    });

    check(
      'gives one code to a viewer and no more than there are, and says the last is gone once',
      2,
      async store => {
        const won = await store.claim(claim('v1', 'k1'));
        assert.deepEqual([won.answer.result, won.left, won.replayed], ['won', 1, false]);
        const same = await store.claim(claim('v1', 'k1'));
        assert.deepEqual([same.answer, same.at, same.replayed], [won.answer, won.at, true]);
        const newKey = await store.claim(claim('v1', 'k2'));
        assert.deepEqual(newKey.answer, { ...won.answer, result: 'already' });
        const many = await Promise.all(
          ['v2', 'v3', 'v4', 'v2'].map((viewer, i) => store.claim(claim(viewer, `m${i}`))),
        );
        assert.deepEqual(
          many.map(one => one.answer.result),
          ['won', 'sold-out', 'sold-out', 'already'],
        );
        const gated = claim('v1', 'k3', { gate: { result: 'expired' } });
        assert.equal((await store.claim(gated)).answer.result, 'already');
        const { left, events } = await store.load(ROOM);
        assert.equal(left.plain, 0);
        assert.equal(events.filter(event => event.type === 'coupon.sold-out').length, 1);
        assert.deepEqual(await store.claims(ROOM, 'v1'), [
          { couponId: 'plain', code: 'CODE-v1-k1', at: 2000 },
        ]);
      },
    );

    check('takes nothing from the stock for a claim that is refused', 2, async store => {
      const gate = { result: 'not-open' as const, opensAt: 5 };
      const answer = await store.claim(claim('v1', 'k1', { gate }));
      assert.deepEqual([answer.answer, answer.left], [gate, 2]);
      assert.deepEqual(await store.claims(ROOM, 'v1'), []);
      // Not kept: with the same key, what was too early may be in time.
      assert.equal((await store.claim(claim('v1', 'k1'))).answer.result, 'won');
    });

    check('follows the totals of a show, and never below what is claimed', 2, async store => {
      await store.claim(claim('v1', 'k1'));
      await store.append(ROOM, [loadShow(5)], { at: 1, expectSeq: 1 });
      assert.equal((await store.load(ROOM)).left.plain, 4);
      await store.append(ROOM, [loadShow(1)], { at: 1, expectSeq: 2 });
      assert.equal((await store.load(ROOM)).left.plain, 0);
      await store.append(ROOM, [loadShow(2)], { at: 1, expectSeq: 3 });
      await store.claim(claim('v2', 'k2'));
      const before = await store.load(ROOM);
      await assert.rejects(
        store.append(ROOM, [loadShow(1)], { at: 1, expectSeq: before.seq }),
        refused('bad-config'),
      );
      assert.deepEqual(await store.load(ROOM), before);
    });

    check('remembers since when a viewer has been there, until they were away for long', 2, async store => {
      assert.equal(await store.join(ROOM, 'v1', 1000, 500), 1000);
      assert.equal(await store.join(ROOM, 'v1', 1500, 500), 1000);
      assert.equal(await store.join(ROOM, 'v1', 2001, 500), 2001);
      assert.equal(await store.join(ROOM, 'v2', 1600, 500), 1600);
    });

    check('one work that fails takes no other with it', 2, async store => {
      const results = await Promise.allSettled([
        store.claim(claim('v1', 'k1')),
        store.append(ROOM, [{ type: 'show.load', data: { show: null } } as never], { at: 1, expectSeq: 1 }),
        store.append(ROOM, [notice('a')], { at: 1, expectSeq: 1 }),
      ]);
      assert.deepEqual(
        results.map(result => result.status),
        ['fulfilled', 'rejected', 'fulfilled'],
      );
      const { seq, left } = await store.load(ROOM);
      assert.deepEqual([seq, left.plain], [2, 1]);
    });

    check('writes what was begun before it closes, and refuses what comes later', 2, async store => {
      const begun = store.claim(claim('v1', 'k1'));
      const closed = store.close();
      assert.equal((await begun).answer.result, 'won');
      await closed;
      await assert.rejects(store.claim(claim('v2', 'k2')), refused('shutting-down'));
    });

    talkContract(check);
    saleContract(check);
    ledgerContract(check);
    referralContract(check);
    erasureContract(check);

    if (!makeStore().reopen) return;
    check('is the same after it was opened again', 2, async (store, { reopen }) => {
      const told = await store.comment(comment('c1'), { receipt: receipt('k') });
      const won = await store.claim(claim('v1', 'k1'));
      const secret = await store.secret('tokens');
      assert.notDeepEqual(secret, await store.secret('others'));
      assert.equal(secret.length, 32);
      await store.putSnapshot(ROOM, 1, roomOf());
      await store.append(ROOM, [notice('a')], { at: 1, expectSeq: 1 });
      const before = await store.load(ROOM);
      assert.deepEqual([before.snapshotSeq, before.events.length], [1, 1]);
      await store.close();

      const again = await reopen!();
      try {
        assert.deepEqual(await again.load(ROOM), before);
        assert.deepEqual(await again.secret('tokens'), secret);
        assert.deepEqual((await again.claim(claim('v1', 'k1'))).answer, won.answer);
        assert.deepEqual(await again.answered(receipt('k')), { ...told, replayed: true });
      } finally {
        await again.close();
      }
    });
  });
}
