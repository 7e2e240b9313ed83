import assert from 'node:assert/strict';
import test from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import { parseCommand, type Position } from '../../protocol/index.js';
import type { RoomStore } from '../store/room-store.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { LiveRoom } from './live-room.js';
import { RoomFeed, type RoomFeedOptions } from './room-feed.js';

interface Storm {
  feed: RoomFeed;
  place(back: number): Position;
  pin(productId: string): Promise<void>;
  /** Reads of the store since the feed was opened. */
  reads: { count: number };
}

async function storm(options: RoomFeedOptions, run: (storm: Storm) => Promise<void>): Promise<void> {
  const inner = await SqliteStore.open({ folder: ':memory:' });
  const reads = { count: 0 };
  const store = new Proxy(inner as RoomStore, {
    get(target, name) {
      if (name === 'read') reads.count += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const room = await LiveRoom.open(store, makeShow());
  let key = 0;
  const pin = async (productId: string) => {
    const viewer = { id: 'h', role: 'host' as const, since: 0 };
    await room.execute({
      viewer,
      command: parseCommand({ type: 'pin.add', productId }),
      key: `${(key += 1)}`,
    });
  };
  for (const productId of ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b']) await pin(productId);
  const feed = await RoomFeed.open(room, options);
  reads.count = 0;
  try {
    await run({ feed, pin, reads, place: back => ({ epoch: room.epoch, seq: room.seq - back }) });
  } finally {
    feed.close();
    await room.close();
    await inner.close();
  }
}

/** What a reader got of the log, in order. */
function reader() {
  const seqs: number[] = [];
  const take = (chunk: Buffer) => {
    const id = /^id: .*:(\d+)$/m.exec(chunk.toString())?.[1];
    if (id !== undefined) seqs.push(Number(id));
  };
  return { seqs, write: take, end: () => {}, open: (chunks: readonly Buffer[]) => chunks.forEach(take) };
}

test('a thousand who come back at once are answered from memory', () =>
  storm({}, async ({ feed, place, reads }) => {
    const readers = Array.from({ length: 1000 }, reader);
    await Promise.all(readers.map((one, i) => feed.connect(one, place(i % 6))));
    assert.equal(reads.count, 0);
    readers.forEach((one, i) => assert.equal(one.seqs.length, i % 6));
  }));

test('what memory no longer holds is read once for a thousand, whatever place they stood at', () =>
  storm({ tailLength: 1 }, async ({ feed, place, pin, reads }) => {
    const readers = Array.from({ length: 1000 }, reader);
    const first = place(5).seq + 1;
    const coming = readers.map((one, i) => feed.connect(one, place(3 + (i % 3))));
    await Promise.all(coming);
    assert.equal(reads.count, 1);
    await pin('c');
    readers.forEach((one, i) => {
      const from = first + 2 - (i % 3);
      assert.deepEqual(
        one.seqs,
        Array.from({ length: one.seqs.length }, (_, n) => from + n),
      );
      assert.equal(one.seqs[one.seqs.length - 1], place(0).seq);
    });
    // The log has moved on: what was read before is no longer all.
    await feed.connect(reader(), place(4));
    assert.equal(reads.count, 2);
  }));

test('a store that cannot be read costs a snapshot, and is asked again the next time', () =>
  storm({ tailLength: 1 }, async ({ feed, place, reads }) => {
    const read = feed.room.read.bind(feed.room);
    let broken = true;
    feed.room.read = (...args) => (broken ? Promise.reject(new Error('away')) : read(...args));
    const snapshotted = reader();
    await feed.connect(snapshotted, place(4));
    assert.deepEqual(snapshotted.seqs, [place(0).seq]);
    broken = false;
    const recovered = reader();
    await feed.connect(recovered, place(4));
    assert.equal(recovered.seqs.length, 4);
    assert.equal(reads.count, 1);
  }));

test('newcomers between two ticks share one snapshot, byte for byte', () =>
  storm({}, async ({ feed, place }) => {
    const got = new Set<Buffer>();
    const newcomers = Array.from({ length: 1000 }, () => ({
      ...reader(),
      open: (chunks: readonly Buffer[]) => void got.add(chunks[1]!),
    }));
    await Promise.all(newcomers.map(one => feed.connect(one, undefined)));
    assert.equal(got.size, 1);
    assert.match([...got][0]!.toString(), new RegExp(`^id: ${place(0).epoch}:${place(0).seq}\n`));
  }));

test('who comes from another process, which was quicker to hear, goes on where they stood', async () => {
  const inner = await SqliteStore.open({ folder: ':memory:' });
  // This process hears of nothing by itself, as where hints are lost.
  const deaf = new Proxy(inner as RoomStore, {
    get(target, name) {
      if (name === 'subscribe') return () => () => {};
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const quick = await LiveRoom.open(inner, makeShow());
  const slow = await LiveRoom.open(deaf, makeShow());
  const feed = await RoomFeed.open(slow);
  try {
    const viewer = { id: 'h', role: 'host' as const, since: 0 };
    const command = parseCommand({ type: 'pin.add', productId: 'a' });
    await quick.execute({ viewer, command, key: 'k' });
    assert.ok(slow.seq < quick.seq);
    const got: string[] = [];
    await feed.connect(
      { write: () => {}, end: () => {}, open: chunks => void got.push(...chunks.map(String)) },
      { epoch: quick.epoch, seq: quick.seq },
    );
    assert.match(got[0]!, /"outcome":"recovered"/);
    assert.equal(got.length, 2, 'and how everything stands');
  } finally {
    feed.close();
    await quick.close();
    await slow.close();
    await inner.close();
  }
});
