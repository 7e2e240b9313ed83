import assert from 'node:assert/strict';
import { ROOM, type Check } from './checked-contract.js';
import type { Intent, ReferralRow, Share, Visit } from './referral-store.js';
import type { RoomStore } from './room-store.js';

const HALF_HOUR = 30 * 60_000;
const share = (id: string, sharer: string, more: Partial<Share> = {}): Share => ({
  ...{ id, sharer, depth: 1, at: 1000 },
  ...more,
});
const visit = (viewer: string, more: Partial<Visit> = {}): Visit => ({
  ...{ viewer, share: 'aaaaaaaaaaaa', first: true, at: 2000 },
  ...more,
});
const intent = (viewer: string, more: Partial<Intent> = {}): Intent => ({
  ...{ viewer, share: 'aaaaaaaaaaaa', via: 'copy', at: 3000 },
  ...more,
});
const rows = async (store: RoomStore, after = 0, limit = 100): Promise<ReferralRow[]> =>
  (await store.referrals(ROOM, after, limit)).rows;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a store promises of who passes a room on and who comes by it. */
export function referralContract(check: Check): void {
  check('keeps a share once for an id, whoever asks first', 1, async store => {
    const ann = share('aaaaaaaaaaaa', 'ann', { subject: 'Zoë "张"', name: 'Ann 群', guide: 'g1' });
    const both = await Promise.all([store.share(ROOM, ann), store.share(ROOM, { ...ann, sharer: 'bob' })]);
    assert.equal(both.filter(kept => kept.sharer === 'ann').length % 2, 0);
    assert.deepEqual(both[0], both[1]);
    assert.deepEqual(await store.shareOf(ROOM, ann.id), both[0]);
    assert.equal(await store.shareOf(ROOM, 'bbbbbbbbbbbb'), undefined);
    assert.equal(await store.shareOf('nowhere', ann.id), undefined);
    assert.equal((await rows(store)).length, 1);
  });

  check('keeps an opening unless the same viewer has just opened the same link', 1, async store => {
    const at = (minutes: number, more: Partial<Visit> = {}) =>
      store.visit(ROOM, visit('bob', { at: minutes * 60_000, ...more }), HALF_HOUR);
    assert.deepEqual(await Promise.all([at(1), at(1)]).then(kept => kept.sort()), [false, true]);
    assert.equal(await at(30), false);
    assert.equal(await at(31), true);
    assert.equal(await at(2, { share: 'bbbbbbbbbbbb' }), true);
    assert.equal(await at(2, { viewer: 'cid' }), true);
    const ofGroup = { share: undefined, group: '群 "1"', via: undefined };
    assert.equal(await at(2, ofGroup), true);
    assert.equal(await at(3, ofGroup), false);
    const known = await store.visitsOf(ROOM, 'bob');
    assert.deepEqual(
      known.map(one => [one.share, one.at / 60_000]),
      [
        ['aaaaaaaaaaaa', 1],
        ['aaaaaaaaaaaa', 31],
        ['bbbbbbbbbbbb', 2],
        [undefined, 2],
      ],
    );
    assert.deepEqual(plain(known[3]), { viewer: 'bob', group: '群 "1"', first: true, at: 120_000 });
    assert.deepEqual(await store.visitsOf(ROOM, 'nobody'), []);
  });

  check('numbers all rows in the order they came, and gives any part of them', 1, async store => {
    await store.share(ROOM, share('aaaaaaaaaaaa', 'ann'));
    await store.visit(ROOM, visit('bob', { via: 'poster', subject: 'p1' }), HALF_HOUR);
    await store.intend(ROOM, intent('ann', { productId: 'tea' }));
    await store.intend(ROOM, intent('ann', { productId: 'tea' }));
    const all = [
      { n: 1, kind: 'share', id: 'aaaaaaaaaaaa', sharer: 'ann', depth: 1, at: 1000 },
      {
        ...{ n: 2, kind: 'visit', viewer: 'bob', share: 'aaaaaaaaaaaa', via: 'poster' },
        ...{ subject: 'p1', first: true, at: 2000 },
      },
      ...[3, 4].map(n => ({
        ...{ n, kind: 'intent', viewer: 'ann', share: 'aaaaaaaaaaaa', via: 'copy' },
        ...{ productId: 'tea', at: 3000 },
      })),
    ];
    assert.deepEqual(plain(await store.referrals(ROOM, 0, 10)), { rows: all, edition: 0 });
    assert.deepEqual(plain(await rows(store, 1, 2)), all.slice(1, 3));
    assert.deepEqual(await rows(store, 4), []);
    assert.deepEqual(await rows(store, 0, 0), []);
    assert.deepEqual(await store.referrals('nowhere', 0, 10), { rows: [], edition: 0 });
  });

  check('tells each share anew under the name that may be shown, and keeps no other', 1, async store => {
    await store.share(ROOM, share('aaaaaaaaaaaa', 'ann'));
    await store.share(ROOM, share('bbbbbbbbbbbb', 'ann', { parent: 'cccccccccccc', depth: 2 }));
    await store.setShownName(ROOM, 'ann', 'Ann "A"');
    await store.setShownName(ROOM, 'ann', 'Ann "A"');
    const named = await rows(store, 2);
    assert.deepEqual(
      named.map(row => row.kind === 'share' && [row.id, row.name, row.parent]),
      [
        ['aaaaaaaaaaaa', 'Ann "A"', undefined],
        ['bbbbbbbbbbbb', 'Ann "A"', 'cccccccccccc'],
      ],
    );
    await store.setShownName(ROOM, 'ann', undefined);
    const { rows: all, edition } = await store.referrals(ROOM, 0, 100);
    assert.ok(!JSON.stringify(all).includes('Ann'));
    assert.deepEqual([all.length, edition], [6, 0]);
    await store.setShownName(ROOM, 'nobody', 'x');
  });

  check('notes what a viewer has done, and tells the books who wants to be reminded', 1, async store => {
    const mark = (name: string, on: boolean) =>
      store.mark(ROOM, { viewer: 'bob', subject: 'Zoë', name, on, at: 5000 });
    assert.deepEqual(await store.marks(ROOM, 'bob'), []);
    assert.equal(await mark('reserve', true), true);
    assert.equal(await mark('reserve', true), false);
    assert.equal(await mark('board', true), true);
    assert.deepEqual(await store.marks(ROOM, 'bob'), ['board', 'reserve']);
    assert.equal(await mark('reserve', false), true);
    assert.equal(await mark('reserve', false), false);
    assert.deepEqual(await store.marks(ROOM, 'bob'), ['board']);
    assert.deepEqual(
      (await store.ledger(ROOM, 0, 9)).map(({ type, at, data }) => [type, at, data]),
      [true, false].map(on => ['reminder.set', 5000, { viewer: 'bob', subject: 'Zoë', on }]),
    );
  });

  check('erases a person from every row, and leaves the rest of it as it was', 1, async store => {
    const order = (orderId: string, status: 'paid' | 'refunded', viewer: string, subject?: string) =>
      store.order({ room: ROOM, orderId, status, viewer, subject, share: 'aaaaaaaaaaaa', at: 4000 });
    await store.share(ROOM, share('aaaaaaaaaaaa', 'ann', { subject: 'p-ann', name: 'Ann' }));
    await store.visit(ROOM, visit('bob', { subject: 'p-bob' }), HALF_HOUR);
    await store.visit(ROOM, visit('cid', { subject: 'p-cid' }), HALF_HOUR);
    await store.share(ROOM, share('bbbbbbbbbbbb', 'bob', { subject: 'p-bob', parent: 'aaaaaaaaaaaa' }));
    await store.setShownName(ROOM, 'bob', 'Bob');
    await store.intend(ROOM, intent('bob', { share: 'bbbbbbbbbbbb' }));
    await store.mark(ROOM, { viewer: 'bob', subject: 'p-bob', name: 'reserve', on: true, at: 5000 });
    await order('o1', 'paid', 'bob', 'p-bob');
    await order('o2', 'paid', 'cid', 'p-cid');
    const before = await rows(store);
    await store.erase(ROOM, 'bob', 6000);
    // What is said of the order later is about nobody, too.
    const late = await order('o1', 'refunded', 'bob', 'p-bob');

    const { rows: after, edition } = await store.referrals(ROOM, 0, 100);
    const told = await store.ledger(ROOM, 0, 100);
    const everything = JSON.stringify([after, told, late, await store.orders(ROOM, 'p-cid')]);
    assert.ok(!/bob/i.test(everything), everything);
    assert.deepEqual([await store.orders(ROOM, 'p-bob'), await store.marks(ROOM, 'bob')], [[], []]);
    assert.deepEqual(await store.visitsOf(ROOM, 'bob'), []);
    assert.equal(edition, 1);
    const [erased] = told.filter(one => one.type === 'viewer.erased');
    const other = String(erased?.data.as);
    const hide = (row: object) =>
      JSON.parse(
        JSON.stringify(row)
          .replaceAll('"bob"', `"${other}"`)
          .replace(/"(name|subject)":"(p-bob|Bob)",?/g, ''),
      ) as unknown;
    assert.deepEqual(plain(after), before.map(hide));
    assert.deepEqual(
      told.filter(one => one.type === 'order.changed').map(({ data }) => [data.viewer, data.status]),
      [
        [other, 'paid'],
        ['cid', 'paid'],
        [other, 'refunded'],
      ],
    );
    assert.equal((await store.orders(ROOM, 'p-cid')).length, 1);
    // Whoever comes again is new, and can be erased again.
    assert.equal(await store.visit(ROOM, visit('bob'), HALF_HOUR), true);
    await store.erase(ROOM, 'bob', 7000);
    await store.erase(ROOM, 'nobody', 7000);
    const times = await Promise.all(['bob', 'nobody', 'cid'].map(one => store.timesErased(ROOM, one)));
    assert.deepEqual(times, [2, 0, 0]);
    assert.ok(!JSON.stringify(await rows(store)).includes('"bob"'));
  });

  check('erases also what comes in between', 1, async store => {
    const act = (i: number) => [
      store.visit(ROOM, visit('bob', { share: `link-${i}`, at: i }), HALF_HOUR),
      store.mark(ROOM, { viewer: 'bob', name: `mark-${i}`, on: true, at: i }),
      store.order({ room: ROOM, orderId: `o${i}`, status: 'paid', viewer: 'bob', at: i }),
    ];
    await Promise.all(act(0));
    const busy = Array.from({ length: 11 }, (_, i) => [
      ...(i % 4 === 1 ? [store.erase(ROOM, 'bob', i)] : []),
      ...act(i + 1),
    ]);
    await Promise.all(busy.flat());
    await store.erase(ROOM, 'bob', 99);
    const { rows: all } = await store.referrals(ROOM, 0, 100);
    const told = await store.ledger(ROOM, 0, 100);
    assert.deepEqual([all.length, told.filter(one => one.type === 'order.changed').length], [12, 12]);
    assert.ok(!JSON.stringify([all, told]).includes('"bob"'));
    assert.deepEqual(await store.marks(ROOM, 'bob'), []);
  });

  check(
    'an order is of who was said to have placed it first, and came by what was said first',
    1,
    async store => {
      const say = (status: 'placed' | 'paid', viewer?: string, by?: string) =>
        store.order({ room: ROOM, orderId: 'o1', status, viewer, share: by, at: 4000 });
      await say('placed', 'bob');
      const paid = await say('paid', 'cid', 'aaaaaaaaaaaa');
      assert.deepEqual([paid.order.viewer, paid.order.share], ['bob', 'aaaaaaaaaaaa']);
      assert.equal((await say('paid', 'cid', 'bbbbbbbbbbbb')).result, 'nothing');
    },
  );
}
