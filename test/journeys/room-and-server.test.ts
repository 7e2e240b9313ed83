import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { meetCondition } from '../../src/base/meet-condition.js';
import { createRoomServer, type RoomServer } from '../../src/server/index.js';
import { createRoom } from '../../src/stores/create-room.js';
import { remind, remindedOf } from '../../src/stores/reminded.js';
import type { Room } from '../../src/stores/room.js';
import { SseTransport, type SseTransportOptions } from '../../src/transport/sse-transport.js';
import {
  readAround,
  type Contact,
  type CouponTerms,
  type HostCommand,
  type SaleTerms,
} from '../../src/protocol/index.js';
import { TestEventSource } from '../fixtures/event-source.js';
import { MemoryStorage } from '../fixtures/memory-storage.js';
import { makeShow } from '../fixtures/show.js';
import { freePort } from '../tools/free-port.js';

const soon = { minMs: 5, maxMs: 40 };
const HOUR = 3_600_000;

const flash: SaleTerms = {
  ...{ id: 'flash', productId: 'a', price: { minor: 9900, currency: 'CNY' }, total: 2 },
  ...{ perViewer: 2, holdSeconds: 600, expires: { kind: 'stopped' } },
};

const early: CouponTerms = {
  ...makeShow().coupons[0]!,
  ...{ id: 'early', conditions: [{ kind: 'reserve' }] },
};
const contacts: Contact[] = [
  { id: 'friends', kind: 'group', title: 'Friends', codes: [{ id: 'c1', picture: '/1.png', capacity: 1 }] },
];

let port: number;
let data: string;
let server: RoomServer | undefined;
const leaving = new Set<() => void>();

/** The room server itself, on the same data and the same port every time, with its clock an hour ahead of ours. */
async function start(): Promise<void> {
  server = await createRoomServer({
    shows: [makeShow({ sales: [flash], coupons: [...makeShow().coupons, early], around: { contacts } })],
    data,
    hostToken: 'host-token-of-this-test',
    hub: { tickMs: 20 },
    now: () => Date.now() + HOUR,
  });
  await server.listen({ port });
}

async function stop(): Promise<void> {
  const stopping = server;
  server = undefined;
  stopping?.app.server.closeAllConnections();
  await stopping?.close();
}

/** A viewer as a page has one, but for the page. */
function visit(options: Partial<SseTransportOptions> = {}): Room {
  const transport = new SseTransport({
    url: `http://127.0.0.1:${port}/v1/rooms/spring`,
    EventSource: TestEventSource,
    storage: () => undefined,
    feed: { backOff: soon, silenceMs: 10_000 },
    outbox: { backOff: soon },
    ...options,
  });
  const room = createRoom({ transport });
  leaving.add(room.retain());
  return room;
}

/** Resolves when `is` is true of the room; looked at at every change. */
function until(room: Room, is: () => boolean): Promise<void> {
  const stores = [
    room.$state,
    room.$connection,
    room.$comments,
    room.$claims,
    room.$left,
    room.$sales,
    room.$holds,
    room.$commentCount,
    room.$viewer,
    room.$own,
  ];
  return new Promise(resolve => {
    const offs: (() => void)[] = [];
    const look = () => {
      if (!is()) return;
      for (const off of offs) off();
      resolve();
    };
    for (const store of stores) offs.push(store.listen(look));
    look();
  });
}
const settled = (room: Room) => {
  const { status, stale } = room.$connection.get();
  return status === 'open' && !stale && room.$state.get() !== undefined;
};
const order = (command: HostCommand) => server!.execute('spring', command, { id: 'host', role: 'host' });

before(async () => {
  port = await freePort();
});
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'qunlive-room-'));
  await start();
});
afterEach(async () => {
  for (const leave of leaving) leave();
  leaving.clear();
  await stop();
  await rm(data, { recursive: true, force: true });
});
after(() => assert.equal(TestEventSource.open.size, 0));

