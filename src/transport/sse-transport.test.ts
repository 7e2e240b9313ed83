import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import {
  accepted,
  bearers,
  claim,
  clock,
  connect,
  listener,
  makeTransport,
  say,
  server,
  storage,
  withScriptedServer,
  won,
} from '../../test/fixtures/scripted-transport.js';
import { Refusal, type Asked } from '../../test/fixtures/scripted-server.js';
import { SseTransport } from './sse-transport.js';

withScriptedServer();

describe('the past of a room', () => {
  const page = { v: 1, room: 'spring', epoch: 'e1', after: 3, seq: 9, head: 9 };
  const pin = { ...{ v: 1, room: 'spring', epoch: 'e1', seq: 5, at: 1, mediaAt: 7 } };

  test('is asked for without a token, by place and by type, and every event of it is parsed', async () => {
    const data = { productId: 'a' };
    const events = [
      { ...pin, type: 'pin.add', data },
      { ...pin, seq: 6, type: 'from.tomorrow', data: 1 },
    ];
    server.history = () => ({ ...page, events });
    const answer = await makeTransport().history({ after: 3, epoch: 'e1', types: ['pin.add', 'pin.remove'] });
    assert.deepEqual([answer.seq, answer.head], [9, 9]);
    assert.deepEqual(answer.events, [events[0], { ...events[1], skipped: true }]);
    const [asked] = server.of('history');
    assert.equal(asked!.query, '?after=3&epoch=e1&types=pin.add%2Cpin.remove');
    assert.equal(asked!.headers.authorization, undefined);
    assert.equal(asked!.headers['cache-control'], undefined, 'a cache may answer');
    assert.equal(server.of('session').length, 0);
  });

  test('is refused with a code, where it is none and where the server has none', async () => {
    server.history = () => ({ ...page, events: [{ ...pin, type: 'pin.add', data: {} }] });
    await assert.rejects(makeTransport().history({ after: 0 }), { code: 'malformed' });
    server.history = () => new Refusal('not-found');
    await assert.rejects(makeTransport().history({ after: 0 }), { code: 'not-found' });
  });
});

