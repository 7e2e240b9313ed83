import assert from 'node:assert/strict';
import test from 'node:test';
import { makeShow } from '../../../test/fixtures/show.js';
import { parseCommand, QunError, type Command, type Comment } from '../../protocol/index.js';
import { LiveRoom } from '../hub/live-room.js';
import type { Viewer } from '../room/viewer.js';
import type { RoomStore } from '../store/room-store.js';
import { SqliteStore } from '../store/sqlite/sqlite-store.js';

const host: Viewer = { id: 'u-host', role: 'host', name: 'Qing', since: 0 };
const viewer = (id: string): Viewer => ({ id, role: 'viewer', guest: 1234, since: 0 });
const refused = (code: string) => (error: unknown) => error instanceof QunError && error.code === code;
let keys = 0;

const ask = async (room: LiveRoom, who: Viewer, command: Command): Promise<Record<string, unknown>> => {
  const key = `k${(keys += 1)}`;
  return (await room.execute({ viewer: who, command: parseCommand(command), key })).answer as never;
};
const say = async (room: LiveRoom, who: Viewer, text: string) =>
  (await ask(room, who, { type: 'comment.send', text })).comment as Comment;

/** Two processes that serve the same room, as far as a room can tell: they share nothing but the store. */
async function both(
  run: (here: LiveRoom, there: LiveRoom, pulse: () => Promise<void>) => Promise<void>,
  store?: RoomStore,
): Promise<void> {
  const shared = store ?? (await SqliteStore.open({ folder: ':memory:' }));
  const clock = { now: 1000 };
  const rooms = await Promise.all(
    [1, 2].map(() => LiveRoom.open(shared, makeShow(), () => (clock.now += 1))),
  );
  const pulse = async () => {
    for (let i = 0; i < 2; i += 1) {
      for (const room of rooms) await room.pulse(1);
      for (const room of rooms) await room.talk.questions.settled();
    }
    for (const room of rooms) await room.pulse(1);
  };
  try {
    await run(rooms[0]!, rooms[1]!, pulse);
  } finally {
    for (const room of rooms) await room.close();
    await shared.close();
  }
}

test('a mute, a word and a mode set here count there', async () => {
  await both(async (here, there, pulse) => {
    await ask(here, host, { type: 'viewer.mute', viewerId: 'a', seconds: null });
    await ask(here, host, { type: 'words.change', add: ['~vx'] });
    await pulse();
    await assert.rejects(say(there, viewer('a'), 'hello'), refused('comment-muted'));
    await assert.rejects(say(there, viewer('b'), 'v-x me'), refused('comment-refused'));
    await ask(there, host, { type: 'viewer.unmute', viewerId: 'a' });
    await ask(there, host, { type: 'talk.set', mode: 'staff' });
    await pulse();
    await assert.rejects(say(here, viewer('a'), 'hello'), refused('talk-closed'));
    assert.deepEqual(
      here.talk.staff.newest.map(({ type }) => type),
      ['viewer.mute', 'words.change', 'viewer.unmute', 'talk.set'],
    );
    assert.deepEqual(here.talk.staff.newest, there.talk.staff.newest);
  });
});

test('a lost hint is healed by the next pulse', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  const subscribe = store.subscribe.bind(store);
  store.subscribe = (log, listener) => subscribe(log, hint => !log.endsWith('!staff') && listener(hint));
  await both(async (here, there, pulse) => {
    await ask(here, host, { type: 'viewer.mute', viewerId: 'a', seconds: null });
    await pulse();
    await assert.rejects(say(there, viewer('a'), 'hello'), refused('comment-muted'));
  }, store);
});

test('staff at two desks at once: both are written down, and each is done', async () => {
  await both(async (here, there) => {
    const ids = Array.from({ length: 12 }, (_, i) => `v${i}`);
    await Promise.all(
      ids.map((viewerId, i) =>
        ask(i % 2 ? here : there, host, { type: 'viewer.mute', viewerId, seconds: null }),
      ),
    );
    await Promise.all([here, there].map(room => room.talk.staff.catchUp()));
    assert.deepEqual([...here.talk.staff.state.mutes.keys()].sort(), [...ids].sort());
    assert.deepEqual([...there.talk.staff.state.mutes.keys()].sort(), [...ids].sort());
  });
});

