import assert from 'node:assert/strict';
import test from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import { fold } from '../../core/fold.js';
import { RoomLog } from '../../core/room-log.js';
import {
  parseCommand,
  parseControl,
  parseHello,
  parseSnapshot,
  parseTick,
  type Command,
  type Position,
} from '../../protocol/index.js';
import type { ReadResult, RoomStore } from '../store/room-store.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { LiveRoom } from './live-room.js';
import { RoomFeed, type RoomFeedOptions } from './room-feed.js';

/** A reader that parses what it gets, as a client does. */
class Reader {
  readonly log = new RoomLog(() => fold);
  readonly got: string[] = [];
  readonly chunks: Buffer[] = [];
  ticks: ReturnType<typeof parseTick>[] = [];
  reason: string | undefined;

  open(chunks: readonly Buffer[]): void {
    for (const chunk of chunks) this.write(chunk);
  }

  write(chunk: Buffer): void {
    this.chunks.push(chunk);
    const text = chunk.toString();
    const name = /^event: (.*)$/m.exec(text)?.[1] ?? 'other';
    const data: unknown = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? 'null');
    this.got.push(name);
    if (name === 'hello') {
      const hello = parseHello(data);
      this.reason = hello.reason;
      this.log.hello(hello);
    }
    if (name === 'snapshot') this.log.snapshot(parseSnapshot(data));
    if (name === 'control') this.log.event(parseControl(data));
    if (name === 'tick') this.ticks.push(parseTick(data));
  }

  end(): void {}
}

