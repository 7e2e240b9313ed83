import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import { ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { makeShow } from '../../../test/fixtures/show.js';
import { QunError } from '../../protocol/index.js';
import { SqliteStore } from '../index.js';
import { parseReferral } from '../referral/config.js';
import type { ReferralRow } from '../store/referral-store.js';

const SECRET = 'a-secret-of-the-merchants-own';
const JWT = 'a-secret-that-signs-who-customers-are';

/** A room of a shop with one guide, and what its store has heard. */
class Room {
  readonly it: ServerUnderTest;
  readonly store: SqliteStore;
  readonly clock: { now: number };

  static async with(run: (room: Room) => Promise<void>, around?: object) {
    const store = await SqliteStore.open({ folder: ':memory:' });
    const clock = { now: Date.now() };
    const condition = { kind: 'reserve' as const };
    const coupons = makeShow().coupons.map(one =>
      one.id === 'plain' ? { ...one, conditions: [condition] } : one,
    );
    const guides = [{ id: 'mei', name: 'Mei', code: 'Mei8', subject: 'staff-1' }];
    const it = await ServerUnderTest.start({
      shows: [makeShow({ coupons, ...(around && { around: around as never }) })],
      ...{ store, now: () => clock.now, hub: { tickMs: 1_000_000 } },
      ...{ trade: { secrets: [SECRET], everyMs: 1_000_000 }, merchant: { secret: JWT } },
      referral: parseReferral({ guides }).config!,
    });
    try {
      await run(new Room(it, store, clock));
    } finally {
      await it.close();
    }
  }

  private constructor(it: ServerUnderTest, store: SqliteStore, clock: { now: number }) {
    this.it = it;
    this.store = store;
    this.clock = clock;
  }

  async join(body: object = {}, bearer?: string): Promise<Joined> {
    const headers: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    const answer = await this.it.ask('POST', 'session', headers, body);
    assert.equal(answer.status, 200, answer.text);
    return answer.body as unknown as Joined;
  }

  async ask(token: string, command: object): Promise<Record<string, unknown>> {
    const answer = await this.it.send(token, command as never);
    const { now: _, ...body } = answer.body as Record<string, unknown>;
    return body;
  }

  async say(what: 'orders' | 'erasures', said: object) {
    const body = JSON.stringify(said);
    const t = Math.floor(this.clock.now / 1000);
    const mac = createHmac('sha256', SECRET).update(`${t}.${body}`).digest('hex');
    const answer = await this.it.ask('POST', what, { 'qunlive-signature': `t=${t},v1=${mac}` }, body);
    assert.equal(answer.status, 200, answer.text);
  }

  async rows(kind: ReferralRow['kind']) {
    const { rows } = await this.store.referrals('spring', 0, 100);
    return rows.filter(row => row.kind === kind) as unknown as Record<string, unknown>[];
  }

  customer(sub: string): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(Date.now() / 1000) + 9000;
    const text = `${part({ alg: 'HS256' })}.${part({ sub, aud: 'qunlive', room: 'spring', exp })}`;
    return `${text}.${createHmac('sha256', JWT).update(text).digest('base64url')}`;
  }
}

interface Joined {
  token: string;
  resume: string;
  share: string;
  claims: unknown[];
  reserved?: boolean;
  guide?: string;
  viewer: { id: string };
}

const intend = { type: 'share.intend', via: 'copy' };

