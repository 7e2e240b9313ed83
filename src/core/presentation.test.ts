import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onAir, Screening, T0 } from '../../test/fixtures/picture.js';
import { emptyRoom } from './fold.js';
import type { Coupon, RoomState, Sale } from '../protocol/index.js';

const pin = (screening: Screening, productId: string, mediaAt?: number) =>
  screening.host('pin.add', { productId }, mediaAt);
const unpin = (screening: Screening, productId: string) => screening.host('pin.remove', { productId });

describe('a pin while live', () => {
  test('appears with the frame it belongs to, a quarter of a second early at most', () => {
    const it = new Screening().join();
    it.now = 100;
    pin(it, 'a');
    assert.deepEqual(it.pins(8), []);
    it.now = 107.7;
    assert.deepEqual(it.pins(8), []);
    it.now = 107.75;
    assert.deepEqual(it.pins(8), ['a']);
  });

  test('belongs to the media time it carries, else to the time it was made', () => {
    const it = new Screening().join();
    it.now = 100;
    pin(it, 'a', 96);
    assert.equal(it.look(8).pictureMs, 3750);
    it.now = 104;
    assert.deepEqual(it.pins(8), ['a']);
  });

  test('is never held longer than the picture is behind and three seconds, nor than twenty', () => {
    const it = new Screening().join();
    it.now = 100;
    pin(it, 'a', 160); // a desk whose clock is a minute ahead
    assert.equal(it.look(8).clockMs, 11_000);
    it.now = 110.9;
    assert.deepEqual(it.pins(8), []);
    it.now = 111;
    assert.deepEqual(it.pins(8), ['a']);
    const far = new Screening().join();
    pin(far, 'a', 90);
    assert.equal(far.look(40).clockMs, 20_000);
    assert.equal(far.look(8, { latencyS: undefined }).clockMs, 20_000);
  });

  test('appears at once without a picture, without a date, with one that cannot be, and in a break', () => {
    const it = new Screening().join();
    it.now = 100;
    pin(it, 'a');
    assert.deepEqual(it.pins(undefined), ['a']);
    assert.deepEqual(it.pins(7200), ['a']);
    assert.deepEqual(it.pins(-7200), ['a']);
    const paused = new Screening().join();
    paused.now = 100;
    pin(paused, 'a');
    assert.deepEqual(paused.pins(8), []);
    paused.host('room.phase', { phase: 'paused' });
    assert.deepEqual(paused.pins(8), ['a']);
  });

  test('waits for who joins with a snapshot that is ahead of the picture, and the older ones do not', () => {
    const it = new Screening();
    const pinned = (productId: string, at: number) => ({ productId, at: T0 + at, mediaAt: T0 + at });
    it.now = 100;
    it.join({ ...onAir, pins: [pinned('b', 95_000), pinned('a', 40_000)] });
    assert.deepEqual(it.pins(8), ['a']);
    it.now = 103;
    assert.deepEqual(it.pins(8), ['b', 'a']);
  });

  test('goes with the frame as it came, and what happens within one delay is seen in its order', () => {
    const it = new Screening().join();
    const steps = [() => pin(it, 'a'), () => pin(it, 'b'), () => unpin(it, 'a')];
    for (const [i, step] of steps.entries()) {
      it.now = 100 + i * 2;
      step();
    }
    const seen = [108, 110, 112].map(now => {
      it.now = now;
      return it.pins(8);
    });
    assert.deepEqual(seen, [['a'], ['b', 'a'], ['b']]);
  });

  test('of an earlier media time than the one before it waits for that one: the log’s order is what counts', () => {
    const it = new Screening().join();
    it.now = 100;
    pin(it, 'a');
    pin(it, 'b', 90);
    assert.deepEqual(it.pins(8), []);
    it.now = 108;
    assert.deepEqual(it.pins(8), ['b', 'a']);
  });

  test('stays while the picture trembles, and goes where it is taken back', () => {
    const it = new Screening().join();
    it.now = 100;
    pin(it, 'a');
    it.now = 108;
    assert.deepEqual(it.pins(8), ['a']);
    assert.deepEqual(it.pins(8.9), ['a']);
    assert.deepEqual(it.pins(9.1), []);
    assert.deepEqual(it.pins(8), ['a']);
  });
});

describe('truth does not wait', () => {
  test('prices, stock, notice and redactions apply while a pin is held, and nothing else is made anew', () => {
    const it = new Screening().join();
    it.now = 100;
    pin(it, 'a');
    it.host('product.stock', { productId: 'a', stock: 0 });
    it.host('room.notice', { notice: 'Hello' });
    const { shown } = it.look(8);
    assert.equal(shown.products, it.log.state!.products);
    assert.equal(shown.products[0]!.stock, 0);
    assert.equal(shown.notice, 'Hello');
    assert.equal(it.look(8).shown, shown);
    it.now = 110;
    assert.equal(it.look(8).shown, it.log.state);
  });

  test('a product taken off the shelf is not pinned on anybody’s picture', () => {
    const it = new Screening().join();
    it.now = 90;
    pin(it, 'a');
    it.now = 100;
    assert.deepEqual(it.pins(8), ['a']);
    it.host('shelf.remove', { productId: 'a' });
    assert.deepEqual(it.pins(8), []);
  });
});

