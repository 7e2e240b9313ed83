import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import type { QunError } from '../../src/protocol/index.js';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { makeShow } from '../fixtures/show.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { forgetful, Pair } from '../fixtures/server-pair.js';

const redis = await RedisServer.start();
after(() => redis.end());
let made = 0;
const address = (more = '') => `${redis.address}?prefix=f${(made += 1)}:${more}`;

async function withPair(
  run: (pair: Pair) => Promise<void>,
  ...how: [string, Parameters<typeof Pair.open>[1]?]
) {
  const pair = await Pair.open(...how);
  try {
    await run(pair);
  } finally {
    await pair.close();
  }
}
const caughtUp = (pair: Pair, seq: number) =>
  Promise.all(pair.pages.map(page => page.until(() => page.log.position?.seq === seq && !page.log.stale)));

test('what is said and done by one server is seen on both, once', () =>
  withPair(async pair => {
    const [one, other] = pair.servers;
    const { token } = await one.join();
    const { token: theirs } = await other.join();
    await Promise.all([
      one.send(token, { type: 'comment.send', text: 'from the one' }),
      other.send(theirs, { type: 'comment.send', text: 'from the other' }),
      one.send(token, { type: 'reaction.send', kind: 'like', count: 3 }),
      other.send(theirs, { type: 'reaction.send', kind: 'like', count: 4 }),
      pair.host(0, { type: 'phase.set', phase: 'live' }),
      pair.host(1, { type: 'pin.add', productId: 'a' }),
    ]);
    for (const page of pair.pages) {
      await page.until(() => page.comments.size === 2 && page.likes === 7 && page.online === 2);
      await page.until(() => page.log.state?.phase === 'live' && page.log.state.pins.length === 1);
      assert.deepEqual([...page.comments.values()], [1, 1]);
    }
    // A key is one key, whichever server hears it.
    const say = { type: 'comment.send', text: 'twice' };
    const answers = [await one.send(token, say, 'same'), await other.send(token, say, 'same')];
    assert.equal(answers[0]!.text, answers[1]!.text);
  }, address()));

test('every other hint is lost, and all pages are at the end of the log all the same', () =>
  withPair(
    async pair => {
      for (let i = 0; i < 12; i += 1) {
        const answer = await pair.host((i % 2) as 0 | 1, { type: 'stock.set', productId: 'a', stock: i });
        assert.equal(answer.status, 200, answer.text);
      }
      await caughtUp(pair, 13);
      const state = await pair.fold();
      for (const page of pair.pages) assert.deepEqual(page.log.state, state);
    },
    address(),
    { wrap: store => forgetful(store, 2) },
  ));

test('FLUSHALL: another epoch, the show is loaded again, all pages follow, and tokens are still good', async () => {
  // A Redis of its own: this one forgets everything.
  const own = await RedisServer.start();
  try {
    await withPair(async pair => {
      const { token } = await pair.servers[0].join();
      await pair.host(0, { type: 'phase.set', phase: 'live' });
      await caughtUp(pair, 2);
      const before = pair.pages[0]!.log.position!.epoch;
      await own.ask('FLUSHALL');
      for (const page of pair.pages) {
        await page.until(() => page.log.position?.epoch !== before && !page.log.stale);
        assert.deepEqual(page.hellos, ['first', 'epoch']);
      }
      await Promise.all(pair.pages.map(page => page.until(() => page.log.position?.seq === 1)));
      assert.equal(pair.pages[0]!.log.position!.epoch, pair.pages[1]!.log.position!.epoch);
      assert.equal((await pair.host(1, { type: 'phase.set', phase: 'live' })).status, 200);
      await caughtUp(pair, 2);
      const say = await pair.servers[1].send(token, { type: 'comment.send', text: 'still here' });
      assert.equal(say.status, 200, say.text);
      const late = await RedisStore.open({ address: own.address });
      assert.deepEqual(await late.secret('tokens'), await pair.stores[0]!.secret('tokens'));
      await late.close();
    }, own.address);
  } finally {
    await own.end();
  }
});

