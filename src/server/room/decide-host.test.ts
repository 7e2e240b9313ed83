import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { makeShow, roomOf } from '../../../test/fixtures/show.js';
import { fold } from '../../core/fold.js';
import { limits, parseCommand, QunError, type Command, type RoomState } from '../../protocol/index.js';
import { decide, type RoomCommand } from './decide.js';
import type { Draft } from './decide-host.js';
import type { Viewer } from './viewer.js';

const NOW = 1_000_000;
const host: Viewer = { id: 'h', role: 'host', since: 0 };

function ask(state: RoomState, command: Command, facts: object = {}): Draft[] {
  const context = { now: NOW, viewer: host, id: 'c1', commented: false, ...facts };
  const decision = decide(state, parseCommand(command) as RoomCommand, context);
  assert.equal(decision.kind, 'events');
  return decision.kind === 'events' ? decision.events : [];
}

const after = (state: RoomState, drafts: readonly Draft[], at = NOW): RoomState =>
  drafts.reduce(
    (before, draft) => fold(before, { v: 1, room: 'spring', epoch: 'e', seq: 1, at, ...draft } as never),
    state,
  );

const does = (state: RoomState, ...commands: Command[]) =>
  commands.reduce((before, command) => after(before, ask(before, command)), state);

const refused = (code: string) => (error: unknown) => error instanceof QunError && error.code === code;

test('viewers cannot run the room, assistants can', () => {
  const command: Command = { type: 'pin.add', productId: 'a' };
  assert.throws(
    () => ask(roomOf(), command, { viewer: { ...host, role: 'viewer' } }),
    refused('not-allowed'),
  );
  assert.equal(ask(roomOf(), command, { viewer: { ...host, role: 'assistant' } }).length, 1);
});

test('a show goes live, pauses, goes on, ends, and the end can be taken back', () => {
  const set = (phase: 'live' | 'paused' | 'ended'): Command => ({ type: 'phase.set', phase });
  let state = roomOf();
  for (const phase of ['live', 'paused', 'live', 'ended', 'live', 'paused', 'ended'] as const) {
    state = does(state, set(phase));
    assert.equal(state.phase, phase);
  }
  assert.deepEqual(ask(state, set('ended')), []);
  assert.throws(() => ask(state, set('paused')), refused('phase-conflict'));
  assert.throws(() => ask(roomOf(), set('paused')), refused('phase-conflict'));
  assert.throws(() => ask({ ...state, phase: 'replay' }, set('live')), refused('phase-conflict'));
  assert.throws(
    () => ask({ ...state, phase: 'live' }, { type: 'phase.set', phase: 'replay' }),
    refused('phase-conflict'),
  );
  assert.equal(does({ ...state, phase: 'interrupted' }, set('live')).phase, 'live');
});

test('a show that is over becomes its recording, which shows nothing by itself, and can be taken down again', () => {
  const stream = { src: 'https://cdn.shop.example/spring.m3u8' };
  const over = does(
    roomOf(),
    { type: 'phase.set', phase: 'live' },
    { type: 'pin.add', productId: 'a' },
    { type: 'phase.set', phase: 'ended' },
  );
  assert.equal(over.pins.length, 1);
  const replay = does(over, { type: 'stream.set', stream }, { type: 'phase.set', phase: 'replay' });
  assert.deepEqual([replay.phase, replay.stream, replay.pins], ['replay', stream, []]);
  assert.deepEqual(ask(replay, { type: 'stream.set', stream }), []);
  assert.equal(does(replay, { type: 'stream.set', stream: null }).stream, null);
  assert.equal(does(replay, { type: 'phase.set', phase: 'ended' }).phase, 'ended');
});

test('three products are pinned at most, and pinning one again brings it to the front', () => {
  const pin = (productId: string): Command => ({ type: 'pin.add', productId });
  const full = does(roomOf(), pin('a'), pin('b'), pin('c'));
  assert.deepEqual(
    full.pins.map(one => one.productId),
    ['c', 'b', 'a'],
  );
  assert.throws(() => ask(full, pin('d')), refused('pins-full'));
  assert.deepEqual(ask(full, pin('c')), []);
  assert.equal(does(full, pin('a')).pins[0]?.productId, 'a');
  assert.equal(does(full, { type: 'pin.remove', productId: 'b' }, pin('d')).pins.length, 3);
  assert.deepEqual(ask(full, { type: 'pin.remove', productId: 'e' }), []);
  assert.throws(() => ask(full, pin('nothing')), refused('product-unknown'));
  assert.throws(() => ask(full, { type: 'pin.remove', productId: 'nothing' }), refused('product-unknown'));
});