describe('a flash sale', () => {
  const sale: Sale = {
    ...{ id: 'c', productId: 'a', price: { minor: 100, currency: 'CNY' }, total: 9, perViewer: 1 },
    ...{ holdSeconds: 300, expires: { kind: 'stopped' }, soldOut: false },
    ...{ state: 'draft', opensAt: null, closesAt: null },
  };
  const open = (it: Screening, inSeconds = 0) =>
    it.host('sale.open', { saleId: 'c', opensAt: T0 + (it.now + inSeconds) * 1000, closesAt: null });

  test('opens with the frame it belongs to, as a coupon does, and is another one than a coupon of its id', () => {
    const coupon = {
      ...sale,
      title: 'Ten off',
      value: { kind: 'percent', percentOff: 10 },
    } as unknown as Coupon;
    const it = new Screening().join({
      ...onAir,
      sales: [sale],
      coupons: [{ ...coupon, state: 'open', opensAt: 1 }],
    });
    it.now = 100;
    open(it);
    assert.equal(it.look(8).shown.sales[0]!.state, 'draft');
    assert.equal(it.look(8).shown.coupons[0]!.state, 'open');
    it.now = 108;
    assert.equal(it.look(8).shown, it.log.state);
  });

  test('announced ahead is open for everybody at its time, and stopped at once', () => {
    const it = new Screening().join({ ...onAir, sales: [sale] });
    it.now = 100;
    open(it, 5);
    assert.equal(it.look(8).clockMs, 5000);
    it.host('sale.stop', { saleId: 'c' });
    assert.equal(it.look(8).shown.sales[0]!.state, 'stopped');
  });
});

describe('a coupon', () => {
  const coupon: Coupon = {
    ...{ id: 'c', title: 'Ten off', total: 9, soldOut: false, state: 'draft', opensAt: null, closesAt: null },
    ...{ value: { kind: 'percent', percentOff: 10 }, expires: { kind: 'never' } },
  } as Coupon;
  const room: RoomState = { ...onAir, coupons: [coupon] };
  const open = (it: Screening, inSeconds = 0) =>
    it.host('coupon.open', { couponId: 'c', opensAt: T0 + (it.now + inSeconds) * 1000, closesAt: null });
  const state = (it: Screening, behind: number, more = {}) => it.look(behind, more).shown.coupons[0]!.state;

  test('opens with the frame it belongs to, and no later than the cap', () => {
    const it = new Screening().join(room);
    it.now = 100;
    open(it);
    assert.equal(state(it, 8), 'draft');
    assert.equal(it.look(8).pictureMs, 7750);
    it.now = 108;
    assert.equal(state(it, 8), 'open');
    assert.equal(it.look(8).shown, it.log.state);
    assert.equal(state(it, 9.5), 'open', 'and stays: what can be claimed is nobody’s past');
  });

  test('announced ahead is open for everybody at its time, wherever the picture is', () => {
    const it = new Screening().join(room);
    it.now = 100;
    open(it, 5);
    assert.equal(it.look(8).clockMs, 5000);
    it.now = 105;
    assert.equal(state(it, 8), 'open');
  });

  test('is stopped and gone at once', () => {
    for (const over of ['coupon.stop', 'coupon.sold-out'] as const) {
      const it = new Screening().join(room);
      it.now = 100;
      open(it);
      it.host(over, { couponId: 'c' });
      assert.deepEqual(it.look(8).shown.coupons, it.log.state!.coupons);
    }
  });

  test('that can be claimed already, or counts down, is not put away by being opened anew', () => {
    const it = new Screening().join(room);
    it.now = 100;
    open(it, 30);
    it.now = 130;
    open(it, 10);
    assert.equal(state(it, 8), 'open');
  });

  test('is what the truth says for who has stepped back', () => {
    const it = new Screening().join(room);
    it.now = 100;
    open(it);
    assert.equal(state(it, 50, { back: true }), 'open');
  });
});

