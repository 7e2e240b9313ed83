import assert from 'node:assert/strict';
import test from 'node:test';
import { ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { QunError } from '../../protocol/index.js';
import { Hub } from './hub.js';
import { Load } from './load.js';
import { loopLag } from './loop-lag.js';

function looks(
  lags: readonly number[],
  load: { look(): void; readonly level: number },
  set: (lag: number) => void,
) {
  return lags.map(lag => {
    set(lag);
    load.look();
    return load.level;
  });
}

test('load goes up a level at a time, and down only after it has been better for a while', () => {
  let lag = 0;
  const load = new Load({ maxLagMs: 1000, lag: () => lag });
  const set = (value: number) => (lag = value);
  assert.deepEqual(looks([0, 99, 100, 299, 5000, 5000, 5000], load, set), [0, 0, 1, 1, 2, 3, 3]);
  assert.equal(load.everyTicks, 8);
  // Better for three looks and worse again counts for nothing.
  assert.deepEqual(looks([0, 0, 0, 600, 0, 0, 0, 0], load, set), [3, 3, 3, 3, 3, 3, 3, 2]);
  assert.deepEqual(looks([0, 0, 0, 0, 0, 0, 0, 0, 0], load, set), [2, 2, 2, 1, 1, 1, 1, 0, 0]);
});

test('one long pause leaves out next to nothing', () => {
  let lag = 60_000;
  const load = new Load({ lag: () => lag });
  load.look();
  assert.equal(load.level, 1);
  lag = 0;
  for (let i = 0; i < 4; i += 1) load.look();
  assert.equal(load.level, 0);
});

test('a loop that stands still is seen, also right after it was looked at', () => {
  const { read, stop } = loopLag();
  read();
  const end = performance.now() + 120;
  while (performance.now() < end); // nothing else runs meanwhile
  assert.ok(read() >= 50);
  stop();
});

test('under load ticks come rarely and nobody new is let in; what the host does goes out at once', async () => {
  let lag = 0;
  const seen = { skipped: 0, ticks: 0, control: 0 };
  const it = await ServerUnderTest.start({
    hub: {
      tickMs: 5,
      maxQuietMs: 0,
      lag: () => lag,
      watch: {
        skipped: () => (seen.skipped += 1),
        fanned: event => (event === 'tick' ? (seen.ticks += 1) : (seen.control += 1)),
      },
    },
  });
  try {
    const { hub } = it.server;
    const url = `${await it.listen()}${it.base}/feed`;
    const stream = await fetch(url);
    lag = 1e6;
    const until = async (done: () => boolean) => {
      while (!done()) await new Promise(next => setImmediate(next));
    };
    await until(() => hub.load.level === 3);
    const before = { ...seen };
    await until(() => seen.skipped >= before.skipped + 70);
    assert.ok(seen.ticks - before.ticks <= (seen.skipped - before.skipped) / 7 + 1);
    assert.equal((await it.host({ type: 'pin.add', productId: 'a' })).status, 200);
    assert.equal(seen.control, before.control + 1);
    const refused = await fetch(url);
    const { error } = (await refused.json()) as { error: { code: string; retryAfterMs: number } };
    assert.deepEqual([refused.status, error.code], [503, 'overloaded']);
    assert.equal(Number(refused.headers.get('retry-after')), Math.ceil(error.retryAfterMs / 1000));
    lag = 0;
    await until(() => hub.load.level === 0);
    await (await fetch(url)).body?.cancel();
    await stream.body?.cancel();
  } finally {
    await it.close();
  }
});

test('a full hub lets in as many as it may, and tells each of the others another moment', async () => {
  const hub = new Hub({ maxConnections: 0 });
  const told = Array.from({ length: 50 }, () => {
    try {
      hub.admit('a');
      return 0;
    } catch (error) {
      return error instanceof QunError && error.code === 'room-full' ? error.retryAfterMs! : 0;
    }
  });
  assert.ok(told.every(ms => ms >= 2000 && ms <= 10_000));
  assert.ok(new Set(told).size > 25);
  await hub.endStreams();
});
