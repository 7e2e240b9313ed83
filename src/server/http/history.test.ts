import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ServerUnderTest, type Answer } from '../../../test/fixtures/room-server.js';
import { makeShow } from '../../../test/fixtures/show.js';
import { parseHistory } from '../../protocol/index.js';

let it: ServerUnderTest;
const page = async (query = '') => {
  const answer = await it.ask('GET', `history${query}`);
  assert.equal(answer.status, 200, answer.text);
  return { ...parseHistory(answer.body), cache: answer.headers['cache-control'] };
};
const kinds = async (query = '') => (await page(query)).events.map(({ seq, type }) => `${seq} ${type}`);

describe('the history of a room over HTTP', () => {
  before(async () => {
    it = await ServerUnderTest.start();
    await it.host({ type: 'phase.set', phase: 'live', mediaAt: 5000 });
    await it.host({ type: 'pin.add', productId: 'a', mediaAt: 6000 });
    await it.host({ type: 'stock.set', productId: 'a', stock: 3 });
    await it.host({ type: 'pin.remove', productId: 'a' });
  });
  after(() => it.close());

  test('is the whole log, as it was written, to anybody', async () => {
    const whole = await page();
    const { epoch, seq } = it.server.hub.room('spring');
    assert.deepEqual([whole.epoch, whole.after, whole.seq, whole.head], [epoch, 0, seq, seq]);
    assert.deepEqual(
      whole.events.map(({ type }) => type),
      ['show.load', 'room.phase', 'pin.add', 'product.stock', 'pin.remove'],
    );
    assert.deepEqual(whole.events[2], {
      ...{ v: 1, room: 'spring', epoch, seq: 3, at: whole.events[2]!.at, mediaAt: 6000 },
      ...{ type: 'pin.add', data: { productId: 'a' } },
    });
  });

  test('comes in pages, and of some types only', async () => {
    assert.deepEqual(await kinds('?after=1&limit=2'), ['2 room.phase', '3 pin.add']);
    const first = await page('?limit=1&types=pin.remove,pin.add');
    assert.deepEqual([first.seq, first.head, first.events[0]!.type], [3, 5, 'pin.add']);
    assert.deepEqual(await kinds('?after=3&limit=1&types=pin.remove,pin.add'), ['5 pin.remove']);
    assert.deepEqual(await page('?after=5').then(({ events, seq }) => [events, seq]), [[], 5]);
    assert.deepEqual(await kinds('?types=no.such'), []);
  });

  test('may be kept: for good where more follows, for two seconds where it may go on', async () => {
    const { epoch } = it.server.hub.room('spring');
    const kept = async (query: string) => (await page(query)).cache;
    assert.equal(await kept(`?epoch=${epoch}&limit=2`), 'public, max-age=86400, immutable');
    assert.equal(await kept('?limit=2'), 'public, max-age=2');
    assert.equal(await kept(`?epoch=${epoch}`), 'public, max-age=2');
    assert.equal(await kept('?epoch=another'), 'no-store');
  });

  test('goes on with the room, whoever has asked before', async () => {
    const before = await page();
    await it.host({ type: 'pin.add', productId: 'b' });
    const later = await page();
    assert.equal(later.head, before.head + 1);
    assert.equal(later.events[later.events.length - 1]!.type, 'pin.add');
  });

  test('is refused for what is no part of a log, and says what was wrong', async () => {
    const refused = async (query: string, path: string) => {
      const { status, body } = await it.ask('GET', `history${query}`);
      assert.deepEqual([status, body.error?.code, body.error?.path], [400, 'malformed', path], query);
    };
    for (const after of ['-1', '1.5', 'x', '', '1e3', '9999999999999999'])
      await refused(`?after=${after}`, 'after');
    for (const limit of ['0', '1001', 'all']) await refused(`?limit=${limit}`, 'limit');
    for (const types of ['', 'pin', 'pin.add,', 'PIN.ADD', "pin.add'--", 'a.b,'.repeat(120)])
      await refused(`?types=${encodeURIComponent(types)}`, 'types');
    await refused('?epoch=a%20b', 'epoch');
    await refused('?after=1&after=2', 'after');
    const { status, body } = await it.ask('GET', '/v1/rooms/winter/history');
    assert.deepEqual([status, body.error?.code], [404, 'room-not-found']);
  });
});

test('a page ends before it is too long, and the next one goes on from there', async () => {
  const products = Array.from({ length: 1000 }, (_, i) => ({
    ...makeShow().products[0]!,
    id: `p${i}`,
    title: 'x'.repeat(120),
    subtitle: 'y'.repeat(120),
    pictures: [`/media/${'z'.repeat(1000)}.webp`],
  }));
  const long = await ServerUnderTest.start({ shows: [makeShow({ products })] });
  try {
    await long.host({ type: 'phase.set', phase: 'live' });
    const answer = async (query: string) => parseHistory((await long.ask('GET', `history${query}`)).body);
    const first = await answer('');
    assert.deepEqual([first.events.length, first.seq, first.head], [1, 1, 2]);
    assert.deepEqual(
      (await answer('?after=1')).events.map(({ type }) => type),
      ['room.phase'],
    );
  } finally {
    await long.close();
  }
});

test('an address that asks too fast is told when to come back', async () => {
  const strict = await ServerUnderTest.start({ perAddress: 1, now: () => 1_000_000 });
  try {
    let last: Answer | undefined;
    for (let i = 0; i < 5; i += 1) last = await strict.ask('GET', 'history');
    assert.deepEqual([last!.status, last!.body.error?.code], [429, 'rate-limited']);
    assert.ok(last!.body.error!.retryAfterMs! > 0);
    assert.equal(last!.headers['cache-control'], 'no-store');
  } finally {
    await strict.close();
  }
});