describe('commands', () => {
  test('carry the room’s token and a key that stays the same however often they are sent', async () => {
    let failures = 3;
    server.commands = asked =>
      failures-- > 0 ? (failures === 1 ? 'drop' : new Refusal('overloaded')) : accepted(asked);
    const answer = await makeTransport().send(say, 'key-1');
    assert.equal(answer.comment.id, 's1');
    const keys = server.of('commands').map(({ headers }) => headers['idempotency-key']);
    assert.deepEqual(keys, ['key-1', 'key-1', 'key-1', 'key-1']);
    assert.deepEqual([...new Set(bearers('commands'))], ['token-of-me']);
    assert.equal(server.of('session').length, 1, 'one session serves them all');
  });

  test('go with JSON and without cookies', async () => {
    const calls: RequestInit[] = [];
    const spy: typeof fetch = (input, init) => {
      calls.push(init!);
      return fetch(input, init);
    };
    server.commands = accepted;
    await makeTransport({ fetch: spy }).send(say, 'k');
    for (const init of calls) {
      assert.equal(init.credentials, 'omit');
      assert.equal((init.headers as Record<string, string>)['content-type'], 'application/json');
    }
  });

  test('that are answered with nonsense are refused, and not taken for done', async () => {
    server.commands = () => ({ comment: { id: 's1' }, now: 1 });
    await assert.rejects(makeTransport().send(say, 'k'), { code: 'malformed' });
    server.commands = () => ({ result: 'gold', now: 1 });
    await assert.rejects(makeTransport().send(claim, 'k'), { code: 'malformed' });
  });

  test('meet a hotel’s log-in page and wait until it is gone', async () => {
    server.commands = asked =>
      server.of('commands').length < 3 ? { html: '<h1>Welcome</h1>' } : accepted(asked);
    await makeTransport().send(say, 'k');
    assert.equal(server.of('commands').length, 3);
  });

  test('that nobody answers are called off in time and tried again', async () => {
    server.commands = asked => (server.of('commands').length === 1 ? 'hang' : accepted(asked));
    await makeTransport({ timeoutMs: 30 }).send(say, 'k');
    assert.equal(server.of('commands').length, 2);
  });

  test('for the host keep their order; two coupons do not wait for each other', async () => {
    let failures = 2;
    server.commands = asked => {
      const { type, couponId } = asked.body as { type: string; couponId?: string };
      if (type === 'pin.add' && failures-- > 0) return new Refusal('overloaded');
      if (couponId === 'slow') return 'hang';
      return type === 'coupon.claim' ? won() : { seq: 1, now: server.now() };
    };
    const transport = makeTransport();
    const feed = connect(transport);
    const slow = transport.send({ type: 'coupon.claim', couponId: 'slow' }, 'k0');
    await Promise.all([
      transport.send({ type: 'pin.add', productId: 'p1' }, 'k1'),
      transport.send({ type: 'phase.set', phase: 'live' }, 'k2'),
      transport.send(claim, 'k3'),
    ]);
    const host = server
      .of('commands')
      .map(({ body }) => (body as { type: string }).type)
      .filter(type => type !== 'coupon.claim');
    assert.deepEqual(host, ['pin.add', 'pin.add', 'pin.add', 'phase.set']);
    feed.close();
    await assert.rejects(slow, { code: 'network' });
  });

  test('for one flash sale keep their order, and wait for no other', async () => {
    let failures = 2;
    server.commands = asked => {
      const { type, saleId } = asked.body as { type: string; saleId: string };
      if (saleId === 'slow') return 'hang';
      if (type === 'sale.wait' && failures-- > 0) return new Refusal('overloaded');
      const answer = type === 'sale.release' ? { released: 0 } : { result: 'sold-out' };
      return { ...answer, now: server.now() };
    };
    const transport = makeTransport();
    const feed = connect(transport);
    const slow = transport.send({ type: 'sale.reserve', saleId: 'slow' }, 'k0');
    await Promise.all([
      transport.send({ type: 'sale.wait', saleId: 's1' }, 'k1'),
      transport.send({ type: 'sale.release', saleId: 's1' }, 'k2'),
    ]);
    const asked = server.of('commands').map(({ body }) => body as { type: string; saleId: string });
    const ours = asked.filter(({ saleId }) => saleId === 's1').map(({ type }) => type);
    assert.deepEqual(ours, ['sale.wait', 'sale.wait', 'sale.wait', 'sale.release']);
    feed.close();
    await assert.rejects(slow, { code: 'network' });
  });

  test('go on while an element is moved, and end when the room is left', async () => {
    let answered = false;
    server.commands = asked => (answered ? accepted(asked) : new Refusal('overloaded'));
    const transport = makeTransport();
    transport.connect(listener, clock).close();
    const feed = connect(transport);
    const sent = transport.send(say, 'k');
    await server.until(() => server.of('commands').length > 0);
    feed.close();
    const again = connect(transport);
    answered = true;
    assert.equal((await sent).comment.text, 'hi');
    answered = false;
    const lost = transport.send(say, 'k2');
    await server.until(() =>
      server.of('commands').some(({ headers }) => headers['idempotency-key'] === 'k2'),
    );
    again.close();
    await assert.rejects(lost, { code: 'network' });
  });
});

describe('a session', () => {
  test('is joined once for all who ask at the same time', async () => {
    server.commands = asked =>
      (asked.body as { type: string }).type === 'comment.send' ? accepted(asked) : won();
    const transport = makeTransport({ name: 'Lin' });
    await Promise.all([transport.join(), transport.send(say, 'k1'), transport.send(claim, 'k2')]);
    assert.equal(server.of('session').length, 1);
    assert.deepEqual(server.of('session')[0]!.body, { name: 'Lin' });
  });

  test('is tried again while the server is away', async () => {
    let failures = 3;
    server.session = () => (failures-- > 0 ? 'drop' : server.sessionOf('me'));
    assert.equal((await makeTransport().join()).viewer.id, 'me');
  });

  test('that the server no longer knows is joined anew once, and the command goes through', async () => {
    server.session = () => server.sessionOf(`v${server.of('session').length}`);
    server.commands = asked => {
      if (asked.headers.authorization === 'Bearer token-of-v1') return new Refusal('token-bad');
      return accepted(asked);
    };
    const transport = makeTransport();
    connect(transport);
    await transport.send(say, 'k');
    assert.deepEqual(bearers('commands'), ['token-of-v1', 'token-of-v2']);
    assert.deepEqual(listener.who, ['v2'], 'the room hears who this viewer is now');
  });

  test('that is refused again is final', async () => {
    server.commands = () => new Refusal('token-expired');
    await assert.rejects(makeTransport().send(say, 'k'), { code: 'token-expired' });
    assert.equal(server.of('commands').length, 2);
    assert.equal(server.of('session').length, 2);
  });

  test('is renewed before it ends, while the room is watched', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const transport = makeTransport({
      EventSource: 'none' as never,
      feed: { pollMs: 1e9, page: { everyMs: 1e9 } },
    });
    const feed = connect(transport);
    await transport.join();
    assert.equal(server.of('session').length, 1);
    mock.timers.tick(1_800_000 * 0.74);
    assert.equal(server.of('session').length, 1);
    mock.timers.tick(1_800_000 * 0.17);
    await listener.until(() => listener.who.length === 1);
    assert.deepEqual(bearers('session'), [undefined, 'resume-of-me'], 'as the same viewer');
    feed.close();
    mock.timers.tick(1e9);
    await new Promise(setImmediate);
    assert.equal(server.of('session').length, 2, 'nobody watches, nothing is renewed');
  });

  test('that ended while the page slept is renewed before it is used', async () => {
    server.commands = accepted;
    const transport = makeTransport();
    await transport.send(say, 'k1');
    const real = Date.now.bind(Date);
    mock.method(Date, 'now', () => real() + 1_790_000);
    await transport.send(say, 'k2');
    assert.equal(server.of('session').length, 2);
  });
});

