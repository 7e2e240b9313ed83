import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { TestEventSource } from '../../test/fixtures/event-source.js';
import { FakePage } from '../../test/fixtures/fake-page.js';
import { Recorder } from '../../test/fixtures/recorder.js';
import { Refusal, ScriptedServer } from '../../test/fixtures/scripted-server.js';
import { ServerClock } from '../core/server-clock.js';
import type { Feed } from './room-transport.js';
import { SseTransport, type SseTransportOptions } from './sse-transport.js';

const soon = { minMs: 2, maxMs: 8 };
const never = 1e8;

let server: ScriptedServer;
let listener: Recorder;
let clock: ServerClock;
let feed: Feed;

/** Connects with waits of milliseconds; `silenceMs` and checks only where a test is about them. */
function connect(options: Partial<SseTransportOptions> = {}): void {
  const transport = new SseTransport({
    url: server.url,
    EventSource: TestEventSource,
    ...options,
    feed: { backOff: soon, silenceMs: never, page: { everyMs: never }, pollMs: 2, ...options.feed },
  });
  feed = transport.connect(listener, clock);
}
/** From now on the clock is what the returned function has added to it, ms. */
function mockedLater(): (ms: number) => void {
  const real = Date.now.bind(Date);
  let ahead = 0;
  mock.method(Date, 'now', () => real() + ahead);
  return ms => (ahead += ms);
}
const sayNotice = () =>
  server.say('control', {
    ...{ v: 1, room: 'spring', epoch: 'e1', seq: 1, at: 1 },
    ...{ type: 'room.notice', data: { notice: 'Hi' } },
  });
const open = () => listener.until(() => listener.heard.some(word => word.startsWith('snapshot')));

beforeEach(async () => {
  server = await new ScriptedServer().start();
  listener = new Recorder();
  clock = new ServerClock();
});
afterEach(async () => {
  mock.restoreAll();
  feed.close();
  assert.equal(TestEventSource.open.size, 0, 'a closed feed leaves no connection');
  await server.stop();
});

describe('a feed', () => {
  test('says hello, how the room stands, and what happens then', async () => {
    connect();
    await open();
    sayNotice();
    server.say('tick', server.tick(1));
    await listener.until(() => listener.heard.length === 4);
    assert.deepEqual(listener.heard, ['hello e1:0 snapshot', 'snapshot e1:0', 'room.notice e1:1', 'tick 1']);
    assert.deepEqual(listener.statuses, ['connecting', 'open']);
  });

  test('goes on where it stood when it is lost, with one connection at a time', async () => {
    connect();
    await open();
    sayNotice();
    await listener.until(() => listener.at?.seq === 1);
    server.feeds[0]!.response.destroy();
    await listener.until(() => listener.heard.filter(word => word.startsWith('hello')).length === 2);
    assert.deepEqual(
      server.of('feed').map(({ since }) => since),
      [null, 'e1:1'],
    );
    assert.deepEqual(listener.statuses, ['connecting', 'open', 'reconnecting', 'open']);
    assert.equal(TestEventSource.open.size, 1);
  });

  test('survives a server that is killed and comes back', async () => {
    connect();
    await open();
    await server.stop();
    await listener.until(() => listener.errors.length >= 3);
    await server.start();
    await listener.until(() => listener.heard.length === 4);
    assert.equal(listener.last, 'open');
    assert.ok(listener.errors.every(error => error.code === 'network'));
    assert.ok(!listener.statuses.includes('failed'));
  });

  test('refuses what is not of the protocol, and goes on', async () => {
    connect();
    await open();
    for (const nonsense of ['{', 'null', '{"v":2}', '[]', '"x"']) server.say('tick', nonsense);
    server.say('control', { v: 1, room: 'spring', epoch: 'e1', seq: 2, at: 1, type: 'wheel.spin', data: {} });
    server.say('unheard-of', {});
    server.say('tick', server.tick(2));
    await listener.until(() => listener.heard.includes('tick 2'));
    assert.equal(listener.refusals.length, 5);
    assert.ok(listener.refusals.every(error => error.code === 'malformed'));
    assert.ok(listener.heard.includes('wheel.spin e1:2'));
    assert.deepEqual(listener.statuses, ['connecting', 'open']);
  });

  test('is opened again when it has gone silent', async () => {
    connect({ feed: { silenceMs: 40, page: { everyMs: 5 } } });
    await server.until(() => server.of('feed').length >= 3);
    assert.ok(listener.errors.every(error => error.code === 'timeout'));
    assert.ok(
      server
        .of('feed')
        .slice(1)
        .every(({ since }) => since === 'e1:0'),
    );
  });

  test('goes where the listener has a hole: after a position, or to a snapshot', async () => {
    connect();
    await open();
    feed.resync({ epoch: 'e1', seq: 7 });
    await server.until(() => server.of('feed').length === 2);
    feed.resync(undefined);
    await server.until(() => server.of('feed').length === 3);
    assert.deepEqual(
      server.of('feed').map(({ since }) => since),
      [null, 'e1:7', null],
    );
    assert.equal(TestEventSource.open.size, 1);
  });
});