test('questions asked here and there are one, under the same id, and each viewer counts once', async () => {
  await both(async (here, there, pulse) => {
    const first = await say(here, viewer('a'), '什么时候发货？');
    await say(there, viewer('b'), '几天发货');
    await pulse();
    await say(there, viewer('c'), '主播什么时候发货呀');
    await say(here, viewer('b'), '多久发货');
    await pulse();
    const asked = [{ id: first.id, text: '什么时候发货？', count: 3 }];
    assert.deepEqual(here.ambience.asked, asked);
    assert.deepEqual(there.ambience.asked, asked);
    const joined = await ask(there, viewer('d'), { type: 'question.join', questionId: first.id });
    assert.deepEqual(joined, { count: 4 });
    await pulse();
    assert.equal(here.ambience.asked[0]?.count, 4);
    await ask(there, host, { type: 'question.answer', questionId: first.id, text: '明天' });
    await pulse();
    assert.deepEqual([here.ambience.asked, there.ambience.asked], [[], []]);
    assert.equal(here.state.answers[0]?.question.count, 4);
  });
});

test('two processes that hear the same two askings open one question', async () => {
  await both(async (here, there, pulse) => {
    // Neither has heard of the other's when it takes its own.
    await Promise.all([say(here, viewer('a'), '包邮吗'), say(there, viewer('b'), '这个包邮吗')]);
    await pulse();
    const opened = here.talk.staff.newest.filter(({ type }) => type === 'question.open');
    assert.equal(opened.length, 1);
    assert.deepEqual(here.ambience.asked, there.ambience.asked);
    assert.equal(here.ambience.asked[0]?.count, 2);
  });
});

test('slow mode set here holds there once the words have come round', async () => {
  await both(async (here, there, pulse) => {
    await ask(here, host, { type: 'talk.set', slowSeconds: 60 });
    await say(here, viewer('a'), 'one');
    await pulse();
    await assert.rejects(say(there, viewer('a'), 'two'), refused('comment-too-fast'));
  });
});

test('a comment held here is let in there, and shown by both once', async () => {
  await both(async (here, there, pulse) => {
    await ask(here, host, { type: 'talk.set', mode: 'approval' });
    await pulse();
    const { id } = await say(here, viewer('a'), 'may I');
    await pulse();
    assert.deepEqual(there.ambience.recent, []);
    await ask(there, host, { type: 'comment.approve', commentIds: [id] });
    await pulse();
    for (const room of [here, there]) {
      assert.deepEqual(
        room.ambience.recent.map(comment => comment.id),
        [id],
      );
      assert.equal(room.ambience.take()?.comments.length, 1);
    }
  });
});

test('cut off between the trail and the deed, the same command does the rest', async () => {
  const store = await SqliteStore.open({ folder: ':memory:' });
  await both(async (here, there, pulse) => {
    const { id } = await say(here, viewer('a'), 'hello');
    await pulse();
    const append = store.append.bind(store);
    store.append = (log, ...rest) =>
      log.endsWith('!staff') ? append(log, ...rest) : Promise.reject(new QunError('overloaded'));
    const hide = {
      viewer: host,
      command: parseCommand({ type: 'comment.hide', commentId: id }),
      key: 'hide',
    };
    await assert.rejects(here.execute(hide), refused('overloaded'));
    assert.equal((await store.commentOf('spring', id))?.standing, 'shown');
    store.append = append;
    const done = await there.execute(hide);
    assert.deepEqual(done.answer, { seq: 2 });
    assert.equal((await store.commentOf('spring', id))?.standing, 'hidden');
    assert.equal(there.talk.staff.seq, 1);
    assert.deepEqual((await here.execute(hide)).answer, done.answer);
  }, store);
});
