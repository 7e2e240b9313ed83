import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import { fold, emptyRoom } from '../../core/fold.js';
import { parseCommand, type Command, type ControlEvent, type Show } from '../../protocol/index.js';
import type { Viewer } from '../room/viewer.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';
import { LiveRoom } from './live-room.js';

const folder = mkdtempSync(join(tmpdir(), 'qunlive-room-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const host: Viewer = { id: 'h', role: 'host', since: 0 };
const viewer = (id: string): Viewer => ({ id, role: 'viewer', since: 0 });
let keys = 0;
const ask = async (room: LiveRoom, who: Viewer, command: Command, key = `k${(keys += 1)}`) =>
  room.execute({ viewer: who, command: parseCommand(command), key });

async function inRoom(
  show: Show,
  run: (room: LiveRoom, store: SqliteStore) => Promise<void>,
  data = ':memory:',
) {
  const store = await SqliteStore.open({ folder: data });
  try {
    const room = await LiveRoom.open(store, show, () => 1000);
    await run(room, store);
    await room.close();
  } finally {
    await store.close();
  }
}

test('a show is loaded again only when its file has changed, and then keeps what has happened', async () => {
  const data = join(folder, 'again');
  const show = makeShow();
  await inRoom(
    show,
    async room => {
      assert.equal(room.seq, 1);
      await ask(room, host, { type: 'phase.set', phase: 'live' });
      await ask(room, host, { type: 'stock.set', productId: 'a', stock: 3 });
    },
    data,
  );
  await inRoom(
    show,
    async room => {
      assert.equal(room.seq, 3);
      assert.equal(room.state.phase, 'live');
      assert.equal(room.state.products[0]?.stock, 3);
    },
    data,
  );
  const changed = { ...show, title: 'Summer tea' };
  const open = async (room: LiveRoom) => {
    assert.equal(room.seq, 4);
    assert.deepEqual([room.state.title, room.state.phase], ['Summer tea', 'live']);
  };
  await inRoom(changed, open, data);
  await inRoom(changed, open, data);
});

test('a total lowered to what has been claimed is sold out from the start', async () => {
  const data = join(folder, 'lowered');
  const withTotal = (total: number) => makeShow({ coupons: [{ ...makeShow().coupons[0]!, total }] });
  await inRoom(
    withTotal(3),
    async room => {
      await ask(room, host, { type: 'coupon.open', couponId: 'plain' });
      await ask(room, viewer('a'), { type: 'coupon.claim', couponId: 'plain' });
    },
    data,
  );
  await inRoom(withTotal(1), async room => assert.equal(room.state.coupons[0]?.soldOut, true), data);
  await inRoom(
    withTotal(2),
    async room => {
      assert.equal(room.state.coupons[0]?.soldOut, false);
      assert.deepEqual(room.ambience.left, { plain: 1 });
    },
    data,
  );
});

test('the state is the fold of the log, also after many events and a start from a snapshot', async () => {
  const data = join(folder, 'many');
  const show = makeShow();
  let state: unknown;
  const check = async (room: LiveRoom, store: SqliteStore) => {
    const log = await store.read('spring', 0, 10_000);
    assert.ok(log !== 'gap');
    assert.deepEqual(room.state, log.events.reduce(fold, emptyRoom));
    state = room.state;
  };
  await inRoom(
    show,
    async (room, store) => {
      for (let i = 0; i < 130; i += 1) await ask(room, host, { type: 'stock.set', productId: 'a', stock: i });
      await check(room, store);
      assert.ok((await store.load('spring')).snapshotSeq >= 100);
    },
    data,
  );
  await inRoom(
    show,
    async (room, store) => {
      const before = state;
      await check(room, store);
      assert.deepEqual(room.state, before);
    },
    data,
  );
});

test('two hosts at once: each command is decided on what the one before has made', async () => {
  await inRoom(makeShow(), async room => {
    const pins = ['a', 'b', 'c', 'd', 'e'].map(productId => ask(room, host, { type: 'pin.add', productId }));
    const results = await Promise.allSettled(pins);
    assert.equal(results.filter(result => result.status === 'fulfilled').length, 3);
    assert.equal(room.state.pins.length, 3);
  });
});

test('a command that meets the last claim of a coupon is decided again', async () => {
  await inRoom(makeShow(), async room => {
    await ask(room, host, { type: 'coupon.open', couponId: 'plain' });
    const seen: ControlEvent[] = [];
    room.subscribe(event => seen.push(event));
    const claim: Command = { type: 'coupon.claim', couponId: 'plain' };
    const answers = await Promise.all([
      ask(room, viewer('a'), claim),
      ask(room, viewer('b'), claim),
      ask(room, host, { type: 'notice.set', notice: 'Nearly gone' }),
    ]);
    assert.deepEqual(
      seen.map(event => [event.seq, event.type]),
      [
        [3, 'coupon.sold-out'],
        [4, 'room.notice'],
      ],
    );
    assert.deepEqual(answers[2].answer, { seq: 4 });
    assert.equal(room.state.coupons[0]?.soldOut, true);
    assert.deepEqual(room.ambience.left.plain, 0);
  });
});

test('a comment condition is met by a comment, a refused one does not count', async () => {
  await inRoom(makeShow(), async room => {
    await ask(room, host, { type: 'coupon.open', couponId: 'spoken' });
    const claim: Command = { type: 'coupon.claim', couponId: 'spoken' };
    await assert.rejects(ask(room, viewer('a'), { type: 'comment.send', text: ' ' }));
    const before = await ask(room, viewer('a'), claim);
    assert.deepEqual(before.answer, { result: 'ineligible', needs: { kind: 'comment' } });
    await ask(room, viewer('a'), { type: 'comment.send', text: 'Is it green tea?' });
    assert.equal(((await ask(room, viewer('a'), claim)).answer as { result: string }).result, 'won');
  });
});

test('a rate limit is asked for what is new, not for a repetition', async () => {
  await inRoom(makeShow(), async room => {
    let admitted = 0;
    const say = (key: string) =>
      room.execute({
        viewer: viewer('a'),
        command: parseCommand({ type: 'comment.send', text: 'hello' }),
        key,
        admit: () => {
          admitted += 1;
        },
      });
    const first = await say('one');
    assert.deepEqual(await say('one'), { ...first, replayed: true });
    await say('two');
    assert.equal(admitted, 2);
  });
});