describe('a feed that does not open', () => {
  for (const code of ['room-not-found', 'origin-refused', 'room-forbidden', 'room-expired'] as const) {
    test(`says why and stops where the server means it: ${code}`, async () => {
      server.feed = () => new Refusal(code);
      connect();
      await listener.until(() => listener.last === 'failed');
      assert.equal(listener.errors.pop()!.code, code);
      const { length } = server.asked;
      feed.resync(undefined);
      assert.equal(server.asked.length, length);
    });
  }

  test('comes back when a full room has said so, never sooner, and gets in', async () => {
    const waits = mock.method(globalThis, 'setTimeout');
    let refused = 0;
    server.feed = () => (refused++ < 4 ? new Refusal('room-full', 60) : 'open');
    connect();
    await open();
    const asked = waits.mock.calls.map(({ arguments: [, ms] }) => ms!).filter(ms => ms >= 60 && ms <= 75);
    assert.ok(
      asked.length >= 2,
      'each refusal was followed by the wait it asked for, and up to a quarter more',
    );
    assert.equal(listener.last, 'open');
  });

  test('goes on through what is not ours: a proxy’s page, a hotel’s log-in; and tells the page’s author', async () => {
    const weather = [
      { html: 'Bad gateway', status: 502 },
      { html: 'Not found', status: 404 },
      { html: 'Log in' },
    ];
    server.feed = () => weather[Math.floor((server.of('feed').length - 1) / 2)] ?? 'open';
    connect();
    await open();
    assert.ok(!listener.statuses.includes('failed'));
    assert.deepEqual(
      listener.refusals.map(error => error.code),
      ['not-found', 'bad-config'],
    );
  });

  test('asks for snapshots where feeds are held back, and for the feed again later', async () => {
    class Held extends EventTarget {
      static count = 0;
      constructor(_url: string) {
        super();
        Held.count += 1;
        queueMicrotask(() => this.dispatchEvent(new Event('error')));
      }
      close() {}
    }
    connect({ EventSource: Held });
    await server.until(() => server.of('snapshot').length >= 14);
    assert.equal(listener.last, 'open');
    assert.equal(Held.count, 3, 'twice in vain, and once more after a dozen snapshots');
  });

  test('is not needed: without an EventSource the room comes as snapshots', async () => {
    connect({ EventSource: 'none' as never });
    await listener.until(() => listener.heard.length >= 3);
    assert.deepEqual([...new Set(listener.heard)], ['snapshot e1:0']);
    assert.equal(server.of('feed').length, 0);
    assert.ok(clock.known);
    server.snapshot = () => new Refusal('room-expired');
    await listener.until(() => listener.last === 'failed');
    assert.equal(listener.errors.pop()!.code, 'room-expired');
  });

  test('is a fault like any other when the page’s EventSource throws', async () => {
    class Broken {
      constructor() {
        throw new TypeError('Illegal constructor');
      }
      addEventListener() {}
      close() {}
    }
    connect({ EventSource: Broken });
    await server.until(() => server.of('snapshot').length >= 1);
    await open();
    assert.equal(listener.last, 'open');
  });
});

