import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { comment, FakeTransport } from '../../test/fixtures/fake-transport.js';
import { QunError, type Command, type Session } from '../protocol/index.js';
import { acting } from './acting.js';
import { createRoom } from './create-room.js';

before(() => acting.come());

const settled = () => new Promise(setImmediate);
const texts = (lines: readonly { text: string; status: string }[]) =>
  lines.map(({ text, status }) => [text, status]);
const accepts = (command: Command, key: string) => ({
  comment: { ...comment(`s-${key}`, (command as { text: string }).text), from: { id: 'me', role: 'viewer' } },
});

function open() {
  const transport = new FakeTransport();
  const room = createRoom({ transport });
  const leave = room.retain();
  return { transport, room, leave };
}

describe('a room', () => {
  test('is connected while somebody holds it, once for all of them', () => {
    const transport = new FakeTransport();
    const room = createRoom({ transport });
    assert.equal(transport.open, 0);
    const [one, two] = [room.retain(), room.retain()];
    assert.equal(transport.open, 1);
    one();
    one();
    assert.equal(transport.open, 1);
    two();
    assert.equal(transport.open, 0);
    assert.equal(room.$connection.get().status, 'idle');
  });

  test('shares nothing with another one', async () => {
    const [one, two] = [open(), open()];
    one.transport.snapshot({ title: 'One' }, { comments: [comment('c1', 'hi')], online: 5 });
    one.transport.answer = accepts;
    await one.room.sendComment('mine');
    assert.equal(two.room.$state.get(), undefined);
    assert.deepEqual(two.room.$comments.get(), []);
    assert.equal(two.room.$online.get(), 0);
    assert.notEqual(one.room.clock, two.room.clock);
    one.leave();
    assert.equal(two.transport.open, 1);
    two.leave();
  });

  test('shows what its log says, keeps what has not changed, and tells crowds and stock by the ticks', () => {
    const { transport, room, leave } = open();
    transport.snapshot({ title: 'Spring' }, { online: 3, left: { c1: 5, c2: 6 } });
    const products = room.$state.get()!.products;
    transport.control('room.notice', { notice: 'Hello' });
    assert.equal(room.$state.get()!.notice, 'Hello');
    assert.equal(room.$state.get()!.products, products);
    transport.tick({ online: 9, left: { c1: 4 }, commentCount: 12 });
    assert.equal(room.$online.get(), 9);
    assert.deepEqual(room.$left.get(), { c1: 4, c2: 6 });
    assert.equal(room.$commentCount.get(), 12);
    leave();
  });

  test('keeps what it has when it is left, and goes on from there', () => {
    const { transport, room, leave } = open();
    transport.snapshot({ title: 'Spring' });
    leave();
    assert.equal(room.$state.get()!.title, 'Spring');
    const again = room.retain();
    transport.control('room.notice', { notice: 'Back' });
    assert.equal(room.$state.get()!.notice, 'Back');
    again();
  });

  test('tries anew when it is told to, and only while somebody holds it', () => {
    const { transport, room, leave } = open();
    transport.status('failed', new QunError('room-not-found'));
    room.reconnect();
    assert.equal(transport.open, 1);
    assert.equal(room.$connection.get().status, 'idle');
    transport.snapshot({ title: 'Spring' });
    assert.equal(room.$connection.get().status, 'open');
    leave();
    room.reconnect();
    assert.equal(transport.open, 0);
  });

  test('tells of one fault once, however often it is repeated', () => {
    const { transport, room, leave } = open();
    const told: string[] = [];
    room.$fault.listen(error => error && told.push(error.code));
    for (let i = 0; i < 3; i += 1) transport.refuse(new QunError('malformed', { detail: 'phase: wrong' }));
    transport.refuse(new QunError('malformed', { detail: 'seq: wrong' }));
    assert.deepEqual(told, ['malformed', 'malformed']);
    leave();
  });

  test('refuses an event that is not of the protocol, and stays as it was', () => {
    const { transport, room, leave } = open();
    transport.snapshot({ title: 'Spring' });
    const before = room.$state.get();
    transport.control('room.phase', { phase: 'party' as 'live' });
    assert.equal(room.$fault.get()?.code, 'malformed');
    assert.equal(room.$fault.get()?.path, 'phase');
    assert.equal(room.$state.get(), before);
    leave();
  });

  test('makes addresses absolute, and only such as lead to a page', () => {
    const { room, leave } = open();
    assert.equal(room.resolve('/a.jpg'), 'https://live.shop.example/a.jpg');
    assert.equal(room.resolve('https://cdn.example/a.jpg'), 'https://cdn.example/a.jpg');
    for (const bad of ['javascript:alert(1)', 'data:x', '', null, undefined])
      assert.equal(room.resolve(bad), undefined);
    leave();
  });
});

