import assert from 'node:assert/strict';
import test from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import { parseCommand, QunError, type ClaimAnswer, type Command } from '../../protocol/index.js';
import { commitOf, lotOf } from '../room/draw.js';
import type { Viewer } from '../room/viewer.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { LiveRoom } from './live-room.js';

const host: Viewer = { id: 'h', role: 'host', since: 0 };
const viewer = (id: string): Viewer => ({ id, role: 'viewer', since: 0 });
const names = Array.from({ length: 12 }, (_, i) => `v${i}`);
const [plain] = makeShow().coupons;
const show = makeShow({
  coupons: [{ ...plain!, mode: 'draw', total: 3, expires: { kind: 'after', minutes: 1 } }],
});
const claim: Command = { type: 'coupon.claim', couponId: 'plain' };

let keys = 0;
const ask = async (room: LiveRoom, who: Viewer, command: Command): Promise<ClaimAnswer> => {
  const key = `k${(keys += 1)}`;
  const { answer } = await room.execute({ viewer: who, command: parseCommand(command), key });
  return answer as ClaimAnswer;
};
/** Resolves when the draw has been told in `room`, which is pulsed as its process would. */
async function drawnIn(room: LiveRoom) {
  const drawn = new Promise<void>(resolve => {
    const stop = room.subscribe(event => {
      if (event.type !== 'coupon.drawn') return;
      stop();
      resolve();
    });
  });
  await room.pulse(1);
  await drawn;
}

test('who asks takes part; when it closes as many win as there are, and anybody can reckon it again', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  let now = 1000;
  const room = await LiveRoom.open(store, show, () => now);
  await ask(room, host, { type: 'coupon.open', couponId: 'plain' });
  const { commit } = room.state.coupons[0]!;
  for (const name of names) {
    assert.deepEqual(await ask(room, viewer(name), claim), { result: 'entered', drawsAt: 61_000 });
  }
  assert.deepEqual(await ask(room, viewer('v0'), claim), { result: 'entered', drawsAt: 61_000 });
  assert.deepEqual((await room.belongings(viewer('v0'))).entered, ['plain']);
  await room.pulse(1);
  assert.equal(room.state.coupons[0]?.drawn, undefined);

  now = 61_000;
  assert.deepEqual(await ask(room, viewer('late'), claim), { result: 'expired' });
  await drawnIn(room);
  const { seed, entries, cutoff } = room.state.coupons[0]!.drawn!;
  assert.deepEqual([commitOf(seed), entries], [commit, 12]);
  const winners = names.filter(name => lotOf(seed, name) <= cutoff);
  assert.equal(winners.length, 3);
  const codes = new Set<string>();
  for (const name of names) {
    const answer = await ask(room, viewer(name), claim);
    assert.equal(answer.result, winners.includes(name) ? 'already' : 'sold-out', name);
    if (answer.result === 'already') codes.add(answer.code);
  }
  assert.equal(codes.size, 3);
  await room.close();
  await store.close();
});

test('what was given to the first to come before it became a draw is not drawn again', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  let now = 1000;
  const first = makeShow({ coupons: [{ ...show.coupons[0]!, mode: 'first-come' }] });
  const before = await LiveRoom.open(store, first, () => now);
  await ask(before, host, { type: 'coupon.open', couponId: 'plain' });
  for (const name of ['v0', 'v1']) assert.equal((await ask(before, viewer(name), claim)).result, 'won');
  await before.close();

  const room = await LiveRoom.open(store, show, () => now);
  for (const name of names.slice(2)) assert.equal((await ask(room, viewer(name), claim)).result, 'entered');
  now = 61_000;
  await drawnIn(room);
  const { seed, entries, cutoff } = room.state.coupons[0]!.drawn!;
  assert.equal(entries, 10);
  assert.equal(names.slice(2).filter(name => lotOf(seed, name) <= cutoff).length, 1);
  const kept = await Promise.all(names.map(async name => (await ask(room, viewer(name), claim)).result));
  assert.equal(kept.filter(result => result === 'already').length, 3);
  await room.close();
  await store.close();
});

test('it is held when the host stops it, by one of two processes, and once', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  const draws: string[] = [];
  const draw = store.draw.bind(store);
  store.draw = request => {
    draws.push(request.couponId);
    return draw(request);
  };
  const rooms = [
    await LiveRoom.open(store, show, () => 1000),
    await LiveRoom.open(store, show, () => 1000),
  ] as const;
  await ask(rooms[0], host, { type: 'coupon.open', couponId: 'plain' });
  await ask(rooms[0], viewer('a'), claim);
  await ask(rooms[1], viewer('b'), claim);
  await ask(rooms[0], host, { type: 'coupon.stop', couponId: 'plain' });
  await rooms[1].catchUp();
  await Promise.all(rooms.map(drawnIn));
  await Promise.all(rooms.map(room => room.pulse(1)));
  assert.deepEqual(draws, ['plain']);
  const [one, other] = rooms.map(room => room.state.coupons[0]?.drawn);
  assert.deepEqual(one, other);
  assert.equal(one?.entries, 2);
  await Promise.all(rooms.map(room => room.close()));
  await store.close();
});

test('who comes in while the winners are reckoned takes part, and a store that is away is asked again', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  let now = 1000;
  const room = await LiveRoom.open(store, show, () => now);
  await ask(room, host, { type: 'coupon.open', couponId: 'plain' });
  await ask(room, viewer('a'), claim);
  const entries = store.entries.bind(store);
  let asked = 0;
  store.entries = async (...where) => {
    asked += 1;
    if (asked === 1) throw new QunError('overloaded');
    const found = await entries(...where);
    if (asked > 2) return found;
    const receipt = { room: 'spring', viewer: 'b', key: 'late', fingerprint: 'f' };
    const offer = { couponId: 'plain', code: 'X', at: now };
    await store.enter({ couponId: 'plain', subject: undefined, gate: null, offer, receipt }, null);
    return found;
  };
  now = 61_000;
  await room.pulse(1);
  await room.pulse(1);
  assert.equal(asked, 1, 'not at once');
  now += 2000;
  await drawnIn(room);
  assert.equal(room.state.coupons[0]?.drawn?.entries, 2);
  await room.close();
  await store.close();
});
