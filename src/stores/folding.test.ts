import assert from 'node:assert/strict';
import test from 'node:test';
import { emptyRoom } from '../core/fold.js';
import type { Snapshot } from '../protocol/index.js';
import type { FeedListener } from '../transport/room-transport.js';
import { createRoom } from './create-room.js';
import { folding } from './folding.js';

// Not with the other rooms' tests, whose fixture brings the fold along.
test('the first event of a room waits for what it is folded by, and is part of it then', async () => {
  let feed: FeedListener | undefined;
  const room = createRoom({
    transport: {
      connect(listener) {
        feed = listener;
        return { close() {}, resync() {} };
      },
      join: () => new Promise(() => {}),
      send: () => new Promise(() => {}),
    },
  });
  const release = room.retain();
  const place = { v: 1 as const, room: 'spring', epoch: 'e0', at: 5 };
  const snapshot: Snapshot = { ...place, seq: 1, state: emptyRoom, comments: [], online: 1, left: {} };
  feed!.snapshot(snapshot);
  assert.equal(folding.here, undefined, 'a room that is only looked at needs none');
  const noticed = new Promise<void>(resolve => {
    room.$state.listen(state => state?.notice === 'hello' && resolve());
  });
  feed!.control({ ...place, seq: 2, type: 'room.notice', data: { notice: 'hello' } });
  assert.equal(room.$state.get()?.notice, null);
  assert.ok(room.$connection.get().stale);
  await noticed;
  assert.equal(room.$connection.get().stale, false);
  release();
});