describe('a feed on a page', () => {
  let page: FakePage;
  beforeEach(() => (page = new FakePage()));
  afterEach(() => page.leave());

  test('waits while the device is offline and is back at once when it is not', async () => {
    connect({ feed: { backOff: { minMs: never, maxMs: never } } });
    await open();
    page.goOffline();
    assert.equal(listener.last, 'offline');
    await server.until(() => server.feeds.length === 0);
    page.goOnline();
    await listener.until(() => listener.heard.length === 4);
    assert.equal(listener.last, 'open');
    assert.equal(server.of('feed')[1]!.since, 'e1:0');
  });

  test('does not believe a device that says offline and is not', async () => {
    page.navigator.onLine = false;
    connect();
    await open();
    assert.equal(listener.last, 'open');
  });

  test('lets go when the page is put away, and takes up where it stood when it is back', async () => {
    connect();
    await open();
    page.turn('pagehide');
    await server.until(() => server.feeds.length === 0);
    assert.equal(TestEventSource.open.size, 0);
    feed.resync(undefined);
    assert.equal(server.of('feed').length, 1, 'nothing is asked for a page that is away');
    page.turn('pageshow');
    await listener.until(() => listener.heard.length === 4);
    assert.equal(server.of('feed')[1]!.since, 'e1:0');
  });

  test('forgets what it knew of the clock after a freeze', async () => {
    connect();
    await open();
    assert.ok(clock.known);
    server.feed = () => 'hang';
    page.document.dispatchEvent(new Event('freeze'));
    page.document.dispatchEvent(new Event('resume'));
    assert.equal(clock.known, false);
    await server.until(() => server.of('feed').length === 2);
  });

  test('is opened anew after a sleep, which only the clocks can tell', async () => {
    let asleepMs = 0;
    connect({ feed: { page: { everyMs: 3, wall: () => Date.now() + asleepMs } } });
    await open();
    asleepMs = 3_600_000;
    await server.until(() => server.of('feed').length === 2);
    assert.equal(server.of('feed')[1]!.since, 'e1:0');
  });

  test('is looked after when the page is looked at again: dead after a silence, asleep after a long one', async () => {
    connect({ feed: { silenceMs: 1000 } });
    await open();
    const later = mockedLater();
    page.look(true);
    assert.equal(listener.last, 'open');
    later(1500);
    page.look(false);
    assert.equal(listener.last, 'open', 'nobody is looking');
    page.look(true);
    assert.equal(listener.last, 'reconnecting');
    assert.equal(listener.errors.pop()!.code, 'timeout');
    await listener.until(() => listener.last === 'open');
    later(60_000);
    server.feed = () => 'hang';
    page.look(true);
    assert.equal(clock.known, false);
    await server.until(() => server.of('feed').length === 3);
  });

  test('is given more time while a long snapshot is on its way', async () => {
    server.feed = asked => {
      asked.response.writeHead(200, { 'content-type': 'text/event-stream' });
      server.say('hello', server.hello(), asked);
      return 'hang';
    };
    connect({ feed: { silenceMs: 1000 } });
    await listener.until(() => listener.heard.length === 1);
    const later = mockedLater();
    later(2900);
    page.look(true);
    assert.equal(listener.last, 'open');
    later(3100);
    page.look(true);
    assert.equal(listener.last, 'reconnecting');
  });

  test('leaves no listener behind', () => {
    const counts = new Map<string, number>();
    for (const target of [page.window, page.document]) {
      const { addEventListener: add, removeEventListener: remove } = target;
      target.addEventListener = (type: string, ...rest: [never]) => {
        counts.set(type, (counts.get(type) ?? 0) + 1);
        add.call(target, type, ...rest);
      };
      target.removeEventListener = (type: string, ...rest: [never]) => {
        counts.set(type, (counts.get(type) ?? 0) - 1);
        remove.call(target, type, ...rest);
      };
    }
    connect();
    assert.equal(Math.max(...counts.values()), 1);
    feed.close();
    assert.deepEqual(
      [...counts.values()].filter(count => count !== 0),
      [],
    );
  });
});

describe('the clock', () => {
  test('is first guessed from the hello, and then believes the quickest answer', async () => {
    const ahead = 3_600_000;
    server.now = () => Date.now() + ahead;
    connect();
    await open();
    assert.ok(clock.known);
    assert.ok(Math.abs(clock.offsetMs - ahead) < 2000);
  });
});