describe('a room and its server', () => {
  test('agree on everything the host does, and on the time', async () => {
    const room = visit();
    await until(room, () => settled(room));
    await order({ type: 'phase.set', phase: 'live' });
    await order({ type: 'pin.add', productId: 'b' });
    await order({ type: 'coupon.open', couponId: 'plain' });
    await order({ type: 'notice.set', notice: { en: 'Hello', 'zh-CN': '你好' } });
    await until(room, () => room.$state.get()!.notice !== null);
    const fresh = visit();
    await until(fresh, () => settled(fresh));
    assert.deepEqual(room.$state.get(), fresh.$state.get());
    assert.equal(room.$state.get()!.pins[0]!.productId, 'b');
    assert.ok(Math.abs(room.clock.offsetMs - HOUR) < 1000);
  });

  test('what one says the other reads, once, and the one who said it as their own', async () => {
    const [one, other] = [visit({ name: 'Lin' }), visit()];
    await until(other, () => settled(other));
    assert.equal(await one.sendComment('is it hot?'), true);
    await until(other, () => other.$comments.get().length > 0);
    await until(one, () => one.$commentCount.get() === 1);
    assert.deepEqual(
      one.$comments.get().map(({ text, own, status }) => [text, own, status]),
      [['is it hot?', true, 'sent']],
    );
    assert.deepEqual(
      other.$comments.get().map(({ own, from }) => [own, from.name]),
      [[false, 'Lin']],
    );
  });

  test('a coupon claimed while the server is away is won once it is back, and survives a reload', async () => {
    const storage = new MemoryStorage();
    const room = visit({ storage: () => storage });
    await order({ type: 'coupon.open', couponId: 'plain' });
    await until(room, () => room.$state.get()?.coupons.some(({ state }) => state === 'open') === true);
    await until(room, () => room.$viewer.get() !== undefined);
    await stop();
    const claiming = room.claimCoupon('plain');
    await start();
    const state = await claiming;
    assert.equal(state.status, 'claimed');
    const again = visit({ storage: () => storage });
    await until(again, () => again.$claims.get().plain?.status === 'claimed');
    const [one, other] = [room, again].map(({ $claims }) => $claims.get().plain);
    assert.equal(
      one?.status === 'claimed' && one.claim.code,
      other?.status === 'claimed' && other.claim.code,
    );
  });

  test('pieces reserved while the server is away are kept once it is back, and survive a reload', async () => {
    const storage = new MemoryStorage();
    const room = visit({ storage: () => storage });
    await order({ type: 'sale.open', saleId: 'flash' });
    await until(room, () => room.$state.get()?.sales[0]?.state === 'open');
    await until(room, () => room.$viewer.get() !== undefined);
    await stop();
    // Twenty taps are one wish.
    const taps = Array.from({ length: 20 }, () => room.reserve('flash', { quantity: 2 }));
    await start();
    const [state] = await Promise.all(taps);
    assert.ok(state?.status === 'held');
    // The room's clock is an hour ahead of this machine's, and the time that is left is the room's.
    const leftMs = state.reservation.until! - room.clock.now();
    assert.ok(leftMs > 590_000 && leftMs <= 600_000, `${leftMs} ms`);
    await until(room, () => room.$sales.get().flash?.held === 2);
    const again = visit({ storage: () => storage });
    await until(again, () => again.$holds.get().flash?.status === 'held');
    assert.deepEqual(again.$holds.get().flash, state);
  });

  test('what one gives back comes to who waits for it, by itself', async () => {
    const [one, other] = [visit(), visit()];
    await order({ type: 'sale.open', saleId: 'flash' });
    for (const room of [one, other]) {
      await until(room, () => settled(room) && room.$viewer.get() !== undefined);
      await until(room, () => room.$state.get()?.sales[0]?.state === 'open');
    }
    assert.equal((await one.reserve('flash', { quantity: 2 })).status, 'held');
    const refused = await other.reserve('flash');
    assert.ok(refused.status === 'refused' && refused.answer.result === 'taken');
    const waiting = await other.waitFor('flash');
    assert.ok(waiting.status === 'waiting' && waiting.wait.ahead === 0);
    await until(one, () => one.$sales.get().flash?.waiting === 1);
    assert.deepEqual(await one.release('flash'), { status: 'idle' });
    await until(other, () => other.$holds.get().flash?.status === 'held');
    await until(one, () => one.$sales.get().flash?.left === 1);
    assert.deepEqual(one.$sales.get().flash, { left: 1, held: 1, sold: 0, waiting: 0, served: 1 });
  });

  test('who reserves at the coupon’s own button has reserved, gets it, and is remembered', async () => {
    const storage = new MemoryStorage();
    const room = visit({ storage: () => storage });
    await order({ type: 'coupon.open', couponId: 'early' });
    await until(room, () => room.$state.get()?.coupons.some(({ state }) => state === 'open') === true);
    await until(room, () => room.$viewer.get() !== undefined);
    const refused = await room.claimCoupon('early');
    assert.equal(refused.status, 'ineligible');
    const unexpected = (error: Error) => assert.fail(error);
    const voice = { ask: () => true, report: unexpected };
    assert.equal(await meetCondition({ kind: 'reserve' }, voice, room), true);
    assert.equal(remindedOf(room).get(), true);
    assert.equal((await room.claimCoupon('early')).status, 'claimed');
    const again = visit({ storage: () => storage });
    await until(again, () => again.$claims.get().early?.status === 'claimed');
    assert.equal(remindedOf(again).get(), true);
    assert.equal(await remind(again, false), false);
    assert.equal(remindedOf(again).get(), false);
  });

  test('a group’s places are given out by the server, one to a viewer, until there is none', async () => {
    const [one, other] = [visit(), visit()];
    const open = (room: Room) => room.command({ type: 'contact.open', contactId: 'friends' });
    await until(one, () => settled(one));
    const { contacts } = readAround(one.$state.get()!.around);
    assert.deepEqual(
      contacts.map(({ id }) => id),
      ['friends'],
    );
    assert.deepEqual([await open(one), await open(one)], [{ codeId: 'c1' }, { codeId: 'c1' }]);
    assert.deepEqual(await open(other), { codeId: null });
    await assert.rejects(other.command({ type: 'contact.open', contactId: 'nobody' }), { code: 'not-found' });
  });

  test('the host’s wishes are refused to viewers, and done for who holds the token', async () => {
    const viewer = visit();
    await assert.rejects(viewer.command({ type: 'pin.add', productId: 'a' }), { code: 'not-allowed' });
    const host = visit({ token: 'host-token-of-this-test' });
    await host.command({ type: 'pin.add', productId: 'a' });
    await until(viewer, () => viewer.$state.get()?.pins.length === 1);
    assert.equal(host.$viewer.get()!.role, 'host');
  });

  test('a room that does not exist is said to be none, and left alone', async () => {
    const room = visit({ url: `http://127.0.0.1:${port}/v1/rooms/winter` });
    await until(room, () => room.$connection.get().status === 'failed');
    assert.equal(room.$connection.get().error?.code, 'room-not-found');
  });
});