test('a log that lost its end and went on is another epoch, however far it has come meanwhile', async () => {
  const where = address();
  const [, prefix] = /prefix=(\w+:)/.exec(where)!;
  await withPair(async pair => {
    await pair.host(0, { type: 'phase.set', phase: 'live' });
    await caughtUp(pair, 2);
    const before = pair.pages[0]!.log.position!.epoch;
    const names = ['meta', 'log'].map(name => `${prefix}{spring}:${name}`);
    // As after a failover to a replica that had not heard of the last event: another one in its place.
    const text = `redis.call('XTRIM', KEYS[2], 'MAXLEN', 1) redis.call('DEL', KEYS[2])
      redis.call('XADD', KEYS[2], '1-0', 't', 'show.load', 'd', ARGV[1], 'a', '1', 'n', 'x')
      redis.call('XADD', KEYS[2], '2-0', 't', 'pin.add', 'd', '{"productId":"b"}', 'a', '2', 'n', 'y')
      redis.call('XADD', KEYS[2], '3-0', 't', 'pin.add', 'd', '{"productId":"c"}', 'a', '3', 'n', 'z')
      redis.call('HSET', KEYS[1], 'seq', 3)`;
    await redis.ask('EVAL', text, 2, ...names, JSON.stringify({ show: makeShow() }));
    for (const page of pair.pages) {
      await page.until(() => page.log.position?.epoch !== before && page.log.position?.seq === 3);
      assert.deepEqual(page.log.state, await pair.fold());
      assert.equal(page.log.state?.phase, 'warmup');
    }
  }, where);
});

test('what was opened by the one is given out by the other, though it has not heard of it yet', () =>
  withPair(
    async pair => {
      const [, other] = pair.servers;
      const { token } = await other.join();
      const claim = (key: string) => other.send(token, { type: 'coupon.claim', couponId: 'plain' }, key);
      const results = [await claim('early')];
      await pair.host(0, { type: 'coupon.open', couponId: 'plain' });
      results.push(await claim('now'));
      const said = results.map(({ body }) => (body as unknown as { result: string }).result);
      assert.deepEqual(said, ['not-open', 'won']);
    },
    address(),
    { wrap: store => forgetful(store, 1), tickMs: 60_000 },
  ));

test('once a coupon is gone no script runs for those who ask in vain, and one that is topped up is given out', async () => {
  const store = await RedisStore.open({ address: address() });
  const load = (total: number, expectSeq: number) => {
    const coupons = [{ ...makeShow().coupons[0]!, total }];
    const draft = { type: 'show.load', data: { show: makeShow({ coupons }) } };
    return store.append('spring', [draft], { at: 1, expectSeq });
  };
  const claim = async (viewer: string) => {
    const receipt = { room: 'spring', viewer, key: 'k', fingerprint: 'f' };
    const offer = { couponId: 'plain', code: `CODE-${viewer}`, at: 5 };
    const asked = { couponId: 'plain', subject: undefined, gate: null, offer, receipt };
    return (await store.claim(asked)).answer.result;
  };
  const scripts = async () => {
    const stats = String(await redis.ask('INFO', 'commandstats'));
    return Number(/cmdstat_evalsha:calls=(\d+)/.exec(stats)?.[1]);
  };
  await load(1, 0);
  assert.deepEqual([await claim('a'), await claim('b')], ['won', 'sold-out']);
  const before = await scripts();
  assert.deepEqual(await Promise.all(['b', 'c', 'd'].map(claim)), ['sold-out', 'sold-out', 'sold-out']);
  assert.equal(await scripts(), before);
  // Who has it is still told so.
  assert.equal(await claim('a'), 'won');
  await load(2, 2);
  await store.pulse('spring', { process: 'p', online: 0, likes: 0, after: '0', at: 0 });
  assert.deepEqual([await claim('b'), await claim('c')], ['won', 'sold-out']);
  await store.close();
});

