import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { HOST_TOKEN, ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { atOnesWord, refused, said, TalkUnderTest } from '../../../test/fixtures/talk-under-test.js';
import { limits, parseAnswer } from '../../protocol/index.js';

const folder = mkdtempSync(join(tmpdir(), 'qunlive-talk-'));
const talk = await TalkUnderTest.start();
const { it } = talk;
after(async () => {
  await it.close();
  rmSync(folder, { recursive: true, force: true });
});

test('hidden and shown again, with an entry for each', async () => {
  talk.later();
  const { say } = await talk.enter('Li');
  const { comment } = await said(say({ type: 'comment.send', text: 'hello' }));
  assert.ok((await talk.shown()).includes(comment.id));
  await it.host({ type: 'comment.hide', commentId: comment.id });
  assert.ok(!(await talk.shown()).includes(comment.id));
  assert.equal((await it.host({ type: 'comment.hide', commentId: comment.id })).body.seq, null);
  await it.host({ type: 'comment.restore', commentId: comment.id });
  assert.ok((await talk.shown()).includes(comment.id));
  assert.ok(!talk.room.state.redacted.includes(comment.id));
  const { entries } = await talk.look();
  assert.deepEqual(
    entries.slice(-2).map(({ type, by, data }) => [type, by?.role, data.comment?.text]),
    [
      ['comment.hide', 'host', 'hello'],
      ['comment.restore', 'host', 'hello'],
    ],
  );
  refused(await it.host({ type: 'comment.hide', commentId: 'nope' }), 'comment-unknown', 'commentId');
});

test('a comment stands above the stream until it is taken down or hidden', async () => {
  talk.later();
  const { say } = await talk.enter();
  const { comment } = await said(say({ type: 'comment.send', text: 'Buy two, get one' }));
  await it.host({ type: 'comment.pin', commentId: comment.id });
  assert.deepEqual(talk.room.state.pinnedComment, comment);
  assert.equal((await it.host({ type: 'comment.pin', commentId: comment.id })).body.seq, null);
  await it.host({ type: 'comment.pin', commentId: null });
  assert.equal(talk.room.state.pinnedComment, null);
  await it.host({ type: 'comment.hide', commentId: comment.id });
  refused(await it.host({ type: 'comment.pin', commentId: comment.id }), 'comment-unknown', 'commentId');
});

test('in approval mode what viewers say waits for staff; its author hears so, also when asking again', async () => {
  talk.later();
  await it.host({ type: 'talk.set', mode: 'approval' });
  const { say } = await talk.enter('Li');
  const first = await say({ type: 'comment.send', text: 'may I?' }, 'held');
  const { comment, held } = parseAnswer('comment.send', first.body);
  assert.equal(held, true);
  assert.equal((await say({ type: 'comment.send', text: 'may I?' }, 'held')).text, first.text);
  const { comment: second } = await said(say({ type: 'comment.send', text: 'and this?' }));
  assert.ok(!(await talk.shown()).includes(comment.id));
  assert.deepEqual(
    (await talk.look()).held.map(({ id }) => id),
    [comment.id, second.id],
  );
  assert.equal((await said(it.host({ type: 'comment.send', text: 'of course' }))).held, undefined);

  await it.host({ type: 'comment.approve', commentIds: [comment.id] });
  await it.host({ type: 'comment.reject', commentIds: [second.id] });
  assert.ok((await talk.shown()).includes(comment.id));
  assert.ok(!(await talk.shown()).includes(second.id));
  assert.deepEqual((await talk.look()).held, []);
  // A rejection is taken back as any hiding is.
  await it.host({ type: 'comment.restore', commentId: second.id });
  assert.ok((await talk.shown()).includes(second.id));
  refused(
    await it.host({ type: 'comment.approve', commentIds: ['nope'] }),
    'comment-unknown',
    'commentIds[0]',
  );
  await it.host({ type: 'talk.set', mode: 'open' });
});

test('only staff speak where the talk is theirs, and slow mode says how long to wait', async () => {
  talk.later();
  await it.host({ type: 'talk.set', mode: 'staff' });
  const { say } = await talk.enter();
  refused(await say({ type: 'comment.send', text: 'hello?' }), 'talk-closed');
  await it.host({ type: 'talk.set', mode: 'open', slowSeconds: 30 });
  assert.deepEqual(talk.room.state.talk, { mode: 'open', slowSeconds: 30 });
  await said(say({ type: 'comment.send', text: 'one' }, 'one'));
  talk.later(12_000);
  const tooFast = await say({ type: 'comment.send', text: 'two' }, 'two');
  refused(tooFast, 'comment-too-fast');
  assert.equal(tooFast.body.error?.retryAfterMs, 18_000);
  assert.equal((await say({ type: 'comment.send', text: 'one' }, 'one')).status, 200);
  talk.later(18_000);
  assert.equal((await say({ type: 'comment.send', text: 'two' }, 'two')).status, 200);
  refused(await it.host({ type: 'talk.set', slowSeconds: 601 }), 'malformed', 'slowSeconds');
  await it.host({ type: 'talk.set', slowSeconds: 0 });
  assert.equal((await it.host({ type: 'talk.set', slowSeconds: 0 })).body.seq, null);
});

test('words of the server and of the room are refused, and a name with one goes on as a guest', async () => {
  talk.later();
  const { say } = await talk.enter('Scam shop');
  refused(await say({ type: 'comment.send', text: '加 微.信 聊' }), 'comment-refused', 'text');
  const { comment } = await said(say({ type: 'comment.send', text: 'scampi are nice' }));
  assert.equal(comment.from.name, undefined);
  assert.ok(comment.from.guest);
  await it.host({ type: 'words.change', add: ['龙井假货', '龙井假货 '] });
  refused(await say({ type: 'comment.send', text: '这是龙井假货' }), 'comment-refused');
  assert.deepEqual((await talk.look()).words, ['龙井假货']);
  await it.host({ type: 'words.change', remove: ['龙井假货'] });
  talk.later();
  assert.equal((await say({ type: 'comment.send', text: '这是龙井假货' })).status, 200);
  refused(await it.host({ type: 'words.change', add: ['ok', '~ - '] }), 'malformed', 'add[1]');
  refused(await it.host({ type: 'words.change', add: ['x'.repeat(41)] }), 'malformed');
  assert.equal((await it.host({ type: 'words.change', remove: ['never there'] })).body.seq, null);
});

test('a mute ends by itself or is taken back; whoever is muted without knowing reaches nobody', async () => {
  talk.later();
  const { say, viewer } = await talk.enter('Troll');
  await said(say({ type: 'comment.send', text: 'first!' }));
  await it.host({ type: 'viewer.mute', viewerId: viewer.id, seconds: 60 });
  refused(await say({ type: 'comment.send', text: 'again' }), 'comment-muted');
  const [mute] = (await talk.look()).mutes;
  assert.deepEqual(mute, {
    viewer: { id: viewer.id, name: 'Troll' },
    until: talk.clock.now + 60_000,
    shadow: false,
  });
  talk.later(60_000);
  assert.deepEqual((await talk.look()).mutes, []);
  assert.equal((await say({ type: 'comment.send', text: 'back' })).status, 200);

  await it.host({ type: 'viewer.mute', viewerId: viewer.id, seconds: null, shadow: true });
  talk.later();
  const answer = await said(say({ type: 'comment.send', text: 'nobody hears' }));
  assert.deepEqual(Object.keys(answer), ['comment']);
  const own = await said(say({ type: 'comment.send', text: 'me again', replyTo: answer.comment.id }));
  assert.equal(own.comment.replyTo?.text, 'nobody hears');
  assert.ok(!(await talk.shown()).includes(answer.comment.id));
  const other = await talk.enter();
  refused(
    await other.say({ type: 'comment.send', text: 'x', replyTo: answer.comment.id }),
    'comment-unknown',
  );
  refused(
    await other.say({ type: 'comment.report', commentId: answer.comment.id, reason: 'spam' }),
    'comment-unknown',
  );
  await it.host({ type: 'viewer.unmute', viewerId: viewer.id });
  talk.later();
  const { comment } = await said(say({ type: 'comment.send', text: 'sorry' }));
  assert.ok((await talk.shown()).includes(comment.id));
  refused(await it.host({ type: 'viewer.mute', viewerId: viewer.id, seconds: 0 }), 'malformed', 'seconds');
});

test('reports count once for a viewer; staff let the comment stand, or hide it', async () => {
  talk.later();
  const [li, wang, zhao] = [await talk.enter('Li'), await talk.enter('Wang'), await talk.enter('Zhao')];
  const { comment } = await said(li.say({ type: 'comment.send', text: 'cheaper at mine' }));
  const tell = (who: typeof wang, reason: string) =>
    who.say({ type: 'comment.report', commentId: comment.id, reason });
  parseAnswer('comment.report', (await tell(wang, 'spam')).body);
  await tell(wang, 'fraud');
  await tell(zhao, 'fraud');
  const [report] = (await talk.look()).reports;
  assert.deepEqual([report?.count, report?.reasons, report?.comment.id], [2, ['spam', 'fraud'], comment.id]);
  await it.host({ type: 'comment.approve', commentIds: [comment.id] });
  assert.deepEqual((await talk.look()).reports, []);
  await tell(await talk.enter('Sun'), 'abuse');
  assert.equal((await talk.look()).reports[0]?.count, 3);
  await it.host({ type: 'comment.hide', commentId: comment.id });
  assert.deepEqual((await talk.look()).reports, []);
  assert.equal((await tell(await talk.enter('Zhou'), 'abuse')).status, 200);
  assert.deepEqual((await talk.look()).reports, []);
  refused(await tell(li, 'boring'), 'malformed', 'reason');
  refused(
    await li.say({ type: 'comment.report', commentId: 'nope', reason: 'spam' }),
    'comment-unknown',
    'commentId',
  );
});

test('what staff know is for staff alone', async () => {
  const { token } = await talk.enter();
  const ask = (bearer?: string, query = '') =>
    it.ask('GET', `moderation${query}`, bearer === undefined ? {} : { authorization: `Bearer ${bearer}` });
  refused(await ask(), 'token-missing');
  refused(await ask(token), 'not-allowed');
  refused(await ask(`${HOST_TOKEN}x`), 'token-bad');
  const host = await it.join(HOST_TOKEN);
  const answer = await ask(host.token);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['cache-control'], 'no-store');
  refused(await ask(host.token, '?limit=0'), 'malformed', 'limit');
  refused(await ask(host.token, '?before=x'), 'malformed', 'before');
  refused(await it.send(token, { type: 'viewer.mute', viewerId: 'v', seconds: null }), 'not-allowed');
  const { seq } = await talk.look();
  const page = await talk.look(`?before=${seq - 1}&limit=3`);
  assert.deepEqual(
    page.entries.map(entry => entry.seq),
    [seq - 4, seq - 3, seq - 2],
  );
  assert.equal(page.seq, seq);
  // The room's own log and its history say nothing of it.
  const history = (await it.ask('GET', 'history')).text;
  assert.ok(!history.includes('viewer.mute') && !history.includes('comment.report'));
});