describe('joining', () => {
  test('tells who this viewer is and what they hold', async () => {
    const transport = new FakeTransport();
    transport.session = { ...transport.session, claims: [{ couponId: 'c1', code: 'X', at: 1 }] };
    const room = createRoom({ transport });
    const leave = room.retain();
    await settled();
    assert.equal(room.$viewer.get()!.id, 'me');
    assert.deepEqual(room.$claims.get().c1, {
      status: 'claimed',
      claim: { couponId: 'c1', code: 'X', at: 1 },
      already: true,
    });
    leave();
  });

  test('is tried again when there is a way to the server, and its failure is a fault', async () => {
    const transport = new FakeTransport();
    let failures = 1;
    const { session } = transport;
    transport.join = async () => {
      if (failures-- > 0) throw new QunError('network');
      return session;
    };
    const room = createRoom({ transport });
    const leave = room.retain();
    await settled();
    assert.equal(room.$fault.get()!.code, 'network');
    transport.status('open');
    await settled();
    assert.equal(room.$viewer.get()!.id, 'me');
    leave();
  });

  test('as somebody else forgets what the one before held', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => ({ result: 'won', couponId: 'c1', code: 'X', at: 1 });
    await room.claimCoupon('c1');
    const lin: Session = {
      ...transport.session,
      viewer: { id: 'lin', role: 'viewer' },
      claims: [{ couponId: 'c2', code: 'Y', at: 2 }],
    };
    transport.joined(lin);
    assert.equal(room.$viewer.get()!.id, 'lin');
    assert.deepEqual(Object.keys(room.$claims.get()), ['c2']);
    leave();
  });

  test('again as the same one keeps what this visit has learnt', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => ({ result: 'won', couponId: 'c1', code: 'X', at: 1 });
    await room.claimCoupon('c1');
    transport.joined({ ...transport.session, claims: [{ couponId: 'c1', code: 'X', at: 1 }] });
    assert.deepEqual(room.$claims.get().c1, {
      status: 'claimed',
      claim: { couponId: 'c1', code: 'X', at: 1 },
      already: false,
    });
    leave();
  });
});

describe('comments', () => {
  test('are on the screen at once, and sent when the server has said so', async () => {
    const { transport, room, leave } = open();
    let answer!: () => void;
    transport.answer = (command, key) =>
      new Promise(resolve => (answer = () => resolve(accepts(command, key))));
    const sent = room.sendComment('  hello\n there ');
    assert.deepEqual(texts(room.$comments.get()), [['hello there', 'sending']]);
    await settled();
    transport.tick({ comments: [comment('c1', 'from others')] });
    answer();
    assert.equal(await sent, true);
    assert.deepEqual(texts(room.$comments.get()), [
      ['hello there', 'sent'],
      ['from others', 'sent'],
    ]);
    leave();
  });

  test('that are nothing or too long are refused before anything is sent', async () => {
    const { transport, room, leave } = open();
    await assert.rejects(room.sendComment(' \u200b\n'), { code: 'comment-empty' });
    await assert.rejects(room.sendComment('🎉'.repeat(201)), { code: 'comment-too-long' });
    assert.deepEqual(transport.sent, []);
    assert.deepEqual(room.$comments.get(), []);
    leave();
  });

  test('that failed say why, and are sent again under the key they had', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => {
      throw new QunError('comment-too-fast', { retryAfterMs: 900 });
    };
    assert.equal(await room.sendComment('hi'), false);
    const [line] = room.$comments.get();
    assert.deepEqual([line!.status, line!.code], ['failed', 'comment-too-fast']);
    assert.ok(line!.retryAt! > room.clock.now());
    transport.answer = accepts;
    assert.equal(await room.retryComment(line!.id), true);
    assert.equal(new Set(transport.sent.map(({ key }) => key)).size, 1);
    assert.deepEqual(texts(room.$comments.get()), [['hi', 'sent']]);
    assert.equal(await room.retryComment('nothing'), false);
    leave();
  });

  test('can be sent before the room is open', async () => {
    const transport = new FakeTransport();
    transport.answer = accepts;
    const room = createRoom({ transport });
    assert.equal(await room.sendComment('early'), true);
    assert.equal(transport.open, 0);
  });

  test('of one’s own are known as such when they come by the feed, also after a reload', async () => {
    const { transport, room, leave } = open();
    await settled();
    transport.snapshot(
      {},
      { comments: [comment('c1', 'mine', { from: { id: 'me', role: 'viewer' } }), comment('c2', 'theirs')] },
    );
    assert.deepEqual(
      room.$comments.get().map(({ own }) => own),
      [true, false],
    );
    leave();
  });

  test('taken down go at once and never come back, in whatever order that is heard', () => {
    const { transport, room, leave } = open();
    transport.snapshot({}, { comments: [comment('c1', 'one'), comment('c2', 'two')] });
    transport.seq += 1;
    // The event before this one is still missing, so it is not part of the state yet.
    transport.control('comment.redact', { ids: ['c1'] });
    assert.deepEqual(
      room.$comments.get().map(({ id }) => id),
      ['c2'],
    );
    transport.tick({ comments: [comment('c1', 'one'), comment('c3', 'three')] });
    assert.deepEqual(
      room.$comments.get().map(({ id }) => id),
      ['c2', 'c3'],
    );
    transport.seq += 1;
    transport.snapshot({ redacted: ['c1', 'c3'] }, { comments: [comment('c2', 'two')] });
    assert.deepEqual(
      room.$comments.get().map(({ id }) => id),
      ['c2'],
    );
    leave();
  });
});

