import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventOf, someDeed, someRoom, type Deed } from '../../test/fixtures/arbitrary-room.js';
import { limits, roomStateSchema, type RoomState } from '../protocol/index.js';
import * as v from 'valibot';
import { emptyRoom, fold } from './fold.js';

const foldAll = (deeds: readonly Deed[], from: RoomState = emptyRoom) =>
  deeds.reduce((state, one, index) => fold(state, eventOf(one, 'e1', index + 1)), from);

/** Fails on any write, however deep. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

const log = fc.array(someDeed, { maxLength: 40 });

test('whatever happens, at most three products are shown, each once, and each is on the shelf', () => {
  fc.assert(
    fc.property(log, deeds => {
      const { pins, products } = foldAll(deeds);
      assert.ok(pins.length <= limits.pins);
      assert.equal(new Set(pins.map(pin => pin.productId)).size, pins.length);
      for (const pin of pins) assert.ok(products.some(product => product.id === pin.productId));
      assert.equal(new Set(products.map(product => product.id)).size, products.length);
    }),
  );
});

test('whatever happens, the state is what it is once it has travelled', () => {
  const travelled = (state: RoomState): unknown => JSON.parse(JSON.stringify(state));
  fc.assert(
    fc.property(someRoom, log, (room, deeds) => {
      const state = foldAll(deeds, room);
      assert.deepEqual(state, travelled(state));
    }),
  );
  // Told of a combination that the product does not have.
  const price = { kind: 'fixed', amount: { minor: 100, currency: 'CNY' } } as const;
  const product = { id: 'p', number: 1, title: 'Tea', pictures: [], price, stock: 1 };
  const plain = { ...emptyRoom, products: [product] };
  const told = foldAll(
    [{ type: 'product.stock', data: { productId: 'p', variantId: 's', stock: 3 } }],
    plain,
  );
  assert.deepEqual(told, plain);
});

test('whatever happens, the state is one that may travel as a snapshot', () => {
  fc.assert(
    fc.property(log, deeds => {
      const state = foldAll(deeds);
      if (state.title !== '') assert.deepEqual(v.parse(roomStateSchema, state), state);
    }),
  );
});

test('folding changes nothing it was given', () => {
  fc.assert(
    fc.property(someRoom, someDeed, (room, one) => {
      const event = freeze(eventOf(one, 'e1', 1));
      const before = freeze(room);
      const copy = structuredClone(before);
      fold(before, event);
      assert.deepEqual(before, copy);
    }),
  );
});

test('the same log is the same room, at whatever place it is cut', () => {
  fc.assert(
    fc.property(log, fc.nat(), (deeds, cut) => {
      const at = cut % (deeds.length + 1);
      const half = structuredClone(foldAll(deeds.slice(0, at)));
      const rest = deeds
        .slice(at)
        .reduce((state, one, i) => fold(state, eventOf(one, 'e1', at + i + 1)), half);
      assert.deepEqual(rest, foldAll(deeds));
    }),
  );
});

test('an event that names what nobody has changes nothing', () => {
  const unknown: Deed[] = [
    { type: 'shelf.remove', data: { productId: 'nothing' } },
    {
      type: 'product.price',
      data: { productId: 'nothing', price: { kind: 'fixed', amount: { minor: 1, currency: 'CNY' } } },
    },
    { type: 'product.stock', data: { productId: 'nothing', stock: 3 } },
    { type: 'pin.add', data: { productId: 'nothing' } },
    { type: 'pin.remove', data: { productId: 'nothing' } },
    { type: 'coupon.open', data: { couponId: 'nothing', opensAt: 1, closesAt: null } },
    { type: 'coupon.stop', data: { couponId: 'nothing' } },
    { type: 'coupon.sold-out', data: { couponId: 'nothing' } },
  ];
  fc.assert(
    fc.property(someRoom, fc.constantFrom(...unknown), (room, one) => {
      assert.deepEqual(fold(room, eventOf(one, 'e1', 1)), room);
    }),
  );
});

test('an event of a newer server keeps its place and changes nothing', () => {
  const skipped = {
    v: 1,
    room: 'spring',
    epoch: 'e1',
    seq: 1,
    at: 1,
    type: 'x.y',
    data: {},
    skipped: true,
  } as const;
  assert.equal(fold(emptyRoom, skipped), emptyRoom);
});

test('a show read again keeps what has happened: who is shown, and which coupons are open or gone', () => {
  fc.assert(
    fc.property(log, deeds => {
      const before = foldAll(deeds);
      const again: Deed = {
        type: 'show.load',
        data: {
          show: {
            room: 'spring',
            title: 'Again',
            host: before.host,
            stream: null,
            share: {},
            startsAt: null,
            notice: null,
            products: before.products,
            coupons: before.coupons.map(
              ({ soldOut: _, state: __, opensAt: ___, closesAt: ____, ...terms }) => terms,
            ),
          },
        },
      };
      const after = fold(before, eventOf(again, 'e1', 99));
      assert.deepEqual(after.pins, before.pins);
      assert.deepEqual(after.coupons, before.coupons);
      assert.equal(after.phase, before.phase);
      assert.deepEqual(after.notice, before.notice);
    }),
  );
});

test('what has not changed keeps its identity, so that screens can tell', () => {
  const room = foldAll([
    { type: 'room.notice', data: { notice: 'Hello' } },
    { type: 'room.phase', data: { phase: 'live' } },
  ]);
  const after = fold(room, eventOf({ type: 'room.notice', data: { notice: 'Bye' } }, 'e1', 3));
  assert.equal(after.products, room.products);
  assert.equal(after.coupons, room.coupons);
});
