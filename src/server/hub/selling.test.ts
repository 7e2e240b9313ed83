import assert from 'node:assert/strict';
import test from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import {
  parseCommand,
  type Command,
  type CouponCondition,
  type Reservation,
  type ReserveAnswer,
  type SaleFigures,
} from '../../protocol/index.js';
import type { Viewer } from '../room/viewer.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { LiveRoom } from './live-room.js';

const host: Viewer = { id: 'h', role: 'host', since: 0 };
const viewer = (id: string, more: Partial<Viewer> = {}): Viewer => ({
  id,
  role: 'viewer',
  since: 0,
  ...more,
});
const price = { minor: 990, currency: 'CNY' };
const flash = {
  ...{ id: 'flash', productId: 'a', price, total: 2, perViewer: 2, holdSeconds: 60 },
  expires: { kind: 'stopped' as const },
};

interface Stage {
  room: LiveRoom;
  store: SqliteStore;
  at: number;
  ask(who: Viewer, command: Command, key?: string): Promise<{ answer: unknown; replayed: boolean }>;
  figures(): SaleFigures;
}

let keys = 0;
async function onStage(run: (stage: Stage) => Promise<void>, conditions: CouponCondition[] = []) {
  const store = await SqliteStore.open({ folder: ':memory:' });
  const coupon = { ...makeShow().coupons[0]!, conditions };
  const show = makeShow({ sales: [{ ...flash, conditions }], coupons: [coupon] });
  const stage = { store, at: 1000 } as Stage;
  const room = await LiveRoom.open(store, show, () => stage.at);
  stage.room = room;
  stage.ask = (who, command, key = `k${(keys += 1)}`) =>
    room.execute({ viewer: who, command: parseCommand(command), key });
  stage.figures = () => room.ambience.sales.flash!;
  try {
    await run(stage);
  } finally {
    await room.close();
    await store.close();
  }
}
const reserve = (quantity = 1): Command => ({ type: 'sale.reserve', saleId: 'flash', quantity });
const wait: Command = { type: 'sale.wait', saleId: 'flash' };
const release: Command = { type: 'sale.release', saleId: 'flash' };
const open: Command = { type: 'sale.open', saleId: 'flash' };

test('a room knows from the first moment how its sales stand, and a newcomer hears it', async () => {
  await onStage(async ({ room, figures }) => {
    assert.deepEqual(figures(), { left: 2, held: 0, sold: 0, waiting: 0, served: 0 });
    assert.deepEqual(room.snapshot(1).sales, { flash: figures() });
    assert.equal(room.ambience.take()?.sales, undefined);
  });
});

test('pieces are kept once the host has opened the sale, and given back into the line', async () => {
  await onStage(async ({ room, ask, figures }) => {
    const early = await ask(viewer('a'), reserve());
    assert.deepEqual(early.answer, { result: 'not-open', opensAt: null });
    await ask(host, open);
    const held = (await ask(viewer('a'), reserve(2), 'one')).answer as ReserveAnswer;
    assert.equal(held.result, 'held');
    assert.deepEqual(figures(), { left: 0, held: 2, sold: 0, waiting: 0, served: 0 });
    assert.deepEqual(room.ambience.take()?.sales, { flash: figures() });

    const again = await ask(viewer('a'), reserve(2), 'one');
    assert.deepEqual([again.answer, again.replayed], [held, true]);
    const taken = (await ask(viewer('b'), reserve())).answer as ReserveAnswer;
    assert.equal(taken.result, 'taken');
    const waiting = (await ask(viewer('b'), wait)).answer as ReserveAnswer;
    assert.ok(waiting.result === 'waiting' && waiting.wait.ticket === 1);

    assert.deepEqual((await ask(viewer('a'), release)).answer, { released: 2 });
    assert.deepEqual(figures(), { left: 1, held: 1, sold: 0, waiting: 0, served: 1 });
    assert.equal(((await ask(viewer('b'), reserve())).answer as ReserveAnswer).result, 'already');
  });
});