test('a coupon opens at once or ahead, and closes when its terms say', () => {
  const open = (couponId: string, inSeconds?: number): Command => ({
    type: 'coupon.open',
    couponId,
    inSeconds,
  });
  const coupon = (state: RoomState, id: string) => state.coupons.find(one => one.id === id)!;
  const now = does(roomOf(), open('plain'));
  assert.deepEqual({ ...coupon(now, 'plain') }.opensAt, NOW);
  assert.equal(coupon(now, 'plain').closesAt, null);
  assert.deepEqual(ask(now, open('plain')), []);

  const ahead = does(roomOf(), open('minutes', 30));
  assert.equal(coupon(ahead, 'minutes').opensAt, NOW + 30_000);
  assert.equal(coupon(ahead, 'minutes').closesAt, NOW + 30_000 + 300_000);
  assert.equal(coupon(does(ahead, open('minutes')), 'minutes').opensAt, NOW);

  const stopped = does(now, { type: 'coupon.stop', couponId: 'plain' });
  assert.equal(coupon(stopped, 'plain').state, 'stopped');
  assert.deepEqual(ask(stopped, { type: 'coupon.stop', couponId: 'plain' }), []);
  assert.equal(coupon(does(stopped, open('plain')), 'plain').state, 'open');
  assert.throws(() => ask(now, open('nothing')), refused('coupon-unknown'));

  const [first] = makeShow().coupons;
  const over = roomOf(makeShow({ coupons: [{ ...first!, expires: { kind: 'at', at: NOW } }] }));
  assert.throws(() => ask(over, open('plain')), refused('phase-conflict'));
});

test('what is so already makes no event', () => {
  const told = does(roomOf(), { type: 'notice.set', notice: 'Free delivery today' });
  assert.deepEqual(ask(told, { type: 'notice.set', notice: 'Free delivery today' }), []);
  assert.equal(does(told, { type: 'notice.set', notice: null }).notice, null);
  assert.deepEqual(ask(roomOf(), { type: 'stock.set', productId: 'a', stock: 30 }), []);
  assert.equal(does(roomOf(), { type: 'stock.set', productId: 'a', stock: null }).products[0]?.stock, null);
  assert.throws(
    () => ask(roomOf(), { type: 'stock.set', productId: 'x', stock: 1 }),
    refused('product-unknown'),
  );
});

test('the media time of the host travels with the event', () => {
  assert.equal(ask(roomOf(), { type: 'pin.add', productId: 'a', mediaAt: 777 })[0]?.mediaAt, 777);
});

test('whatever the host does in whatever order, the room stays a room', () => {
  const productId = fc.constantFrom('a', 'b', 'c', 'd', 'nothing');
  const couponId = fc.constantFrom('plain', 'minutes', 'nothing');
  const commands = fc.oneof(
    fc.record({ type: fc.constant('phase.set'), phase: fc.constantFrom('live', 'paused', 'ended') }),
    fc.record({ type: fc.constantFrom('pin.add', 'pin.remove'), productId }),
    fc.record({ type: fc.constant('coupon.open'), couponId, inSeconds: fc.nat(3600) }),
    fc.record({ type: fc.constant('coupon.stop'), couponId }),
    fc.record({ type: fc.constant('stock.set'), productId, stock: fc.option(fc.nat(9)) }),
  );
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 40 }), list => {
      let state = roomOf();
      for (const command of list as Command[]) {
        let drafts: Draft[];
        try {
          drafts = ask(state, command);
        } catch (error) {
          assert.ok(error instanceof QunError && error.code !== 'internal');
          continue;
        }
        const next = after(state, drafts);
        // An event is made exactly when something changes, and asking again changes nothing.
        assert.equal(drafts.length > 0, JSON.stringify(next) !== JSON.stringify(state));
        assert.deepEqual(ask(next, command), []);
        state = next;
        assert.ok(state.pins.length <= limits.pins);
        assert.equal(new Set(state.pins.map(pin => pin.productId)).size, state.pins.length);
      }
    }),
  );
});
