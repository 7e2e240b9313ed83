import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { FakeTransport } from '../../test/fixtures/fake-transport.js';
import { onAir } from '../../test/fixtures/picture.js';
import { QunError, type HistoryPage } from '../protocol/index.js';
import type { HistoryQuery } from '../transport/room-transport.js';
import { createRoom } from './create-room.js';
import type { Playhead } from './room.js';
import { presenting } from './stage.js';

const START = 1_800_000_000_000;
const settled = () => new Promise(setImmediate);

/** A picture in a test's hand. */
class Picture implements Playhead {
  behindMs: number | undefined = 8000;
  stands = false;
  stepped = false;
  from: number | undefined;
  sought: number[] = [];
  moved: (() => void) | undefined;
  onAirAt: number | undefined;

  date(onAirAt?: number): number | undefined {
    this.onAirAt = onAirAt;
    return this.behindMs === undefined ? undefined : Date.now() - this.behindMs;
  }
  latencyS = () => (this.behindMs ?? NaN) / 1000;
  moving = () => !this.stands;
  back = () => this.stepped;
  span = () => (this.from === undefined ? undefined : { from: this.from, to: Date.now() });
  seek = (date: number) => void this.sought.push(date);
  watch = (moved: () => void) => {
    this.moved = moved;
    return () => (this.moved = undefined);
  };
}

function open(transport = new FakeTransport()) {
  transport.at = Date.now();
  const room = createRoom({ transport });
  const leave = room.retain();
  transport.snapshot({ ...onAir });
  const pin = (productId: string) => {
    transport.at = Date.now();
    transport.control('pin.add', { productId });
  };
  const pins = () => room.$shown.get()!.pins.map(one => one.productId);
  return { transport, room, leave, pin, pins };
}

beforeEach(async () => {
  await presenting.come();
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: START });
  mock.method(performance, 'now', () => Date.now() - START);
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

describe('what a room shows', () => {
  test('is the truth while nobody presents a picture', () => {
    const { room, pin, pins, leave } = open();
    assert.equal(room.$shown.get(), room.$state.get());
    pin('a');
    assert.deepEqual(pins(), ['a']);
    assert.equal(room.$shown.get(), room.$state.get());
    leave();
  });

  test('follows the picture that is presented, and is the truth again when it is taken back', async () => {
    const { room, pin, pins, leave } = open();
    const stop = room.present(new Picture());
    await settled();
    pin('a');
    assert.deepEqual(room.$state.get()!.pins.length, 1);
    assert.deepEqual(pins(), []);
    mock.timers.tick(7700);
    assert.deepEqual(pins(), []);
    mock.timers.tick(100);
    assert.deepEqual(pins(), ['a']);
    pin('b');
    stop();
    await settled();
    assert.deepEqual(pins(), ['b', 'a']);
    leave();
  });

  test('never follows a picture that was taken back before its part was here', async () => {
    const { room, pin, pins, leave } = open();
    room.present(new Picture())();
    await settled();
    pin('a');
    assert.deepEqual(pins(), ['a']);
    leave();
  });

  test('keeps no timer while nothing is awaited, and few while something is', async () => {
    const { room, pin, leave } = open();
    const timers = mock.method(globalThis, 'setTimeout');
    const stop = room.present(new Picture());
    await settled();
    assert.equal(timers.mock.callCount(), 0);
    pin('a');
    mock.timers.tick(60_000);
    const looks = timers.mock.callCount();
    assert.ok(looks > 0 && looks < 20, `${looks}`);
    mock.timers.tick(600_000);
    assert.equal(timers.mock.callCount(), looks);
    stop();
    leave();
  });

  test('does not wait for a picture that stands still longer than the cap, and looks when it jumps', async () => {
    const { room, pin, pins, leave } = open();
    const picture = new Picture();
    picture.stands = true;
    picture.behindMs = 20_000;
    picture.latencyS = () => 5;
    const stop = room.present(picture);
    await settled();
    pin('a');
    mock.timers.tick(7990);
    assert.deepEqual(pins(), []);
    mock.timers.tick(20);
    assert.deepEqual(pins(), ['a']);
    picture.stepped = true;
    picture.moved!();
    assert.deepEqual(pins(), []);
    picture.behindMs = 1000;
    picture.moved!();
    assert.deepEqual(pins(), ['a']);
    stop();
    await settled();
    assert.equal(picture.moved, undefined);
    leave();
  });

  test('follows the newest picture that has a date, and seeks in it', async () => {
    const { room, pin, pins, leave } = open();
    const [early, late] = [new Picture(), new Picture()];
    late.behindMs = undefined;
    const stops = [room.present(early), room.present(late)];
    await settled();
    pin('a');
    assert.deepEqual(pins(), []);
    late.behindMs = 0;
    late.moved!();
    assert.deepEqual(pins(), ['a']);
    room.seek(START);
    assert.deepEqual([early.sought, late.sought], [[], [START]]);
    for (const stop of stops) stop();
    leave();
  });
});

