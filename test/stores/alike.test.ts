import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import fc from 'fast-check';
import { QunError, type Comment } from '../../src/protocol/index.js';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { orderStages } from '../../src/server/store/order-store.js';
import { SqliteStore } from '../../src/server/store/sqlite/sqlite-store.js';
import { staffLog, type RoomStore, type Standing } from '../../src/server/store/room-store.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { makeShow } from '../fixtures/show.js';

const redis = await RedisServer.start();
after(() => redis.end());
let made = 0;

/** One thing to ask of a store. It gets the place where the log ends, and the cursor of the pulse before. */
type Step = (store: RoomStore, place: { seq: number; cursor: string }) => Promise<unknown>;

const viewer = fc.constantFrom('v1', 'v2', 'v3');
const key = fc.constantFrom('k1', 'k2', 'k3', 'k4');
const fingerprint = fc.constantFrom('f', 'f', 'f', 'g');
const id = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5');
const standing = fc.constantFrom<Standing>('shown', 'held', 'shadow', 'hidden');
const time = fc.integer({ min: 1, max: 9000 });
const receipt = fc.record({ room: fc.constant('spring'), viewer, key, fingerprint });

const loadShow = (total: number) => {
  const [first, second] = makeShow().coupons;
  const coupons = [
    { ...first!, total },
    { ...second!, total: 1 },
  ];
  return { type: 'show.load', data: { show: makeShow({ coupons }) } };
};
const comment = (which: string, of: string, at: number): Comment => ({
  id: which,
  from: { id: of, role: 'viewer' },
  text: `{"${which}" 你好}\n`,
  at,
});

