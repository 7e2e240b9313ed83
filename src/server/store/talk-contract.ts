import assert from 'node:assert/strict';
import { comment, notice, receipt, ROOM, type Check } from './checked-contract.js';
import { staffLog, type LogEvent, type RoomStore, type Standing } from './room-store.js';

const ids = (comments: readonly { id: string }[]) => comments.map(one => one.id);
const say = (store: RoomStore, id: string, standing?: Standing) =>
  store.comment(comment(id), { receipt: receipt(id), standing });
const quiet = { process: 'p1', online: 0, likes: 0, at: 0 };

/** What a store promises of comments and how they stand, of pulses, and of what is kept beside the log. */
export function talkContract(check: Check): void {
  check('shows what is let in, once, with the pulse that follows', 2, async store => {
    const { cursor } = await store.load(ROOM);
    await say(store, 'c1');
    const held = await say(store, 'c2', 'held');
    await say(store, 'c3', 'shadow');
    assert.deepEqual(held.answer, { comment: comment('c2'), held: true });
    const first = await store.pulse(ROOM, { ...quiet, after: cursor });
    assert.deepEqual([ids(first.comments), first.missed, first.commentCount], [['c1'], 0, 1]);
    assert.deepEqual(ids(await store.setStanding(ROOM, ['c2', 'c1', 'none'], 'shown')), ['c2']);
    const second = await store.pulse(ROOM, { ...quiet, after: first.cursor });
    assert.deepEqual([ids(second.comments), second.commentCount], [['c2'], 2]);
    // Taken down and put back: nobody is told twice.
    await store.setStanding(ROOM, ['c1'], 'hidden');
    await store.setStanding(ROOM, ['c1'], 'shown');
    const third = await store.pulse(ROOM, { ...quiet, after: second.cursor });
    assert.deepEqual([ids(third.comments), third.commentCount], [[], 2]);
    assert.deepEqual((await say(store, 'c2', 'held')).answer, held.answer);
    assert.deepEqual((await store.answered(receipt('c2')))?.answer, held.answer);
  });

  check('lists the comments of one standing, page by page', 2, async store => {
    for (const id of ['c1', 'c2', 'c3', 'c4']) await say(store, id, 'held');
    await store.setStanding(ROOM, ['c3', 'c1'], 'shown');
    const list = async (standing: Standing, limit: number, before?: string) =>
      ids(await store.comments(ROOM, { standing, limit, before }));
    assert.deepEqual(await list('held', 9), ['c2', 'c4']);
    assert.deepEqual(await list('shown', 9), ['c3', 'c1']);
    assert.deepEqual(await list('shown', 1), ['c1']);
    assert.deepEqual(await list('shown', 9, 'c1'), ['c3']);
    assert.deepEqual(await list('hidden', 9), []);
    assert.deepEqual(ids((await store.load(ROOM)).comments), ['c3', 'c1']);
  });

  check('brings the newest of a flood and counts the rest', 2, async store => {
    const all = Array.from({ length: 520 }, (_, i) => `c${i}`);
    await Promise.all(all.map(id => say(store, id)));
    const pulse = await store.pulse(ROOM, { ...quiet, after: (await store.load('other')).cursor });
    assert.deepEqual([pulse.comments.length, pulse.missed, pulse.commentCount], [500, 20, 520]);
    assert.deepEqual(ids(pulse.comments), all.slice(20));
  });

  check('adds up likes and readers of all processes, whatever is sent twice', 2, async store => {
    const pulse = async (process: string, online: number, likes: number) => {
      const told = await store.pulse(ROOM, { process, online, likes, after: '0', at: 0 });
      return [told.online, told.likes];
    };
    assert.deepEqual(await pulse('p1', 3, 10), [3, 10]);
    assert.deepEqual(await pulse('p1', 3, 10), [3, 10]);
    assert.deepEqual(await pulse('p2', 4, 5), [7, 15]);
    assert.deepEqual(await pulse('p1', 2, 12), [6, 17]);
    assert.equal((await store.load(ROOM)).likes, 17);
  });

  check('says in a pulse where both logs end and what is left', 2, async store => {
    await store.append(staffLog(ROOM), [notice('a'), notice('b')], { at: 1, expectSeq: 0 });
    const { epoch, left } = await store.load(ROOM);
    const pulse = await store.pulse(ROOM, { ...quiet, after: '0' });
    assert.deepEqual(
      [pulse.epoch, pulse.head, pulse.staffHead, pulse.left, pulse.comments],
      [epoch, 1, 2, left, []],
    );
  });

  check("keeps the staff's log apart from the room's", 2, async store => {
    const draft = { type: 'viewer.mute', data: { viewerId: 'v1' } };
    const log = staffLog(ROOM);
    const kept = receipt('k', 'h');
    const done = await store.append(log, [draft], { at: 5, expectSeq: 0, receipt: kept });
    assert.deepEqual(done, { answer: { seq: 1 }, at: 5, replayed: false });
    assert.equal(await store.append(log, [draft], { at: 6, expectSeq: 0 }), 'conflict');
    const result = await store.read<LogEvent>(log, 0, 10);
    assert.ok(result !== 'gap');
    assert.deepEqual([result.events[0]?.type, result.events[0]?.data], [draft.type, draft.data]);
    assert.equal((await store.history(log, { after: 0, limit: 5, types: ['viewer.mute'] })).events.length, 1);
    assert.equal((await store.load(ROOM)).seq, 1);
  });

  check('shows again what was taken down by mistake, with its event', 2, async store => {
    await say(store, 'c1');
    await store.append(ROOM, [{ type: 'comment.redact', data: { ids: ['c1'] } }], { at: 1, expectSeq: 1 });
    const restore = { type: 'comment.restore', data: { comments: [comment('c1')] } };
    await store.append(ROOM, [restore], { at: 1, expectSeq: 2 });
    assert.equal((await store.commentOf(ROOM, 'c1'))?.standing, 'shown');
    assert.equal((await store.load(ROOM)).commentCount, 1);
  });

  check('puts nothing into what is sealed', 2, async store => {
    assert.deepEqual(await store.seal(ROOM, 8000), { seq: 1 });
    await store.append(ROOM, [notice('a')], { at: 7000, expectSeq: 1 });
    assert.deepEqual(await store.seal(ROOM, 4000), { seq: 2 });
    await store.append(ROOM, [notice('b')], { at: 7500, expectSeq: 2 });
    await store.append(ROOM, [notice('c')], { at: 9000, expectSeq: 3 });
    const result = await store.read(ROOM, 1, 9);
    assert.deepEqual(result !== 'gap' && result.events.map(event => event.at), [8000, 8000, 9000]);
  });

  check('lets whoever comes first decide what is kept', 2, async store => {
    const bytes = Buffer.from([0, 255, 10, 13]);
    const both = await Promise.all([
      store.keep(ROOM, 'a/1', bytes),
      store.keep(ROOM, 'a/1', Buffer.from('late')),
    ]);
    assert.deepEqual(both, [bytes, bytes]);
    assert.deepEqual(await store.kept(ROOM, 'a/1'), bytes);
    assert.equal(await store.kept(ROOM, 'a/2'), undefined);
    assert.equal(await store.kept('other', 'a/1'), undefined);
  });

  check('counts by name, and a viewer once', 2, async store => {
    assert.equal(await store.count(ROOM, 'q1', 'v1'), 1);
    assert.equal(await store.count(ROOM, 'q1', 'v1'), 1);
    assert.equal(await store.count(ROOM, 'q1', 'v2'), 2);
    await store.count(ROOM, 'q2');
    assert.equal(await store.count(ROOM, 'q2'), 2);
    assert.deepEqual(await store.counted(ROOM, ['q2', 'q3', 'q1']), [2, 0, 2]);
  });
}