test('whoever opens a link is noted once, and passes on a link of their own that says by whom', () =>
  Room.with(async room => {
    const ann = await room.join();
    assert.match(ann.share, /^[0-9A-Za-z]{12}$/);
    assert.equal((await room.rows('share')).length, 0);
    assert.deepEqual(await room.ask(ann.token, { ...intend, productId: 'a' }), { share: ann.share });
    const bob = await room.join({ share: `${ann.share}.p`, group: 'tGabc-1' });
    assert.notEqual(bob.share, ann.share);
    // The same page once more, and the session renewed: no new opening, and the same link to pass on.
    const again = await room.join({ share: `${ann.share}.p`, again: true }, bob.resume);
    const renewed = await room.join({}, again.resume);
    const reopened = await room.join({ share: `${ann.share}.c` }, renewed.resume);
    for (const one of [again, renewed, reopened]) {
      assert.deepEqual([one.viewer.id, one.share], [bob.viewer.id, bob.share]);
    }
    assert.deepEqual(await room.ask(bob.token, intend), { share: bob.share });
    const [visit, ...more] = await room.rows('visit');
    const { at: _at, n: _n, kind: _kind, ...opened } = visit!;
    assert.deepEqual(
      [opened, more],
      [{ viewer: bob.viewer.id, share: ann.share, via: 'poster', group: 'tGabc-1', first: true }, []],
    );
    const shares = (await room.rows('share')).map(({ id, parent, depth, sharer }) => [
      ...[id, parent, depth, sharer],
    ]);
    assert.deepEqual(shares, [
      [ann.share, undefined, 1, ann.viewer.id],
      [bob.share, ann.share, 2, bob.viewer.id],
    ]);
    assert.deepEqual(
      (await room.rows('intent')).map(one => one.productId),
      ['a', undefined],
    );
  }));

test('a page that is opened anew hours later is no opening, and the link itself is', () =>
  Room.with(async room => {
    const ann = await room.join();
    const bob = await room.join({ share: ann.share });
    room.clock.now += 2 * 3_600_000;
    await room.join({ share: ann.share, again: true }, bob.resume);
    assert.equal((await room.rows('visit')).length, 1);
    await room.join({ share: ann.share }, bob.resume);
    assert.equal((await room.rows('visit')).length, 2);
  }));

test('what only looks a link up for a preview is let in and is no opening', () =>
  Room.with(async room => {
    const ann = await room.join();
    const names = [
      'Mozilla/5.0 (compatible; Googlebot/2.1) Chrome/120.0',
      'facebookexternalhit/1.1',
      'A phone',
    ];
    for (const agent of names) {
      const answer = await room.it.ask('POST', 'session', { 'user-agent': agent }, { share: ann.share });
      assert.equal(answer.status, 200, agent);
    }
    assert.equal((await room.rows('visit')).length, 1);
  }));

test('a link that leads to nobody keeps nobody out, and leaves no trace', () =>
  Room.with(async room => {
    for (const share of ['', 'x', '-nobody', 'v1.e30.bad', 'a'.repeat(600), '"><script>'])
      assert.ok((await room.join({ share, group: 'a b' })).token);
    assert.equal((await room.store.referrals('spring', 0, 9)).rows.length, 0);
    const own = await room.join();
    await room.ask(own.token, intend);
    const back = await room.join({ share: own.share }, own.resume);
    assert.equal(back.share, own.share);
  }));

test('a store that cannot take an opening just now keeps nobody out, and a fault in it is not hidden', () =>
  Room.with(async room => {
    const { share } = await room.join();
    const visit = (error: Error) => Object.assign(room.store, { visit: () => Promise.reject(error) });
    visit(new QunError('overloaded', { detail: 'too much to write', retryAfterMs: 500 }));
    assert.ok((await room.join({ share })).token);
    visit(new Error('a bug'));
    assert.equal((await room.it.ask('POST', 'session', {}, { share })).status, 500);
  }));