test('servers whose clocks are two hours apart go by one', () =>
  withPair(
    async pair => {
      const [one, other] = pair.servers;
      const { now: first } = await one.join();
      const { now: second, token } = await other.join();
      assert.ok(Math.abs(second - first) < 5000);
      // Open at the one is open at the other, at once.
      await pair.host(0, { type: 'coupon.open', couponId: 'plain' });
      const claim = await other.send(token, { type: 'coupon.claim', couponId: 'plain' });
      assert.equal((claim.body as unknown as { result: string }).result, 'won', claim.text);
      for (let i = 0; i < 6; i += 1) {
        await pair.host((i % 2) as 0 | 1, { type: 'stock.set', productId: 'a', stock: i });
      }
      await caughtUp(pair, 8);
      const log = await pair.stores[0]!.read('spring', 0, 99);
      const times = log === 'gap' ? [] : log.events.map(event => event.at);
      assert.deepEqual(
        times,
        [...times].sort((a, b) => a - b),
      );
    },
    address(),
    { clocks: [() => Date.now() + 3_600_000, () => Date.now() - 3_600_000] },
  ));

test('scripts that a Redis has forgotten are told it again', async () => {
  const store = await RedisStore.open({ address: address() });
  await store.load('spring');
  await redis.ask('SCRIPT', 'FLUSH');
  const both = await Promise.all([store.load('spring'), store.count('spring', 'x')]);
  assert.deepEqual([both[0].seq, both[1]], [0, 1]);
  await store.close();
});

test('a write that is not where it has to be is not answered, and is there when it is asked for again', async () => {
  const sure = await RedisStore.open({ address: address('&replicas=1&within=50') });
  const plain = await RedisStore.open({ address: address().replace(/f\d+:/, `f${made - 1}:`) });
  const draft = { type: 'room.notice', data: { notice: 'x' } };
  const receipt = { room: 'spring', viewer: 'h', key: 'k', fingerprint: 'f' };
  const append = (store: RedisStore) => store.append('spring', [draft], { at: 5, expectSeq: 0, receipt });
  const overloaded = (error: QunError) => error.code === 'overloaded' && error.retryAfterMs !== undefined;
  await assert.rejects(append(sure), overloaded);
  await assert.rejects(append(sure), overloaded);
  assert.deepEqual(await append(plain), { answer: { seq: 1 }, at: 5, replayed: true });
  await Promise.all([sure.close(), plain.close()]);
});

test('where nobody answers, nobody is there or the password is wrong, the start says what to do', async () => {
  const refused = (pattern: RegExp) => (error: QunError) =>
    error.code === 'bad-config' && pattern.test(error.message) && !/hush/.test(error.message);
  const open = (where: string) => RedisStore.open({ address: where, patienceMs: 300 });
  await assert.rejects(open('redis://127.0.0.1:1'), refused(/redis:\/\/127\.0\.0\.1:1 .*is it running/));
  await assert.rejects(open('redis+cluster://127.0.0.1:1'), refused(/is it running/));
  const locked = await RedisServer.start(['--requirepass', 'secret']);
  try {
    await assert.rejects(open(locked.address), refused(/NOAUTH/));
    await assert.rejects(open(locked.address.replace('//', '//:hush@')), refused(/WRONGPASS/));
    await (await open(locked.address.replace('//', '//:secret@'))).close();
  } finally {
    await locked.end();
  }
});

test('a Redis that stands still or goes is answered for with a time to come back, and taken up again', async () => {
  const own = await RedisServer.start();
  try {
    await withPair(async pair => {
      const [server] = pair.servers;
      const { token } = await server.join();
      const claim = (key: string) => server.send(token, { type: 'coupon.claim', couponId: 'plain' }, key);
      await pair.host(0, { type: 'coupon.open', couponId: 'plain' });
      await own.kill();
      const away = await claim('k');
      assert.deepEqual([away.status, away.body.error?.code], [503, 'overloaded'], away.text);
      assert.ok(away.body.error!.retryAfterMs! > 0);
      await own.start();
      let back = await claim('k');
      while (back.status === 503) back = await claim('k');
      assert.equal((back.body as unknown as { result: string }).result, 'won', back.text);
      await pair.host(1, { type: 'pin.add', productId: 'a' });
      for (const page of pair.pages) await page.until(() => page.log.state?.pins.length === 1);
    }, own.address);
  } finally {
    await own.end();
  }
});