test('after a restart the mutes, words, questions and the trail are there, and a command sent again does nothing twice', async () => {
  const data = join(folder, 'restart');
  const before = await ServerUnderTest.start({ data, now: () => talk.clock.now, hub: atOnesWord });
  const host = await before.join(HOST_TOKEN);
  const viewers = [await before.join(), await before.join()];
  const asked = '包邮吗';
  const say = (on: ServerUnderTest, i: number, text: string) =>
    on.send(viewers[i]!.token, { type: 'comment.send', text }, `say ${text}`.replace(/[^!-~]/g, '.'));
  const first = await said(say(before, 0, asked));
  await before.server.hub.room('spring').pulse(1);
  await said(say(before, 1, '这个包邮吗'));
  await before.server.hub.room('spring').pulse(1);
  await before.server.hub.room('spring').talk.questions.settled();
  const commands: [object, string][] = [
    [{ type: 'viewer.mute', viewerId: viewers[0]!.viewer.id, seconds: null }, 'mute'],
    [{ type: 'words.change', add: ['bad'] }, 'words'],
    [{ type: 'comment.hide', commentId: first.comment.id }, 'hide'],
  ];
  const answers: string[] = [];
  for (const [command, key] of commands) answers.push((await before.send(host.token, command, key)).text);
  await before.close();

  const again = await ServerUnderTest.start({ data, now: () => talk.clock.now, hub: atOnesWord });
  const { talk: kept } = again.server.hub.room('spring');
  assert.deepEqual([...kept.staff.state.words], ['bad']);
  assert.equal(kept.questions.all[0]?.count, 2);
  refused(await say(again, 0, 'hello'), 'comment-muted');
  talk.later();
  refused(await say(again, 1, 'so BAD'), 'comment-refused');
  const { seq } = kept.staff;
  for (const [i, [command, key]] of commands.entries()) {
    const answer = await again.send(host.token, command, key);
    assert.equal(answer.text, answers[i]);
    assert.equal(answer.headers['idempotency-replayed'], 'true');
  }
  assert.equal(kept.staff.seq, seq);
  refused(await again.send(host.token, { type: 'words.change', add: ['other'] }, 'words'), 'key-reused');
  await again.close();
});

test('a comment is refused in the order of the protocol', async () => {
  talk.later();
  const { say, viewer } = await talk.enter();
  const tooLong = 'x'.repeat(limits.commentLength + 1);
  await it.host({ type: 'viewer.mute', viewerId: viewer.id, seconds: null });
  await it.host({ type: 'talk.set', mode: 'staff' });
  refused(await say({ type: 'comment.send', text: tooLong }), 'comment-too-long');
  refused(await say({ type: 'comment.send', text: 'scam' }), 'talk-closed');
  await it.host({ type: 'talk.set', mode: 'open' });
  refused(await say({ type: 'comment.send', text: 'scam' }), 'comment-muted');
  await it.host({ type: 'viewer.unmute', viewerId: viewer.id });
  talk.later();
  refused(await say({ type: 'comment.send', text: 'scam' }), 'comment-refused');
  assert.equal((await it.host({ type: 'comment.send', text: 'scam is what we do not do' })).status, 200);
});