describe('who a viewer is', () => {
  test('is said by the shop where it has signed a token, freshly at every join', async () => {
    let made = 0;
    const transport = makeTransport({ token: async () => `jwt-${(made += 1)}` });
    storage.setItem(`qunlive:resume:${transport.base}`, 'resume-of-somebody');
    await transport.join();
    await transport.join();
    assert.deepEqual(bearers('session'), ['jwt-1', 'jwt-2']);
  });

  test('a token that the server refuses is final: nobody becomes anonymous unasked', async () => {
    server.session = () => new Refusal('token-bad');
    await assert.rejects(makeTransport({ token: 'forged' }).join(), { code: 'token-bad' });
    assert.equal(server.of('session').length, 1);
    const failing = makeTransport({ token: () => Promise.reject(new Error('logged out')) });
    await assert.rejects(failing.join(), { code: 'token-missing' });
  });

  test('may change: signing in keeps the room and tells it', async () => {
    server.session = asked =>
      server.sessionOf(asked.headers.authorization === 'Bearer jwt' ? 'lin' : 'guest');
    const transport = makeTransport();
    connect(transport);
    await transport.join();
    transport.sign('jwt');
    await listener.until(() => listener.who.length === 1);
    assert.deepEqual(listener.who, ['lin']);
    server.commands = accepted;
    await transport.send(say, 'k');
    assert.deepEqual(bearers('commands'), ['token-of-lin']);
    assert.equal(server.of('feed').length, 1);
  });

  test('an answer that was asked for as somebody else is not used', async () => {
    const waiting: Asked[] = [];
    server.session = asked => {
      if (asked.headers.authorization === 'Bearer jwt') return server.sessionOf('lin');
      waiting.push(asked);
      return 'hang';
    };
    const transport = makeTransport();
    const joined = transport.join();
    await server.until(() => waiting.length === 1);
    transport.sign('jwt');
    waiting[0]!.response.writeHead(200, { 'content-type': 'application/json' });
    waiting[0]!.response.end(JSON.stringify(server.sessionOf('guest')));
    assert.equal((await joined).viewer.id, 'lin');
  });
});

describe('the clock', () => {
  test('believes the quickest answer, and none that was given before', async () => {
    server.commands = accepted;
    const hour = 3_600_000;
    server.now = () => Date.now() + hour;
    const transport = makeTransport();
    connect(transport);
    await transport.join();
    assert.ok(Math.abs(clock.offsetMs - hour) < 1000);
    server.commands = asked => {
      asked.response.setHeader('idempotency-replayed', 'true');
      return { ...accepted(asked), now: 5 };
    };
    await transport.send(say, 'k');
    assert.ok(Math.abs(clock.offsetMs - hour) < 1000);
  });
});

test('what is no address is said at once', () => {
  assert.throws(() => new SseTransport({ url: 'not a url' }), { code: 'bad-config', path: 'url' });
});

test('an address may end in a slash and carry a query', async () => {
  const transport = makeTransport({ url: `${server.url}/?key=1` });
  await transport.join();
  assert.equal(server.of('session').length, 1);
});