/** A store whose reads, once held, wait until let go: before they look, or with the answer already in hand. */
function paused(store: RoomStore, when: 'before' | 'after') {
  let letGo = (): void => {};
  const gate = new Promise<void>(resolve => (letGo = resolve));
  let held = false;
  const read = async <E>(...args: Parameters<RoomStore['read']>): Promise<ReadResult<E>> => {
    if (!held) return store.read<E>(...args);
    if (when === 'before') await gate;
    const result = await store.read<E>(...args);
    await gate;
    return result;
  };
  const slow = new Proxy(store, {
    get(target, name) {
      if (name === 'read') return read;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { store: slow, hold: () => (held = true), letGo: () => letGo() };
}

interface Scene {
  room: LiveRoom;
  feed: RoomFeed;
  letGo(): void;
  clock: { now: number };
  host(command: Command): Promise<unknown>;
  read(since?: Position): Promise<Reader>;
}

async function scene(
  options: RoomFeedOptions & { pauseReads?: 'before' | 'after' },
  run: (scene: Scene) => Promise<void>,
) {
  const inner = await SqliteStore.open({ folder: ':memory:' });
  const { store, hold, letGo } = options.pauseReads
    ? paused(inner, options.pauseReads)
    : { store: inner, hold: () => {}, letGo: () => {} };
  const clock = { now: 1_000_000 };
  const room = await LiveRoom.open(store, makeShow(), () => clock.now);
  const feed = await RoomFeed.open(room, options);
  hold();
  let keys = 0;
  try {
    await run({
      room,
      feed,
      letGo,
      clock,
      host: command =>
        room.execute({
          viewer: { id: 'h', role: 'host', since: 0 },
          command: parseCommand(command),
          key: `k${(keys += 1)}`,
        }),
      async read(since) {
        const reader = new Reader();
        await feed.connect(reader, since);
        return reader;
      },
    });
  } finally {
    feed.close();
    await room.close();
    await inner.close();
  }
}

const stock = (stock: number): Command => ({ type: 'stock.set', productId: 'a', stock });

test('a newcomer gets hello, one snapshot, and then what happens', () =>
  scene({}, async ({ room, host, read }) => {
    const reader = await read();
    await host(stock(7));
    assert.deepEqual(reader.got, ['hello', 'snapshot', 'control']);
    assert.equal(reader.reason, 'first');
    assert.deepEqual(reader.log.state, room.state);
  }));

test('who was away gets what was missed, from memory and from the store', async () => {
  for (const tailLength of [500, 0]) {
    await scene({ tailLength }, async ({ room, host, read }) => {
      const since = { epoch: room.epoch, seq: room.seq };
      for (const n of [1, 2, 3]) await host(stock(n));
      assert.deepEqual((await read(since)).got, ['hello', 'control', 'control', 'control', 'tick']);
      // Twice without anything in between: the second time nothing is told again.
      const here = { epoch: room.epoch, seq: room.seq };
      assert.deepEqual((await read(here)).got, ['hello', 'tick']);
      assert.deepEqual((await read(here)).got, ['hello', 'tick']);
    });
  }
});

test('who was away is told how all stands, though every tick that said so is over', () =>
  scene({}, async ({ room, feed, read }) => {
    const since = { epoch: room.epoch, seq: room.seq };
    room.setLeft('plain', 3);
    room.like(5);
    feed.tick();
    const [tick] = (await read(since)).ticks;
    assert.equal(tick?.left['plain'], 3);
    assert.equal(tick?.likes, room.ambience.likes);
    assert.equal(tick?.online, 1);
    assert.ok(tick && 'sales' in tick);
  }));

test('every other beginning is one snapshot and says why', () =>
  scene({ tailLength: 2, maxResume: 3 }, async ({ room, host, read }) => {
    for (const n of [1, 2, 3, 4, 5]) await host(stock(n));
    const { epoch, seq } = room;
    const cases: [Position, string][] = [
      [{ epoch: 'another', seq }, 'epoch'],
      [{ epoch, seq: seq + 1 }, 'ahead'],
      [{ epoch, seq: seq - 4 }, 'gap'],
    ];
    for (const [since, reason] of cases) {
      const reader = await read(since);
      assert.deepEqual([reader.got, reader.reason], [['hello', 'snapshot'], reason]);
    }
    const { got } = await read({ epoch, seq: seq - 3 });
    assert.deepEqual(got, ['hello', 'control', 'control', 'control', 'tick']);
  }));

test('what is committed while the log is being read arrives once and in order', async () => {
  for (const pauseReads of ['before', 'after'] as const) {
    await scene({ tailLength: 0, pauseReads }, async ({ room, feed, host, read, letGo }) => {
      const since = { epoch: room.epoch, seq: room.seq };
      await host(stock(1));
      const coming = read(since);
      await host(stock(2));
      await host(stock(3));
      await feed.beat();
      letGo();
      const reader = await coming;
      await host(stock(4));
      assert.equal(reader.got[0], 'hello');
      const seqs = reader.chunks.flatMap(chunk => /^id: .*:(\d+)$/m.exec(chunk.toString())?.[1] ?? []);
      assert.deepEqual(seqs.map(Number), [2, 3, 4, 5], `paused ${pauseReads} reading`);
    });
  }
});

test('a tick is the very same bytes for everybody', () =>
  scene({}, async ({ feed, read }) => {
    const readers = await Promise.all([read(), read(), read()]);
    await feed.beat();
    const last = readers.map(reader => reader.chunks[reader.chunks.length - 1]);
    assert.ok(last[0] && last.every(chunk => chunk === last[0]));
    assert.equal(readers[0]?.ticks[0]?.online, 3);
    // The snapshot as well.
    assert.ok(readers[0]?.chunks[1] === readers[1]?.chunks[1]);
  }));

test('a silent room ticks rarely, a talking one at once', () =>
  scene({ maxQuietMs: 5000 }, async ({ room, feed, clock, read }) => {
    const reader = await read();
    await feed.beat();
    for (let i = 0; i < 9; i += 1) {
      clock.now += 500;
      await feed.beat();
    }
    assert.equal(reader.ticks.length, 1);
    clock.now += 500;
    await feed.beat();
    assert.equal(reader.ticks.length, 2);
    const command = parseCommand({ type: 'comment.send', text: 'hello' });
    await room.execute({ viewer: { id: 'v', role: 'viewer', since: 0 }, command, key: 'x' });
    await feed.beat();
    const tick = reader.ticks[2]!;
    assert.deepEqual([tick.comments[0]?.text, tick.commentCount, tick.more], ['hello', 1, 0]);
  }));

test('between snapshot and ticks no comment gets lost', () =>
  scene({}, async ({ room, feed, read }) => {
    let n = 0;
    const say = () =>
      room.execute({
        viewer: { id: 'v', role: 'viewer', since: 0 },
        command: parseCommand({ type: 'comment.send', text: `word ${(n += 1)}` }),
        key: `c${n}`,
      });
    await read();
    await say();
    const early = await read();
    await say();
    const late = await read();
    await feed.beat();
    for (const reader of [early, late]) {
      const snapshot = JSON.parse(/^data: (.*)$/m.exec(reader.chunks[1]!.toString())![1]!) as {
        comments: { text: string }[];
      };
      const words = [...snapshot.comments, ...reader.ticks[0]!.comments].map(comment => comment.text);
      assert.deepEqual([...new Set(words)].sort(), ['word 1', 'word 2']);
    }
  }));

test('who has left is not written to', () =>
  scene({}, async ({ feed, host }) => {
    const reader = new Reader();
    const leave = await feed.connect(reader, undefined);
    leave();
    await host(stock(1));
    await feed.beat();
    assert.deepEqual(reader.got, ['hello', 'snapshot']);
    assert.equal(feed.online, 0);
  }));