describe('claims', () => {
  const won = { result: 'won', couponId: 'c1', code: 'X', at: 1 };

  test('show their progress and their outcome', async () => {
    const { transport, room, leave } = open();
    const seen: (string | undefined)[] = [];
    room.$claims.listen(claims => seen.push(claims.c1?.status));
    transport.answer = () => won;
    const state = await room.claimCoupon('c1');
    assert.equal(state.status, 'claimed');
    assert.deepEqual(seen.filter(Boolean), ['claiming', 'claiming', 'claimed']);
    leave();
  });

  test('are one, however often the button is pressed; and none where the coupon is held already', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => won;
    await Promise.all([room.claimCoupon('c1'), room.claimCoupon('c1'), room.claimCoupon('c1')]);
    await room.claimCoupon('c1');
    assert.equal(transport.sent.length, 1);
    leave();
  });

  test('are not sent where joining tells that the coupon is held', async () => {
    const transport = new FakeTransport();
    transport.session = { ...transport.session, claims: [{ couponId: 'c1', code: 'X', at: 1 }] };
    const room = createRoom({ transport });
    const state = await room.claimCoupon('c1');
    assert.deepEqual([state.status, transport.sent.length], ['claimed', 0]);
  });

  test('that failed are tried again under the key they had: the coupon may be won already', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => {
      throw new QunError('network');
    };
    assert.deepEqual(await room.claimCoupon('c1'), { status: 'failed', code: 'network' });
    transport.answer = () => ({ ...won, result: 'already' });
    assert.equal((await room.claimCoupon('c1')).status, 'claimed');
    assert.equal(new Set(transport.sent.map(({ key }) => key)).size, 1);
    leave();
  });

  test('that were answered, or refused for good, are a new wish next time', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => ({ result: 'not-open', opensAt: 5 });
    assert.deepEqual(await room.claimCoupon('c1'), { status: 'not-open', opensAt: 5 });
    transport.answer = () => {
      throw new QunError('key-reused');
    };
    await room.claimCoupon('c1');
    transport.answer = () => ({ result: 'sold-out' });
    assert.deepEqual(await room.claimCoupon('c1'), { status: 'sold-out' });
    assert.equal(new Set(transport.sent.map(({ key }) => key)).size, 3);
    leave();
  });

  test('answered to somebody who has signed in as another since are not this viewer’s', async () => {
    const { transport, room, leave } = open();
    let answer!: (value: unknown) => void;
    transport.answer = () => new Promise(resolve => (answer = resolve));
    const state = room.claimCoupon('c1');
    await settled();
    transport.joined({ ...transport.session, viewer: { id: 'lin', role: 'viewer' } });
    answer(won);
    await state;
    assert.deepEqual(room.$claims.get(), {});
    leave();
  });

  test('say when nobody can be asked', async () => {
    const transport = new FakeTransport();
    transport.join = () => Promise.reject(new QunError('token-bad'));
    const room = createRoom({ transport });
    assert.deepEqual(await room.claimCoupon('c1'), { status: 'failed', code: 'token-bad' });
  });
});

describe('the host’s wishes', () => {
  test('are sent each under a key of its own, and reject as they are refused', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => ({ seq: 7 });
    assert.deepEqual(await room.command({ type: 'pin.add', productId: 'p1' }), { seq: 7 });
    await room.command({ type: 'pin.add', productId: 'p1' });
    assert.equal(new Set(transport.sent.map(({ key }) => key)).size, 2);
    transport.answer = () => {
      throw new QunError('not-allowed');
    };
    await assert.rejects(room.command({ type: 'phase.set', phase: 'live' }), { code: 'not-allowed' });
    leave();
  });
});