test('what runs out is offered on by the next pulse, which all readers hear of', async () => {
  await onStage(async stage => {
    const { room, ask, figures } = stage;
    await ask(host, open);
    await ask(viewer('a'), reserve(2));
    await ask(viewer('b'), wait);
    room.ambience.take();
    stage.at += 60_000;
    await room.pulse(1);
    assert.deepEqual(figures(), { left: 1, held: 1, sold: 0, waiting: 0, served: 1 });
    assert.deepEqual(room.ambience.take()?.sales, { flash: figures() });
  });
});

test('who comes back finds what is kept for them, their place in the line, and what they have won', async () => {
  await onStage(async ({ room, ask }) => {
    await ask(host, open);
    await ask(host, { type: 'coupon.open', couponId: 'plain' });
    assert.deepEqual(await room.belongings(viewer('a')), { claims: [] });
    await ask(viewer('a'), { type: 'coupon.claim', couponId: 'plain' });
    await ask(viewer('a'), reserve(2));
    await ask(viewer('b'), wait);
    const a = await room.belongings(viewer('a'));
    assert.deepEqual([a.claims.length, a.reservations?.[0]?.until, a.waits], [1, 61_000, undefined]);
    const b = await room.belongings(viewer('b'));
    assert.deepEqual([b.reservations, b.waits?.[0]?.ahead], [undefined, 0]);
  });
});

test('what a condition asks for comes before anything is kept, and the merchant’s word for it counts', async () => {
  const conditions: CouponCondition[] = [{ kind: 'follow' }, { kind: 'comment' }];
  await onStage(async ({ ask }) => {
    await ask(host, open);
    await ask(host, { type: 'coupon.open', couponId: 'plain' });
    const claim: Command = { type: 'coupon.claim', couponId: 'plain' };
    const follower = viewer('f', { did: ['follow'] });
    for (const wish of [reserve(), claim]) {
      const refused = { result: 'ineligible', needs: { kind: 'follow' } };
      assert.deepEqual((await ask(viewer('a'), wish)).answer, refused);
      assert.deepEqual((await ask(follower, wish)).answer, {
        result: 'ineligible',
        needs: { kind: 'comment' },
      });
    }
    await ask(follower, { type: 'comment.send', text: 'hello' });
    assert.equal(((await ask(follower, reserve())).answer as ReserveAnswer).result, 'held');
  }, conditions);
});

test('a sale that another process has opened or opened again is open here as well', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  // Hints of the store may be late or lost.
  store.subscribe = () => () => {};
  const show = makeShow({ sales: [flash] });
  const here = await LiveRoom.open(store, show, () => 1000);
  const there = await LiveRoom.open(store, show, () => 1000);
  const ask = (room: LiveRoom, who: Viewer, command: Command) =>
    room.execute({ viewer: who, command: parseCommand(command), key: `k${(keys += 1)}` });
  await ask(there, host, open);
  assert.equal(here.state.sales[0]?.state, 'draft');
  const first = await ask(here, viewer('a'), reserve());
  assert.equal((first.answer as ReserveAnswer).result, 'held');
  await ask(there, host, { type: 'sale.stop', saleId: 'flash' });
  await here.catchUp();
  const stopped = await ask(here, viewer('b'), reserve());
  assert.deepEqual(stopped.answer, { result: 'expired' });
  await ask(there, host, open);
  const second = await ask(here, viewer('c'), reserve());
  assert.equal((second.answer as ReserveAnswer).result, 'held');
  await here.close();
  await there.close();
  await store.close();
});

test('a show whose total is lowered to what was sold says that it is sold out', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  const first = await LiveRoom.open(store, makeShow({ sales: [flash] }), () => 1000);
  const ask = (who: Viewer, command: Command) =>
    first.execute({ viewer: who, command: parseCommand(command), key: `k${(keys += 1)}` });
  await ask(host, open);
  const { answer } = await ask(viewer('a'), reserve());
  const { reservation } = answer as { reservation: Reservation };
  const order = { room: 'spring', orderId: 'o', status: 'paid', restock: true, at: 1000 } as const;
  await store.settle({ ...order, reservationId: reservation.id });
  await first.close();
  const lowered = await LiveRoom.open(store, makeShow({ sales: [{ ...flash, total: 1 }] }), () => 1000);
  assert.equal(lowered.state.sales[0]?.soldOut, true);
  await lowered.close();
  await store.close();
});