/** A transport that remembers its log. */
class Remembering extends FakeTransport {
  asked: HistoryQuery[] = [];
  pageLength = 2;
  failures: QunError[] = [];
  past = [
    ['show.load', { show: { ...onAir, room: 'spring', coupons: [] } }],
    ['room.phase', { phase: 'live' }],
    ['pin.add', { productId: 'a' }],
    ['pin.remove', { productId: 'a' }],
    ['pin.add', { productId: 'b' }],
  ].map(([type, data], i) => ({
    ...{ v: 1, room: 'spring', epoch: 'e1', seq: i + 1, at: START - 100_000 + i * 10_000, type, data },
  }));

  async history(query: HistoryQuery): Promise<HistoryPage> {
    this.asked.push(query);
    const failure = this.failures.shift();
    if (failure) throw failure;
    const events = this.past.slice(query.after, query.after + this.pageLength) as HistoryPage['events'];
    const seq = query.after + events.length;
    return { v: 1, room: 'spring', epoch: 'e1', after: query.after, seq, head: this.past.length, events };
  }
}

describe('the past of a show', () => {
  const late = () => {
    const transport = new Remembering();
    transport.seq = 5;
    const it = open(transport);
    const picture = new Picture();
    const stop = it.room.present(picture);
    return { ...it, transport, picture, stop };
  };

  test('is fetched once, page by page, where the picture can go back to it', async () => {
    const { room, transport, picture, pins, stop, leave } = late();
    await settled();
    assert.equal(transport.asked.length, 0);
    picture.from = START - 90_000;
    picture.moved!();
    await settled();
    assert.deepEqual(
      transport.asked.map(({ after, epoch }) => [after, epoch]),
      [
        [0, 'e1'],
        [2, 'e1'],
        [4, 'e1'],
      ],
    );
    assert.ok(transport.asked[0]!.types!.includes('pin.add'));
    assert.deepEqual(
      room.$chapters.get().map(({ productId, at }) => [productId, at - START]),
      [
        ['a', -80_000],
        ['b', -60_000],
      ],
    );
    picture.stepped = true;
    picture.behindMs = 75_000;
    picture.moved!();
    assert.deepEqual(pins(), ['a']);
    assert.equal(picture.onAirAt, START - 90_000);
    assert.equal(transport.asked.length, 3);
    stop();
    await settled();
    assert.deepEqual(room.$chapters.get(), []);
    leave();
  });

  test('is asked for again where that may help, and given up where it cannot', async () => {
    const { room, transport, picture, stop, leave } = late();
    transport.failures = [new QunError('network')];
    picture.from = START - 200_000;
    await settled();
    picture.moved?.();
    await settled();
    assert.equal(transport.asked.length, 1);
    mock.timers.tick(2000);
    await settled();
    assert.equal(room.$chapters.get().length, 2);
    stop();
    leave();

    const without = late();
    without.transport.failures = [new QunError('not-found')];
    without.picture.from = START - 200_000;
    await settled();
    without.picture.moved?.();
    await settled();
    mock.timers.tick(60_000);
    await settled();
    assert.equal(without.transport.asked.length, 1);
    without.stop();
    without.leave();
  });

  test('is the show itself in a replay, wherever it stands', async () => {
    const { transport, picture, pins, stop, leave } = late();
    transport.control('room.phase', { phase: 'replay' });
    transport.past.push({ ...transport.past[1]!, seq: 6, at: START, data: { phase: 'replay' } });
    await settled();
    const at = (beforeMs: number) => {
      picture.behindMs = beforeMs;
      picture.moved!();
      return pins();
    };
    assert.deepEqual([95_000, 75_000, 65_000, 50_000, 79_000].map(at), [[], ['a'], [], ['b'], ['a']]);
    mock.timers.tick(20_000);
    assert.deepEqual(pins(), ['b'], 'and goes on with it');
    stop();
    leave();
  });
});