type Trouble = { do: 'pin' | 'unpin'; product: string } | { do: 'say' | 'cut' | 'restart' | 'look' };

test('whatever is cut, killed and restarted, the room ends as a fresh one finds it, and nothing is said twice', async () => {
  const troubles = fc.array(
    fc.oneof(
      fc.record({
        do: fc.constantFrom('pin' as const, 'unpin'),
        product: fc.constantFrom('a', 'b', 'c', 'd'),
      }),
      fc.constantFrom('say' as const, 'cut', 'restart', 'look').map(what => ({ do: what })),
    ) as fc.Arbitrary<Trouble>,
    { minLength: 8, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(troubles, async script => {
      const room = visit({ token: 'host-token-of-this-test' });
      const before = await commentCount();
      const said: Promise<boolean>[] = [];
      for (const one of script) {
        if (one.do === 'pin') await order({ type: 'pin.add', productId: one.product }).catch(() => undefined);
        else if (one.do === 'unpin')
          await order({ type: 'pin.remove', productId: one.product }).catch(() => undefined);
        else if (one.do === 'say') said.push(room.sendComment(`words ${said.length}`));
        else if (one.do === 'cut') server!.app.server.closeAllConnections();
        else if (one.do === 'restart') await stop().then(start);
        else await until(room, () => settled(room));
      }
      assert.ok((await Promise.all(said)).every(Boolean));
      assert.equal((await commentCount()) - before, said.length);
      const mark = `mark ${Math.random()}`;
      await order({ type: 'notice.set', notice: mark });
      await until(room, () => settled(room) && room.$state.get()!.notice === mark);
      const fresh = visit();
      await until(fresh, () => settled(fresh));
      assert.deepEqual(room.$state.get(), fresh.$state.get());
      for (const leave of leaving) leave();
      leaving.clear();
    }),
    { numRuns: 8 },
  );
});

/** Asked inside the process: a connection kept from before a restart would be found dead. */
async function commentCount(): Promise<number> {
  // What has been said is in a snapshot from the next tick on.
  await server!.hub.tick();
  const answer = await server!.app.inject('/v1/rooms/spring/snapshot');
  return answer.json<{ commentCount: number }>().commentCount;
}
