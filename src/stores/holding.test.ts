import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { FakeTransport } from '../../test/fixtures/fake-transport.js';
import { QunError, type Reservation, type Sale, type SaleFigures, type Wait } from '../protocol/index.js';
import { createRoom } from './create-room.js';
import { holding } from './holding.js';

await holding.come();

const NOW = 1_000_000;
const sale: Sale = {
  id: 's1',
  productId: 'p1',
  price: { minor: 9900, currency: 'CNY' },
  total: 10,
  perViewer: 2,
  holdSeconds: 60,
  expires: { kind: 'stopped' },
  soldOut: false,
  state: 'open',
  opensAt: NOW - 60_000,
  closesAt: null,
};
const figures = (change: Partial<SaleFigures> = {}): SaleFigures => ({
  left: 0,
  held: 10,
  sold: 0,
  waiting: 0,
  served: 0,
  ...change,
});
const kept = (change: Partial<Reservation> = {}): Reservation => ({
  id: 'r1',
  saleId: 's1',
  quantity: 1,
  at: NOW,
  until: NOW + 60_000,
  ...change,
});
const line = (change: Partial<Wait> = {}): Wait => ({
  saleId: 's1',
  quantity: 1,
  ticket: 4,
  ahead: 3,
  ...change,
});
const held = { result: 'held', reservation: kept() };

const settled = async () => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};

async function setUp(session: Partial<FakeTransport['session']> = {}, change: Partial<Sale> = {}) {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: NOW });
  const transport = new FakeTransport();
  transport.session = { ...transport.session, now: NOW, ...session };
  const room = createRoom({ transport });
  const leave = room.retain();
  transport.at = NOW;
  transport.snapshot({ sales: [{ ...sale, ...change }] }, { sales: { s1: figures() } });
  await settled();
  const sent = () => transport.sent.map(({ command }) => command);
  const pass = async (ms: number) => {
    mock.timers.tick(ms);
    await settled();
  };
  const end = () => {
    leave();
    mock.timers.reset();
  };
  return { transport, room, sent, pass, end, hold: () => room.$holds.get().s1 };
}

describe('a reservation', () => {
  test('shows its progress and its outcome, and is one however often the button is pressed', async () => {
    const { transport, room, sent, end, hold } = await setUp();
    const seen: (string | undefined)[] = [];
    room.$holds.listen(holds => seen.push(holds.s1?.status));
    transport.answer = () => held;
    const wishes = Array.from({ length: 20 }, () => room.reserve('s1', { variantId: 'red', quantity: 2 }));
    const states = await Promise.all(wishes);
    assert.ok(states.every(state => state.status === 'held'));
    assert.deepEqual(sent(), [{ type: 'sale.reserve', saleId: 's1', variantId: 'red', quantity: 2 }]);
    assert.deepEqual(seen, ['asking', 'held']);
    assert.deepEqual(hold(), { status: 'held', reservation: kept() });
    end();
  });

  test('that is refused says so', async () => {
    const { transport, room, end } = await setUp();
    transport.answer = () => ({ result: 'taken', left: 0, waiting: 3 });
    assert.deepEqual(await room.reserve('s1'), {
      status: 'refused',
      answer: { result: 'taken', left: 0, waiting: 3 },
    });
    end();
  });

  test('that failed is asked again under the key it had: it may have been granted', async () => {
    const { transport, room, end, hold } = await setUp();
    transport.answer = () => {
      throw new QunError('network');
    };
    assert.deepEqual(await room.reserve('s1'), { status: 'failed', code: 'network' });
    assert.equal(hold()?.status, 'failed');
    transport.answer = () => held;
    await room.reserve('s1');
    await room.reserve('s1');
    const keys = transport.sent.map(({ key }) => key);
    assert.equal(keys[0], keys[1]);
    assert.notEqual(keys[1], keys[2]);
    end();
  });

  test('is given back, and stays where that could not be said', async () => {
    const { transport, room, sent, end, hold } = await setUp();
    transport.answer = () => held;
    await room.reserve('s1');
    transport.answer = () => {
      throw new QunError('network');
    };
    assert.equal((await room.release('s1')).status, 'failed');
    assert.equal(hold()?.status, 'held');
    transport.answer = () => ({ released: 1 });
    assert.deepEqual(await room.release('s1'), { status: 'idle' });
    assert.deepEqual(hold(), { status: 'idle' });
    assert.deepEqual(sent().at(-1), { type: 'sale.release', saleId: 's1' });
    end();
  });
});

