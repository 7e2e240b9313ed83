import assert from 'node:assert/strict';
import test from 'node:test';
import { Bookkeeper } from '../../../test/fixtures/bookkeeper.js';
import { claim, loadShow, ROOM } from '../store/checked-contract.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { MerchantKey } from './merchant-key.js';
import { WebhookSender, type WebhookOptions } from './webhook-sender.js';

const key = new MerchantKey(['the newer secret of the shop', 'the older secret of the shop']);

interface Stage {
  store: SqliteStore;
  books: Bookkeeper;
  clock: { now: number };
  won(...viewers: string[]): Promise<void>;
  sender(more?: Partial<WebhookOptions>): WebhookSender;
}

async function onStage(run: (stage: Stage) => Promise<void>): Promise<void> {
  const store = await SqliteStore.open({ folder: ':memory:' });
  const books = await Bookkeeper.open();
  const clock = { now: 1_700_000_000_000 };
  const senders: WebhookSender[] = [];
  await store.append(ROOM, [loadShow(1000)], { at: 1, expectSeq: 0 });
  try {
    await run({
      store,
      books,
      clock,
      async won(...viewers) {
        for (const viewer of viewers) await store.claim(claim(viewer, 'k', { subject: `p-${viewer}` }));
      },
      sender(more = {}) {
        const rooms = () => [ROOM, 'quiet'];
        const now = () => clock.now;
        const made = new WebhookSender({ url: books.url, key, store, rooms, now, random: () => 0, ...more });
        senders.push(made);
        return made;
      },
    });
  } finally {
    for (const one of senders) await one.close();
    await books.close();
    await store.close();
  }
}

test('what happened is told in order, signed with every secret, and once where all goes well', () =>
  onStage(async ({ books, won, sender, clock }) => {
    const one = sender({ batch: 2 });
    await one.round();
    assert.equal(books.deliveries.length, 0);
    await won('v1', 'v2', 'v3');
    await one.round();
    await one.round();
    await won('v4');
    await one.round();
    assert.deepEqual(
      books.deliveries.map(({ message }) => message.events.map(event => event.data.viewer)),
      [['v1', 'v2'], ['v3'], ['v4']],
    );
    const [{ message, signature, body }] = books.deliveries as [(typeof books.deliveries)[0]];
    assert.deepEqual(message, {
      v: 1,
      room: ROOM,
      events: ['v1', 'v2'].map((viewer, i) => ({
        id: message.events[i]!.id,
        type: 'claim.won',
        at: 2000,
        data: { couponId: 'plain', code: `CODE-${viewer}-k`, viewer, subject: `p-${viewer}` },
      })),
    });
    for (const secret of ['the newer secret of the shop', 'the older secret of the shop']) {
      new MerchantKey([secret]).check(signature, body, clock.now);
    }
    assert.equal(books.ids.size, 4);
  }));

test('who does not acknowledge is told again, later each time, and nothing overtakes what waits', () =>
  onStage(async ({ books, won, sender, clock }) => {
    const outcomes: [string, number][] = [];
    const waiting: (number | undefined)[] = [];
    const watch = {
      delivered: (outcome: string, events: number) => outcomes.push([outcome, events]),
      waiting: (room: string, since: number | undefined) => room === ROOM && waiting.push(since),
    };
    const one = sender({ watch });
    await won('v1');
    books.answers.push({ status: 500 }, { status: 429, headers: { 'retry-after': '60' } }, { status: 307 });
    const waits: number[] = [];
    for (let begun = clock.now; books.deliveries.length < 4; clock.now += 250) {
      const before = books.deliveries.length;
      await one.round();
      if (books.deliveries.length === before) continue;
      waits.push(clock.now - begun);
      begun = clock.now;
      if (before === 0) await won('v2');
    }
    assert.deepEqual(waits, [0, 500, 60_000, 2000]);
    assert.deepEqual(outcomes, [
      ['5xx', 1],
      ['4xx', 2],
      ['3xx', 2],
      ['2xx', 2],
    ]);
    assert.deepEqual([...new Set(waiting)], [2000, undefined]);
    const ids = books.deliveries.map(({ message }) => message.events.map(event => event.id));
    assert.deepEqual(ids[3], ids[1]);
    assert.equal(ids[1]![0], ids[0]![0]);
  }));

test('an answer that never comes is a delivery that failed', () =>
  onStage(async ({ books, won, sender, clock }) => {
    const outcomes: string[] = [];
    const watch = { delivered: (outcome: string) => outcomes.push(outcome) };
    const hasty = sender({ timeoutMs: 500, watch });
    await won('v1');
    books.answers.push('never', 'cut');
    await hasty.round();
    await hasty.close();
    const patient = sender({ watch });
    while (outcomes.length < 2) await patient.round();
    clock.now += 5000;
    await patient.round();
    assert.deepEqual(outcomes, ['timeout', 'network', '2xx']);
    assert.equal(books.ids.size, 1);
  }));

test('of several senders one sends; when it goes another goes on where it stopped', () =>
  onStage(async ({ books, won, sender }) => {
    const [first, second] = [sender(), sender()];
    await won('v1');
    await Promise.all([first.round(), second.round()]);
    assert.equal(books.deliveries.length, 1);
    await won('v2');
    await second.round();
    assert.equal(books.deliveries.length, 1);
    await first.close();
    while (books.deliveries.length < 2) await second.round();
    await second.round();
    assert.deepEqual(
      books.deliveries.map(({ message }) => message.events.map(event => event.data.viewer)),
      [['v1'], ['v2']],
    );
  }));

test('what was under way when the sender went is told again by the next, under the same id', () =>
  onStage(async ({ books, won, sender }) => {
    await won('v1');
    books.answers.push('never');
    const first = sender();
    const round = first.round();
    await books.next();
    await first.close();
    await round;
    const second = sender();
    while (books.deliveries.length < 2) await second.round();
    assert.deepEqual(books.deliveries[1]!.message, books.deliveries[0]!.message);
  }));
