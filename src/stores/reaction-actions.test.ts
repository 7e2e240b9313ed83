import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FakeTransport } from '../../test/fixtures/fake-transport.js';
import { QunError } from '../protocol/index.js';
import { createRoom } from './create-room.js';

async function setUp(likes = 100) {
  const transport = new FakeTransport();
  const room = createRoom({ transport });
  const leave = room.retain();
  transport.snapshot();
  transport.tick({ likes });
  const sent = () => transport.sent.map(({ command }) => command);
  return { transport, room, leave, sent };
}

describe('likes', () => {
  test('are given as one command, whose answer is the room’s total', async () => {
    const { transport, room, leave, sent } = await setUp();
    transport.answer = () => ({ likes: 112 });
    assert.equal(await room.react(7), 112);
    assert.deepEqual(sent(), [{ type: 'reaction.send', kind: 'like', count: 7 }]);
    assert.equal(room.$likes.get(), 112);
    leave();
  });

  test('never make the total smaller: an answer may be older than what the feed has said', async () => {
    const { transport, room, leave } = await setUp(500);
    transport.answer = () => ({ likes: 480 });
    await room.react(1);
    assert.equal(room.$likes.get(), 500);
    leave();
  });

  test('are as many as one command may carry, and none where there is none', async () => {
    const { transport, room, leave, sent } = await setUp();
    transport.answer = () => ({ likes: 130 });
    await room.react(99);
    assert.equal(await room.react(0), 130);
    assert.deepEqual(sent(), [{ type: 'reaction.send', kind: 'like', count: 30 }]);
    leave();
  });

  test('given again after they may have arrived are counted once', async () => {
    const { transport, room, leave } = await setUp();
    transport.answer = () => Promise.reject(new QunError('timeout'));
    await assert.rejects(room.react(3), { code: 'timeout' });
    transport.answer = () => ({ likes: 103 });
    await room.react(3);
    await room.react(3);
    const [first, again, next] = transport.sent.map(({ key }) => key);
    assert.equal(first, again);
    assert.notEqual(again, next);
    leave();
  });

  test('refused for good are given under a new key', async () => {
    const { transport, room, leave } = await setUp();
    transport.answer = () => Promise.reject(new QunError('room-ended'));
    await assert.rejects(room.react(3), { code: 'room-ended' });
    transport.answer = () => ({ likes: 103 });
    await room.react(3);
    assert.notEqual(transport.sent[0]!.key, transport.sent[1]!.key);
    leave();
  });
});