describe('stepping back and replay', () => {
  /** Two products after each other, from 10 s and from 40 s on. */
  const shown = () => {
    const it = new Screening().join();
    for (const [now, step] of [
      [10, () => pin(it, 'a')],
      [40, () => pin(it, 'b')],
      [40, () => unpin(it, 'a')],
    ] as const) {
      it.now = now;
      step();
    }
    return it;
  };

  test('shows what was shown then, in both directions, and holds nothing by the clock', () => {
    const it = shown();
    it.now = 300;
    const at = (second: number) => it.pins(300 - second, { back: true });
    assert.deepEqual([5, 20, 41, 38, 10, 300].map(at), [[], ['a'], ['b'], ['a'], ['a'], ['b']]);
    assert.equal(it.look(295, { back: true }).clockMs, Infinity);
    assert.equal(it.look(295, { back: true }).pictureMs, 4750);
  });

  test('of a recording, without anything left pinned where nothing plays', () => {
    const it = shown();
    it.now = 100;
    it.host('room.phase', { phase: 'ended' });
    it.host('room.phase', { phase: 'replay' });
    it.now = 9000;
    assert.deepEqual(it.pins(undefined), []);
    assert.deepEqual(
      [8985, 8955, 8995].map(behind => it.pins(behind)),
      [['a'], ['b'], []],
    );
  });

  test('its chapters are what can be gone to, with the product’s name, and grow with the picture', () => {
    const it = shown();
    it.now = 45;
    const span = { from: T0, to: T0 + 44_000 };
    const chapters = (behind: number, more = {}) =>
      it.look(behind, { span, ...more }).chapters.map(({ productId, at }) => [productId, (at - T0) / 1000]);
    assert.deepEqual(chapters(8), [['a', 10]]);
    assert.deepEqual(chapters(4), [
      ['a', 10],
      ['b', 40],
    ]);
    assert.deepEqual(chapters(30, { back: true }).length, 2, 'a step back forgets none');
    assert.equal(it.look(4, { span }).chapters, it.look(4, { span }).chapters);
    assert.equal(it.look(4, { span }).clockMs, 10_000, 'the oldest leaves the window of itself');
    assert.deepEqual(chapters(4, { span: { from: T0 + 11_000, to: span.to } }), [['b', 40]]);
    it.host('shelf.remove', { productId: 'b' });
    assert.deepEqual(chapters(4), [['a', 10]]);
    assert.deepEqual(chapters(4, { span: undefined }), []);
  });

  test('a recording begins with what was being shown when it began, and a product shown on is one chapter', () => {
    const it = shown();
    it.now = 50;
    unpin(it, 'b');
    it.now = 60;
    pin(it, 'b');
    it.host('room.phase', { phase: 'replay' });
    const span = { from: T0 + 20_000, to: T0 + 99_000 };
    const { chapters } = it.look(0, { span });
    assert.deepEqual(
      chapters.map(({ productId, at, title }) => [productId, at - T0, title]),
      [
        ['a', 20_000, 'Tea a'],
        ['b', 40_000, 'Tea b'],
      ],
    );
  });
});

describe('the past', () => {
  test('is recalled from the log: pins that came and went before are known, and what is held stays held', () => {
    const it = new Screening();
    it.say('show.load', {
      show: { room: 'spring', ...onAir, products: onAir.products, coupons: [], stream: null, notice: null },
    } as never);
    it.now = 5;
    it.say('room.phase', { phase: 'live' }, 4);
    it.now = 10;
    it.say('pin.add', { productId: 'a' });
    it.now = 20;
    it.say('pin.remove', { productId: 'a' });
    it.now = 95;
    it.say('pin.add', { productId: 'b' });
    const log = [...it.events];
    it.now = 100;
    it.join(it.statesFrom(emptyRoom)[log.length]!);
    it.host('pin.add', { productId: 'c' });
    const { history } = it.presentation;
    assert.equal(history.recall({ epoch: 'other', seq: 5 }, log), false);
    assert.equal(history.recall({ epoch: 'e', seq: 4 }, log.slice(0, 4)), false, 'older than what we know');
    assert.equal(history.onAirAt, undefined);
    assert.equal(history.recall({ epoch: 'e', seq: 5 }, log), true);
    assert.equal(history.onAirAt, T0 + 4000);
    assert.deepEqual(it.pins(8), []);
    const back = (second: number) => it.pins(it.now - second, { back: true });
    assert.deepEqual([12, 25, 96, 100].map(back), [['a'], [], ['b'], ['c', 'b']]);
  });

  test('of another epoch is forgotten, and one that was missed in between is a step of its own', () => {
    const it = new Screening().join();
    it.now = 10;
    pin(it, 'a');
    it.now = 30;
    const pinned = { productId: 'b', at: T0 + 29_000, mediaAt: T0 + 29_000 };
    it.join({ ...onAir, pins: [pinned] }, 9);
    assert.deepEqual(it.pins(8), ['a']);
    it.now = 40;
    assert.deepEqual(it.pins(8), ['b']);
    it.log.hello({ v: 1, room: 'spring', epoch: 'f', seq: 1, at: T0, outcome: 'snapshot' });
    it.join(onAir, 1, 'f');
    assert.deepEqual(it.pins(8), []);
    assert.deepEqual(it.pins(25, { back: true }), []);
  });
});
