import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import test from 'node:test';
import { FeedConnection } from './feed-connection.js';

/** A connection of ours and the reader at its other end. */
async function pair(run: (ours: Socket, theirs: Socket) => Promise<void>): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const theirs = connect(port, '127.0.0.1');
  const [ours] = (await once(server, 'connection')) as [Socket];
  theirs.on('error', () => {});
  try {
    await run(ours, theirs);
  } finally {
    ours.destroy();
    theirs.destroy();
    server.close();
  }
}

const KIB = 1024;

test('a reader that does not read is cut off, and holds no more than was allowed', () =>
  pair(async (ours, theirs) => {
    theirs.pause();
    const connection = new FeedConnection(ours, Buffer.from('head'), { maxWaiting: 256 * KIB });
    const chunk = Buffer.alloc(64 * KIB);
    let most = 0;
    for (let i = 0; i < 10_000 && !connection.cut; i += 1) {
      connection.write(chunk);
      most = Math.max(most, ours.writableLength);
      await new Promise(setImmediate);
    }
    assert.ok(connection.cut);
    assert.ok(ours.destroyed);
    assert.ok(most <= 256 * KIB + 2 * chunk.length, `${most} bytes waited`);
  }));

test('a first burst larger than the allowance is given its time', () =>
  pair(async (ours, theirs) => {
    theirs.pause();
    const connection = new FeedConnection(ours, Buffer.from('head'), { maxWaiting: KIB });
    const snapshot = Buffer.alloc(8192 * KIB, 'x');
    connection.open([snapshot]);
    await new Promise(setImmediate);
    connection.write(Buffer.from('tick'));
    assert.equal(connection.cut, false);
    let received = 0;
    theirs.on('data', (data: Buffer) => (received += data.length));
    theirs.resume();
    while (received < 4 + snapshot.length + 4) await once(theirs, 'data');
    assert.equal(connection.cut, false);
  }));

test('a reader that takes nothing from heartbeat to heartbeat is cut, one that is only slow is not', () =>
  pair(async (ours, theirs) => {
    theirs.pause();
    const connection = new FeedConnection(ours, Buffer.from('head'), { maxWaiting: 64 * 1024 * KIB });
    const beat = Buffer.from(': hb\n\n');
    while (ours.writableLength < 16_384 * KIB) {
      connection.write(Buffer.alloc(256 * KIB));
      await new Promise(setImmediate);
    }
    connection.heartbeat(beat);
    connection.heartbeat(beat);
    assert.equal(connection.cut, false);
    // It takes a little: that is patience for two more.
    const left = ours.writableLength;
    theirs.resume();
    while (ours.writableLength >= left) await once(theirs, 'data');
    theirs.pause();
    connection.heartbeat(beat);
    connection.heartbeat(beat);
    connection.heartbeat(beat);
    connection.heartbeat(beat);
    assert.equal(connection.why, 'stalled');
    assert.ok(ours.destroyed);
  }));

test('a chunk is handed over as it is, not copied', () =>
  pair(async ours => {
    const connection = new FeedConnection(ours, Buffer.from('head'));
    const written: unknown[] = [];
    const write = ours.write.bind(ours) as (chunk: unknown) => boolean;
    ours.write = (chunk: unknown) => written.push(chunk) > 0 && write(chunk);
    const chunk = Buffer.from('tick');
    connection.write(chunk);
    assert.ok(written[0] === chunk);
  }));

test('an ended stream says its last word', () =>
  pair(async (ours, theirs) => {
    const connection = new FeedConnection(ours, Buffer.from('head '));
    let text = '';
    theirs.on('data', (data: Buffer) => (text += data.toString()));
    connection.end(Buffer.from('bye'));
    connection.write(Buffer.from('too late'));
    await once(theirs, 'end');
    assert.equal(text, 'head bye');
  }));
