import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comment, FakeTransport } from '../../test/fixtures/fake-transport.js';
import { acting } from './acting.js';
import { createRoom } from './create-room.js';

test('what a viewer wants before the part is here is done when it has come, and at once from then on', async () => {
  const transport = new FakeTransport();
  transport.answer = (_command, key) => ({ comment: comment(`s-${key}`, 'hi') });
  const room = createRoom({ transport });
  const leave = room.retain();
  assert.equal(acting.here, undefined);
  const sent = room.sendComment('hi');
  assert.deepEqual(room.$comments.get(), []);
  assert.equal(await sent, true);
  assert.equal(room.$comments.get().length, 1);
  void room.sendComment('again');
  assert.equal(room.$comments.get().length, 2);
  leave();
});