describe('what is kept for this viewer', () => {
  test('is known after a reload: what is kept before a place in the line, and that before an order', async () => {
    const ordered = kept({ id: 'r0', at: NOW - 5, until: null });
    for (const [session, status, id] of [
      [{ reservations: [kept(), ordered], waits: [] }, 'held', 'r1'],
      [{ reservations: [ordered], waits: [line()] }, 'waiting', undefined],
      [{ reservations: [ordered] }, 'held', 'r0'],
    ] as const) {
      const { end, hold } = await setUp(session as never);
      const state = hold();
      assert.equal(state?.status, status);
      if (state?.status === 'held') assert.equal(state.reservation.id, id);
      end();
    }
  });

  test('is asked for when its time is over, and is gone only then', async () => {
    const { transport, pass, end, hold } = await setUp({ reservations: [kept()] });
    const joins = mock.method(transport, 'join');
    transport.session = { ...transport.session, now: NOW + 50_000 };
    await pass(59_999);
    assert.deepEqual([joins.mock.callCount(), hold()?.status], [1, 'held']);
    transport.session = { ...transport.session, now: NOW + 61_000, reservations: [] };
    await pass(5001);
    assert.deepEqual(hold(), { status: 'lapsed', reservation: kept() });
    await pass(600_000);
    assert.equal(joins.mock.callCount(), 2);
    end();
  });

  test('is asked for shortly before that as well: nobody is told that it ran out what they have ordered', async () => {
    const ordered = kept({ until: null });
    const { transport, pass, end, hold } = await setUp({ reservations: [kept()] });
    transport.session = { ...transport.session, now: NOW + 50_000, reservations: [ordered] };
    await pass(59_999);
    assert.deepEqual(hold(), { status: 'held', reservation: ordered });
    end();
  });

  test('is asked for no more once the room is left', async () => {
    const { transport, pass, end } = await setUp({ reservations: [kept()] });
    const joins = mock.method(transport, 'join');
    end();
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: NOW });
    await pass(600_000);
    assert.equal(joins.mock.callCount(), 0);
    mock.timers.reset();
  });

  test('stays where an older word of the server knows nothing of it', async () => {
    const { transport, room, pass, end, hold } = await setUp();
    await pass(100);
    transport.answer = () => held;
    await room.reserve('s1');
    transport.joined({ ...transport.session, now: NOW + 50 });
    assert.equal(hold()?.status, 'held');
    transport.joined({ ...transport.session, now: NOW + 5000 });
    assert.equal(hold(), undefined);
    end();
  });

  test('is not another’s who signs in', async () => {
    const { transport, room, end } = await setUp();
    transport.answer = () => held;
    await room.reserve('s1');
    transport.joined({ ...transport.session, viewer: { id: 'lin', role: 'viewer' } });
    assert.deepEqual(room.$holds.get(), {});
    end();
  });
});

describe('a place in the line', () => {
  test('is taken, and what is kept when its turn has come is asked for by itself', async () => {
    const { transport, room, sent, pass, end, hold } = await setUp();
    transport.answer = () => ({ result: 'waiting', wait: line({ quantity: 2 }) });
    assert.equal((await room.waitFor('s1', { quantity: 2 })).status, 'waiting');
    transport.tick({ sales: { s1: figures({ waiting: 4, served: 3 }) } });
    await pass(5000);
    assert.equal(sent().length, 1);
    transport.answer = () => ({ result: 'already', reservation: kept() });
    transport.tick({ sales: { s1: figures({ waiting: 3, served: 4 }) } });
    await settled();
    assert.equal(hold()?.status, 'waiting');
    await pass(2000);
    assert.equal(hold()?.status, 'held');
    assert.deepEqual(sent().at(-1), { type: 'sale.reserve', saleId: 's1', quantity: 2 });
    end();
  });

  test('that was passed by who wants less asks again when the line gets shorter, and not before', async () => {
    const { transport, sent, pass, end, hold } = await setUp({ waits: [line()] });
    transport.answer = () => ({ result: 'waiting', wait: line() });
    transport.tick({ sales: { s1: figures({ waiting: 4, served: 6 }) } });
    await pass(2000);
    transport.tick({ sales: { s1: figures({ waiting: 5, served: 6 }) } });
    await pass(2000);
    assert.equal(sent().length, 1);
    transport.answer = () => held;
    transport.tick({ sales: { s1: figures({ waiting: 3, served: 6 }) } });
    await pass(2000);
    assert.equal(hold()?.status, 'held');
    end();
  });

  test('is asked about when nobody stands in line any more, and not by figures of before they did', async () => {
    const { transport, sent, pass, end, hold } = await setUp({ waits: [line()] });
    // The snapshot is from before they stood in line; the next word of the room is not.
    transport.tick({ sales: { s1: figures({ waiting: 4, served: 3 }) } });
    await pass(2000);
    assert.equal(sent().length, 0);
    transport.answer = () => ({ result: 'expired' });
    transport.tick({ sales: { s1: figures({ waiting: 0, served: 3 }) } });
    await pass(2000);
    assert.deepEqual(hold(), { status: 'refused', answer: { result: 'expired' } });
    assert.equal(sent().length, 1);
    end();
  });

  test('is kept where the server cannot be asked, which is tried again', async () => {
    const { transport, pass, end, hold } = await setUp({ waits: [line()] });
    transport.answer = () => {
      throw new QunError('network');
    };
    transport.tick({ sales: { s1: figures({ served: 4 }) } });
    await pass(2000);
    assert.equal(hold()?.status, 'waiting');
    transport.answer = () => held;
    await pass(8000);
    await pass(2000);
    assert.equal(hold()?.status, 'held');
    end();
  });
});

test('a room without a flash sale does not bring the part along', async () => {
  const transport = new FakeTransport();
  const asked = mock.method(holding, 'come');
  const room = createRoom({ transport });
  const leave = room.retain();
  transport.snapshot();
  transport.tick();
  await settled();
  assert.equal(asked.mock.callCount(), 0);
  leave();
});