test('a guide is found by the code, however it is written, and by what the shop has signed', () =>
  Room.with(async room => {
    const bob = await room.join({ share: '-mEI8.q' });
    const [share] = await room.rows('share');
    assert.deepEqual([share!.sharer, share!.guide, share!.subject], ['guide:mei', 'mei', 'staff-1']);
    const mei = await room.join({ share: bob.share }, room.customer('staff-1'));
    assert.deepEqual([mei.guide, mei.share], ['mei', share!.id]);
    const signed = (content: object) => {
      const text = `v1.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
      return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
    };
    const good = { room: 'spring', guide: 'mei', via: 'wecom', group: 'g7' };
    await room.join({ share: signed(good) });
    await room.join({ share: signed({ room: 'spring', subject: 'customer-9' }) });
    const exp = Math.floor(room.clock.now / 1000);
    for (const wrong of [
      { ...good, room: 'autumn' },
      { ...good, exp },
      { ...good, guide: 'who' },
    ])
      await room.join({ share: signed(wrong) });
    await room.join({ share: `${signed(good).slice(0, -2)}aa` });
    const visits = (await room.rows('visit')).map(({ share: by, via, group }) => [by, via, group]);
    const customer = await room.join({}, room.customer('customer-9'));
    assert.deepEqual(visits, [
      [share!.id, 'code', undefined],
      [bob.share, undefined, undefined],
      [share!.id, 'wecom', 'g7'],
      [customer.share, undefined, undefined],
    ]);
  }));

test('somebody who signs in is new once, and stays with the link by which they came', () =>
  Room.with(async room => {
    const ann = await room.join();
    const first = await room.join({ share: ann.share }, room.customer('c1'));
    const renewed = await room.join({}, room.customer('c1'));
    assert.deepEqual([renewed.viewer.id, renewed.share], [first.viewer.id, first.share]);
    room.clock.now += 3_600_000;
    await room.join({ share: ann.share }, room.customer('c1'));
    // A guest who signs in is the same person.
    await room.join({ share: ann.share });
    await room.join({ share: ann.share, met: true }, room.customer('c2'));
    assert.deepEqual(
      (await room.rows('visit')).map(({ subject, first: isNew }) => [subject, isNew]),
      [
        ['c1', true],
        ['c1', false],
        [undefined, true],
        ['c2', false],
      ],
    );
  }));

test('who is to be counted and bound to nobody stands in the chain under another name', () =>
  Room.with(async room => {
    const ann = await room.join();
    const bob = await room.join({ share: ann.share, attribution: 'anonymous' });
    const back = await room.join({}, bob.resume);
    assert.equal(back.share, bob.share);
    await room.ask(back.token, intend);
    const { rows } = await room.store.referrals('spring', 0, 9);
    assert.equal(rows.length, 3);
    assert.ok(!JSON.stringify(rows).includes(bob.viewer.id));
    const [visit] = await room.rows('visit');
    assert.equal((await room.rows('share'))[0]!.sharer, visit!.viewer);
  }));

test('who wants to be reminded gets what is for them, and the books hear of it', () =>
  Room.with(async room => {
    const ann = await room.join();
    await room.it.host({ type: 'coupon.open', couponId: 'plain' });
    const claim = { type: 'coupon.claim', couponId: 'plain' };
    assert.equal((await room.ask(ann.token, claim)).result, 'ineligible');
    assert.deepEqual(await room.ask(ann.token, { type: 'reminder.set', on: true }), { reserved: true });
    assert.equal((await room.join({}, ann.resume)).reserved, true);
    assert.equal((await room.ask(ann.token, claim)).result, 'won');
    assert.deepEqual(await room.ask(ann.token, { type: 'reminder.set', on: false }), { reserved: false });
    assert.equal((await room.join({}, ann.resume)).reserved, undefined);
    const told = (await room.store.ledger('spring', 0, 9)).filter(one => one.type === 'reminder.set');
    assert.deepEqual(
      told.map(one => one.data),
      [true, false].map(on => ({ viewer: ann.viewer.id, on })),
    );
  }));

test('each code of a group is given to as many viewers as it takes, and each keeps theirs while it is good', () => {
  const codes = [
    { id: 'gone', picture: '/a.png', expiresAt: 1000 },
    { id: 'two', picture: '/b.png', capacity: 2, expiresAt: Date.now() + 60_000 },
    { id: 'one', picture: '/c.png', capacity: 1 },
  ];
  const contacts = [
    { id: 'group', kind: 'group', title: 'Tea friends', codes },
    { id: 'shop', kind: 'person', title: 'Qing' },
  ];
  return Room.with(
    async room => {
      const viewers = await Promise.all(Array.from({ length: 4 }, () => room.join()));
      const open = async ({ token }: Joined, contactId = 'group') =>
        (await room.ask(token, { type: 'contact.open', contactId })).codeId;
      const given = await Promise.all(viewers.map(viewer => open(viewer)));
      assert.deepEqual([...given].sort(), [null, 'one', 'two', 'two'].sort());
      assert.deepEqual(await Promise.all(viewers.map(viewer => open(viewer))), given);
      room.clock.now += 3_600_000;
      const late = await Promise.all(viewers.map(async ({ resume }) => open(await room.join({}, resume))));
      assert.deepEqual(
        late,
        given.map(code => (code === 'one' ? 'one' : null)),
      );
      const ann = await room.join();
      assert.equal(await open(ann, 'shop'), null);
      const unknown = await room.it.send(ann.token, { type: 'contact.open', contactId: 'nobody' });
      assert.deepEqual([unknown.status, unknown.body.error?.code], [404, 'not-found']);
    },
    { contacts },
  );
});

test('orders say who placed them and by whose link; who is erased, by themselves or by the shop, is in no row', () =>
  Room.with(async room => {
    const ann = await room.join({ name: 'Ann' });
    await room.ask(ann.token, intend);
    await room.ask(ann.token, { type: 'share.show', name: true });
    assert.equal((await room.rows('share')).pop()!.name, 'Ann');
    const bob = await room.join({ share: ann.share }, room.customer('customer-2'));
    await room.ask(bob.token, { type: 'reminder.set', on: true });
    await room.say('orders', {
      orderId: 'o1',
      status: 'paid',
      subject: 'customer-2',
      share: `${ann.share}.c`,
    });
    await room.say('orders', { orderId: 'o2', status: 'paid', viewer: ann.viewer.id, share: 'nonsense' });
    const orders = (await room.store.ledger('spring', 0, 9)).filter(one => one.type === 'order.changed');
    assert.deepEqual(
      orders.map(({ data }) => [data.viewer, data.share]),
      [
        [bob.viewer.id, ann.share],
        [ann.viewer.id, undefined],
      ],
    );
    await room.say('erasures', { subject: 'customer-2' });
    assert.deepEqual(await room.ask(ann.token, { type: 'share.erase' }), {});
    const all = JSON.stringify([
      await room.store.referrals('spring', 0, 99),
      await room.store.ledger('spring', 0, 99),
    ]);
    for (const trace of ['customer-2', bob.viewer.id, ann.viewer.id, 'Ann']) assert.ok(!all.includes(trace));
    const unsigned = await room.it.ask('POST', 'erasures', {}, '{"viewer":"x"}');
    assert.deepEqual([unsigned.status, unsigned.body.error?.code], [401, 'signature-bad']);
  }));

test('whom the shop erases is nowhere in the room: what they said is a guest’s, their code stays good, and they get no other', () =>
  Room.with(async room => {
    const bob = await room.join({ name: 'Bob' }, room.customer('customer-2'));
    await room.ask(bob.token, { type: 'reminder.set', on: true });
    await room.it.host({ type: 'coupon.open', couponId: 'plain' });
    const claim = () => room.ask(bob.token, { type: 'coupon.claim', couponId: 'plain' });
    const { code } = await claim();
    await room.ask(bob.token, { type: 'comment.send', text: 'good tea' });
    const live = room.it.server.hub.room('spring');
    await live.pulse(1);
    const said = () => live.snapshot(1).comments[0];
    assert.equal(said()?.from.name, 'Bob');
    await room.say('erasures', { subject: 'customer-2' });
    assert.equal(said()?.text, 'good tea');
    assert.match(said()!.from.id, /^e-/);
    const all = JSON.stringify([
      live.snapshot(1),
      await room.store.referrals('spring', 0, 99),
      await room.store.ledger('spring', 0, 99),
    ]);
    for (const trace of ['customer-2', bob.viewer.id, 'Bob']) assert.ok(!all.includes(trace), trace);
    // They come again as somebody new, and do again what the coupon asks for.
    const back = await room.join({ name: 'Bob' }, room.customer('customer-2'));
    assert.deepEqual([back.viewer.id, back.claims], [bob.viewer.id, []]);
    await room.ask(back.token, { type: 'reminder.set', on: true });
    assert.deepEqual(await claim(), { result: 'sold-out' });
    const used = await room.store.redeem({ room: 'spring', code: String(code), orderId: 'o1', at: 1 });
    assert.equal(used.result, 'redeemed');
  }));