const steps: fc.Arbitrary<Step>[] = [
  fc
    .tuple(
      fc.constantFrom('room.notice', 'comment.redact', 'comment.restore', 'show.load'),
      fc.array(id, { maxLength: 3 }),
      time,
      fc.option(receipt),
      fc.integer({ min: -1, max: 0 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([type, ids, at, kept, behind, total]) => (store, { seq }) => {
      const drafts = {
        'room.notice': { type, data: { notice: 'x' }, mediaAt: at },
        'comment.redact': { type, data: { ids } },
        'comment.restore': { type, data: { comments: ids.map(one => comment(one, 'v1', 1)) } },
        'show.load': loadShow(total),
      };
      const options = { at, expectSeq: seq + behind, ...(kept ? { receipt: kept } : {}) };
      return store.append('spring', [drafts[type]], options);
    }),
  fc.tuple(id, receipt, time, standing).map(
    ([which, kept, at, how]) =>
      async store =>
        // Ids are made anew for every comment: what has one already is not said again under another key.
        (await store.commentOf('spring', which))
          ? 'there'
          : store.comment(comment(which, kept.viewer, at), { receipt: kept, standing: how }),
  ),
  fc
    .tuple(fc.constantFrom('plain', 'minutes'), receipt, time, fc.boolean())
    .map(([couponId, kept, at, shut]) => store => {
      const offer = { couponId, code: `CODE-${kept.viewer}-${kept.key}-${at}`, at };
      const gate = shut ? ({ result: 'expired' } as const) : null;
      return store.claim({ couponId, subject: kept.viewer, gate, offer, receipt: kept });
    }),
  fc.tuple(fc.uniqueArray(id, { maxLength: 3 }), standing).map(
    ([ids, how]) =>
      store =>
        store.setStanding('spring', ids, how),
  ),
  fc.tuple(standing, fc.integer({ min: 1, max: 4 }), fc.option(id, { nil: undefined })).map(
    ([how, limit, before]) =>
      store =>
        store.comments('spring', { standing: how, limit, before }),
  ),
  id.map(which => store => store.commentOf('spring', which)),
  receipt.map(kept => store => store.answered(kept)),
  viewer.map(who => store => Promise.all([store.claims('spring', who), store.hasCommented('spring', who)])),
  time.map(until => store => store.seal('spring', until)),
  fc.tuple(viewer, time).map(
    ([who, at]) =>
      store =>
        store.join('spring', who, at, 1000),
  ),
  fc.tuple(fc.constantFrom('q1', 'q2'), fc.option(viewer, { nil: undefined })).map(
    ([name, who]) =>
      store =>
        store.count('spring', name, who),
  ),
  fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })).map(
    ([since, limit]) =>
      async store =>
        withoutEpochs(await store.read('spring', since, limit)),
  ),
  fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 })).map(
    ([from, limit]) =>
      async store =>
        withoutEpochs(await store.history('spring', { after: from, limit, types: ['room.notice'] })),
  ),
  fc
    .tuple(fc.constantFrom('p1', 'p2'), fc.nat(5), fc.nat(9))
    .map(([process, online, likes]) => async (store, place) => {
      const pulse = await store.pulse('spring', { process, online, likes, after: place.cursor, at: 0 });
      place.cursor = pulse.cursor;
      return withoutEpochs(pulse);
    }),
  time.map(at => (store, { seq }) => {
    const draft = { type: 'viewer.mute', data: { viewerId: 'v1' } };
    return store.append(staffLog('spring'), [draft], { at, expectSeq: Math.max(0, seq - 1) });
  }),
  fc
    .tuple(fc.constantFrom('plain', 'minutes'), receipt, time, fc.boolean(), fc.option(time))
    .map(([couponId, kept, at, shut, drawsAt]) => store => {
      const offer = { couponId, code: 'never given', at };
      const gate = shut ? ({ result: 'expired' } as const) : null;
      return store.enter({ couponId, subject: kept.viewer, gate, offer, receipt: kept }, drawsAt);
    }),
  fc
    .tuple(fc.constantFrom('plain', 'minutes'), fc.uniqueArray(viewer), fc.nat(3), time)
    .map(([couponId, drawn, entries, at]) => async store => {
      const taking = (await store.entries('spring', couponId)).map(entry => entry.viewer);
      const winners = drawn
        .filter(one => taking.includes(one))
        .map(one => ({ viewer: one, code: `D-${one}` }));
      return store.draw({ room: 'spring', couponId, winners, entries, seed: 'ab', cutoff: '', at });
    }),
  fc.tuple(viewer, fc.constantFrom('plain', 'minutes')).map(
    ([who, couponId]) =>
      store =>
        Promise.all([store.entered('spring', who), store.entries('spring', couponId)]),
  ),
  fc.tuple(fc.nat(6), fc.constantFrom('o1', 'o2'), time).map(([which, orderId, at]) => async store => {
    const won = (await store.ledger('spring', 0, 99)).filter(entry => entry.type === 'claim.won');
    return store.redeem({ room: 'spring', code: String(won[which]?.data.code), orderId, at });
  }),
  fc
    .tuple(fc.constantFrom('o1', 'o2'), fc.constantFrom(...orderStages), fc.option(viewer), fc.nat(2), time)
    .map(([orderId, status, subject, quantity, at]) => store => {
      const items = quantity === 0 ? {} : { items: [{ productId: 'a', quantity }] };
      return store.order({ room: 'spring', orderId, status, ...(subject ? { subject } : {}), ...items, at });
    }),
  fc.tuple(viewer, fc.nat(5), fc.integer({ min: 1, max: 5 })).map(
    ([who, from, limit]) =>
      store =>
        Promise.all([store.orders('spring', who), store.ledger('spring', from, limit)]),
  ),
];

/** What is said and claimed is most of what happens. */
const often = [1, 1, 2, 2, 3, 3, 1, 3, 3].map(at => steps[at]!);

/** Epochs are each store's own. */
const withoutEpochs = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, inner: unknown) => (name === 'epoch' ? undefined : inner)));

async function play(store: RoomStore, steps: readonly Step[]): Promise<unknown[]> {
  const said: unknown[] = [];
  const { cursor } = await store.load('spring');
  const place = { seq: 0, cursor };
  await store.append('spring', [loadShow(2)], { at: 1, expectSeq: 0 });
  for (const step of steps) {
    place.seq = (await store.load('spring')).seq;
    said.push(await step(store, place).catch((error: unknown) => refusal(error)));
  }
  said.push(await store.ledger('spring', 0, 999));
  said.push(withoutEpochs({ ...(await store.load('spring')), cursor: 'its own' }));
  return said;
}

const refusal = (error: unknown) => (error instanceof QunError ? error.code : error);

test('whatever is asked of them, both stores answer the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(...steps, ...often), { minLength: 30, maxLength: 60, size: 'max' }),
      async asked => {
        const sqlite = await SqliteStore.open({ folder: ':memory:' });
        const shared = await RedisStore.open({ address: `${redis.address}?prefix=a${(made += 1)}:` });
        try {
          assert.deepEqual(await play(shared, asked), await play(sqlite, asked));
        } finally {
          await Promise.all([sqlite.close(), shared.close()]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
