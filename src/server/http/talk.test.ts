import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { HOST_TOKEN, ServerUnderTest, type Answer } from '../../../test/fixtures/room-server.js';
import type {
  codes} from '../../protocol/index.js';
import {
  httpStatus,
  limits,
  parse,
  parseAnswer,
  parseSnapshot,
  moderationSchema,
  type Command,
  type Comment,
  type Moderation,
} from '../../protocol/index.js';

const folder = mkdtempSync(join(tmpdir(), 'qunlive-talk-'));
const clock = { now: 1_700_000_000_000 };
// The room is looked at when the test says so, not by the server's own clock.
const hub = { tickMs: 1_000_000_000 };
const it = await ServerUnderTest.start({ now: () => clock.now, words: ['~加微信', 'scam'], hub });
after(async () => {
  await it.close();
  rmSync(folder, { recursive: true, force: true });
});

function refused(answer: Answer, code: keyof typeof codes, path?: string): void {
  assert.equal(answer.body.error?.code, code, answer.text);
  assert.equal(answer.status, httpStatus[code]);
  if (path !== undefined) assert.equal(answer.body.error?.path, path);
}

const room = () => it.server.hub.room('spring');
/** Everything said so far has reached the room. */
async function pulse(): Promise<void> {
  await room().pulse(1);
  await room().talk.questions.settled();
  await room().pulse(1);
}
const enter = async (name?: string) => {
  const session = await it.join(undefined, name === undefined ? {} : { name });
  return {
    ...session,
    say: (command: Command | object, key?: string) => it.send(session.token, command, key),
  };
};
async function said(answer: Promise<Answer>): Promise<{ comment: Comment; held?: true | undefined }> {
  const { body } = await answer;
  return parseAnswer('comment.send', body);
}
async function look(query = ''): Promise<Moderation> {
  const answer = await it.ask('GET', `moderation${query}`, { authorization: `Bearer ${HOST_TOKEN}` });
  assert.equal(answer.status, 200, answer.text);
  return parse(moderationSchema, answer.body);
}
const shown = async () => {
  await pulse();
  return room()
    .snapshot(1)
    .comments.map(({ id }) => id);
};
/** Time goes on, so that nobody is too fast. */
const later = (ms = 10_000) => (clock.now += ms);

test('a reply quotes what it answers to; what is not there cannot be answered', async () => {
  const [li, wang] = [await enter('Li'), await enter('Wang')];
  const { comment: first } = await said(li.say({ type: 'comment.send', text: '好'.repeat(80) }));
  const { comment } = await said(
    wang.say({ type: 'comment.send', text: '是的', replyTo: first.id, productId: 'a' }),
  );
  assert.equal(comment.productId, 'a');
  assert.deepEqual(comment.replyTo, { id: first.id, from: first.from, text: `${'好'.repeat(59)}…` });
  later();
  refused(await wang.say({ type: 'comment.send', text: 'x', replyTo: 'nope' }), 'comment-unknown', 'replyTo');
  refused(
    await wang.say({ type: 'comment.send', text: 'x', productId: 'no' }),
    'product-unknown',
    'productId',
  );
  refused(await wang.say({ type: 'comment.send', text: 'x', replyTo: 7 }), 'malformed', 'replyTo');
  await it.host({ type: 'comment.hide', commentId: first.id });
  refused(
    await wang.say({ type: 'comment.send', text: 'x', replyTo: first.id }),
    'comment-unknown',
    'replyTo',
  );
});

test('likes are answered with their total, and the same tap counts once', async () => {
  const { say } = await enter();
  const like = (count: number, key?: string) => say({ type: 'reaction.send', kind: 'like', count }, key);
  assert.equal(parseAnswer('reaction.send', (await like(5, 'tap')).body).likes, 5);
  assert.equal(parseAnswer('reaction.send', (await like(5, 'tap')).body).likes, 5);
  later();
  assert.equal(parseAnswer('reaction.send', (await like(30)).body).likes, 35);
  refused(await like(31), 'malformed', 'count');
  refused(await like(0), 'malformed', 'count');
  for (let i = 0; i < 2; i += 1) await like(1);
  refused(await like(1), 'rate-limited');
  await pulse();
  assert.equal(parseSnapshot((await it.ask('GET', 'snapshot')).body).likes, 37);
});

test('what is going to be bought and who came is told as figures, once a minute and viewer', async () => {
  later();
  await pulse();
  room().ambience.take();
  later();
  const [li, wang] = [await enter('Li'), await enter()];
  for (let i = 0; i < 2; i += 1) {
    assert.equal((await li.say({ type: 'product.intent', productId: 'a' })).status, 200);
  }
  parseAnswer('product.intent', (await wang.say({ type: 'product.intent', productId: 'a' })).body);
  refused(await wang.say({ type: 'product.intent', productId: 'zz' }), 'product-unknown', 'productId');
  await pulse();
  assert.deepEqual(room().ambience.take()?.happened, [
    { kind: 'buying', count: 2, name: 'Li', productId: 'a' },
    { kind: 'came', count: 2, name: 'Li' },
  ]);
  later(60_000);
  await li.say({ type: 'product.intent', productId: 'a' });
  await pulse();
  assert.deepEqual(room().ambience.take()?.happened, [
    { kind: 'buying', count: 1, name: 'Li', productId: 'a' },
  ]);
});

test('the same question of several viewers is one, can be joined, and is answered once for all', async () => {
  later();
  const [li, wang, zhao, qian] = [await enter(), await enter(), await enter(), await enter()];
  const { comment } = await said(li.say({ type: 'comment.send', text: '3号链接什么时候发货？' }));
  await pulse();
  assert.deepEqual(room().ambience.asked, []);
  await wang.say({ type: 'comment.send', text: '主播，3号几天能发货呀' });
  await zhao.say({ type: 'comment.send', text: '什么时候发货' });
  await pulse();
  const question = { id: comment.id, text: '3号链接什么时候发货？', count: 2, productId: 'c' };
  assert.deepEqual(room().ambience.asked, [question]);
  assert.deepEqual(
    (await look()).questions.slice(0, 2).map(({ text, count }) => [text, count]),
    [
      ['3号链接什么时候发货？', 2],
      ['什么时候发货', 1],
    ],
  );

  const join = (who: typeof li) => who.say({ type: 'question.join', questionId: comment.id });
  assert.equal(parseAnswer('question.join', (await join(qian)).body).count, 3);
  assert.equal(parseAnswer('question.join', (await join(qian)).body).count, 3);
  assert.equal(parseAnswer('question.join', (await join(li)).body).count, 3);
  refused(await qian.say({ type: 'question.join', questionId: 'nope' }), 'question-unknown', 'questionId');

  await it.host({ type: 'question.answer', questionId: comment.id, text: ' 今天拍，明天发 ' });
  const [answered] = room().state.answers.slice(-1);
  assert.deepEqual(answered?.question, { ...question, count: 3 });
  assert.equal(answered?.text, '今天拍，明天发');
  assert.equal(
    (await it.host({ type: 'question.answer', questionId: comment.id, text: '今天拍，明天发' })).body.seq,
    null,
  );
  later();
  await zhao.say({ type: 'comment.send', text: '3号多久发货' });
  await pulse();
  assert.deepEqual(room().ambience.asked, []);
  refused(await join(qian), 'question-unknown');
});

test('a single question can be joined, which opens it; a dismissed one is gone until it is taken back', async () => {
  later();
  const [li, wang] = [await enter('Li'), await enter('Wang')];
  const { comment } = await said(li.say({ type: 'comment.send', text: '孕妇能喝吗' }));
  assert.equal(
    parseAnswer('question.join', (await wang.say({ type: 'question.join', questionId: comment.id })).body)
      .count,
    2,
  );
  await pulse();
  assert.equal(room().ambience.asked[0]?.id, comment.id);
  const dismiss = { type: 'question.dismiss', questionId: comment.id } as const;
  assert.equal(typeof (await it.host(dismiss)).body.seq, 'number');
  assert.equal((await it.host(dismiss)).body.seq, null);
  await pulse();
  assert.deepEqual(room().ambience.asked, []);
  await it.host({ type: 'question.reopen', questionId: comment.id });
  await pulse();
  assert.equal(room().ambience.asked[0]?.count, 2);
  await it.host(dismiss);
});

test('hidden and shown again, with an entry for each', async () => {
  later();
  const { say } = await enter('Li');
  const { comment } = await said(say({ type: 'comment.send', text: 'hello' }));
  assert.ok((await shown()).includes(comment.id));
  await it.host({ type: 'comment.hide', commentId: comment.id });
  assert.ok(!(await shown()).includes(comment.id));
  assert.equal((await it.host({ type: 'comment.hide', commentId: comment.id })).body.seq, null);
  await it.host({ type: 'comment.restore', commentId: comment.id });
  assert.ok((await shown()).includes(comment.id));
  assert.ok(!room().state.redacted.includes(comment.id));
  const { entries } = await look();
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
  later();
  const { say } = await enter();
  const { comment } = await said(say({ type: 'comment.send', text: 'Buy two, get one' }));
  await it.host({ type: 'comment.pin', commentId: comment.id });
  assert.deepEqual(room().state.pinnedComment, comment);
  assert.equal((await it.host({ type: 'comment.pin', commentId: comment.id })).body.seq, null);
  await it.host({ type: 'comment.pin', commentId: null });
  assert.equal(room().state.pinnedComment, null);
  await it.host({ type: 'comment.hide', commentId: comment.id });
  refused(await it.host({ type: 'comment.pin', commentId: comment.id }), 'comment-unknown', 'commentId');
});

test('in approval mode what viewers say waits for staff; its author hears so, also when asking again', async () => {
  later();
  await it.host({ type: 'talk.set', mode: 'approval' });
  const { say } = await enter('Li');
  const first = await say({ type: 'comment.send', text: 'may I?' }, 'held');
  const { comment, held } = parseAnswer('comment.send', first.body);
  assert.equal(held, true);
  assert.equal((await say({ type: 'comment.send', text: 'may I?' }, 'held')).text, first.text);
  const { comment: second } = await said(say({ type: 'comment.send', text: 'and this?' }));
  assert.ok(!(await shown()).includes(comment.id));
  assert.deepEqual(
    (await look()).held.map(({ id }) => id),
    [comment.id, second.id],
  );
  assert.equal((await said(it.host({ type: 'comment.send', text: 'of course' }))).held, undefined);

  await it.host({ type: 'comment.approve', commentIds: [comment.id] });
  await it.host({ type: 'comment.reject', commentIds: [second.id] });
  assert.ok((await shown()).includes(comment.id));
  assert.ok(!(await shown()).includes(second.id));
  assert.deepEqual((await look()).held, []);
  // A rejection is taken back as any hiding is.
  await it.host({ type: 'comment.restore', commentId: second.id });
  assert.ok((await shown()).includes(second.id));
  refused(
    await it.host({ type: 'comment.approve', commentIds: ['nope'] }),
    'comment-unknown',
    'commentIds[0]',
  );
  await it.host({ type: 'talk.set', mode: 'open' });
});

test('only staff speak where the talk is theirs, and slow mode says how long to wait', async () => {
  later();
  await it.host({ type: 'talk.set', mode: 'staff' });
  const { say } = await enter();
  refused(await say({ type: 'comment.send', text: 'hello?' }), 'talk-closed');
  await it.host({ type: 'talk.set', mode: 'open', slowSeconds: 30 });
  assert.deepEqual(room().state.talk, { mode: 'open', slowSeconds: 30 });
  await said(say({ type: 'comment.send', text: 'one' }, 'one'));
  later(12_000);
  const tooFast = await say({ type: 'comment.send', text: 'two' }, 'two');
  refused(tooFast, 'comment-too-fast');
  assert.equal(tooFast.body.error?.retryAfterMs, 18_000);
  assert.equal((await say({ type: 'comment.send', text: 'one' }, 'one')).status, 200);
  later(18_000);
  assert.equal((await say({ type: 'comment.send', text: 'two' }, 'two')).status, 200);
  refused(await it.host({ type: 'talk.set', slowSeconds: 601 }), 'malformed', 'slowSeconds');
  await it.host({ type: 'talk.set', slowSeconds: 0 });
  assert.equal((await it.host({ type: 'talk.set', slowSeconds: 0 })).body.seq, null);
});

test('words of the server and of the room are refused, and a name with one goes on as a guest', async () => {
  later();
  const { say } = await enter('Scam shop');
  refused(await say({ type: 'comment.send', text: '加 微.信 聊' }), 'comment-refused', 'text');
  const { comment } = await said(say({ type: 'comment.send', text: 'scampi are nice' }));
  assert.equal(comment.from.name, undefined);
  assert.ok(comment.from.guest);
  await it.host({ type: 'words.change', add: ['龙井假货', '龙井假货 '] });
  refused(await say({ type: 'comment.send', text: '这是龙井假货' }), 'comment-refused');
  assert.deepEqual((await look()).words, ['龙井假货']);
  await it.host({ type: 'words.change', remove: ['龙井假货'] });
  later();
  assert.equal((await say({ type: 'comment.send', text: '这是龙井假货' })).status, 200);
  refused(await it.host({ type: 'words.change', add: ['ok', '~ - '] }), 'malformed', 'add[1]');
  refused(await it.host({ type: 'words.change', add: ['x'.repeat(41)] }), 'malformed');
  assert.equal((await it.host({ type: 'words.change', remove: ['never there'] })).body.seq, null);
});

test('a mute ends by itself or is taken back; whoever is muted without knowing reaches nobody', async () => {
  later();
  const { say, viewer } = await enter('Troll');
  await said(say({ type: 'comment.send', text: 'first!' }));
  await it.host({ type: 'viewer.mute', viewerId: viewer.id, seconds: 60 });
  refused(await say({ type: 'comment.send', text: 'again' }), 'comment-muted');
  const [mute] = (await look()).mutes;
  assert.deepEqual(mute, {
    viewer: { id: viewer.id, name: 'Troll' },
    until: clock.now + 60_000,
    shadow: false,
  });
  later(60_000);
  assert.deepEqual((await look()).mutes, []);
  assert.equal((await say({ type: 'comment.send', text: 'back' })).status, 200);

  await it.host({ type: 'viewer.mute', viewerId: viewer.id, seconds: null, shadow: true });
  later();
  const answer = await said(say({ type: 'comment.send', text: 'nobody hears' }));
  assert.deepEqual(Object.keys(answer), ['comment']);
  const own = await said(say({ type: 'comment.send', text: 'me again', replyTo: answer.comment.id }));
  assert.equal(own.comment.replyTo?.text, 'nobody hears');
  assert.ok(!(await shown()).includes(answer.comment.id));
  const other = await enter();
  refused(
    await other.say({ type: 'comment.send', text: 'x', replyTo: answer.comment.id }),
    'comment-unknown',
  );
  refused(
    await other.say({ type: 'comment.report', commentId: answer.comment.id, reason: 'spam' }),
    'comment-unknown',
  );
  await it.host({ type: 'viewer.unmute', viewerId: viewer.id });
  later();
  const { comment } = await said(say({ type: 'comment.send', text: 'sorry' }));
  assert.ok((await shown()).includes(comment.id));
  refused(await it.host({ type: 'viewer.mute', viewerId: viewer.id, seconds: 0 }), 'malformed', 'seconds');
});

test('reports count once for a viewer; staff let the comment stand, or hide it', async () => {
  later();
  const [li, wang, zhao] = [await enter('Li'), await enter('Wang'), await enter('Zhao')];
  const { comment } = await said(li.say({ type: 'comment.send', text: 'cheaper at mine' }));
  const tell = (who: typeof wang, reason: string) =>
    who.say({ type: 'comment.report', commentId: comment.id, reason });
  parseAnswer('comment.report', (await tell(wang, 'spam')).body);
  await tell(wang, 'fraud');
  await tell(zhao, 'fraud');
  const [report] = (await look()).reports;
  assert.deepEqual([report?.count, report?.reasons, report?.comment.id], [2, ['spam', 'fraud'], comment.id]);
  await it.host({ type: 'comment.approve', commentIds: [comment.id] });
  assert.deepEqual((await look()).reports, []);
  await tell(await enter('Sun'), 'abuse');
  assert.equal((await look()).reports[0]?.count, 3);
  await it.host({ type: 'comment.hide', commentId: comment.id });
  assert.deepEqual((await look()).reports, []);
  assert.equal((await tell(await enter('Zhou'), 'abuse')).status, 200);
  assert.deepEqual((await look()).reports, []);
  refused(await tell(li, 'boring'), 'malformed', 'reason');
  refused(
    await li.say({ type: 'comment.report', commentId: 'nope', reason: 'spam' }),
    'comment-unknown',
    'commentId',
  );
});

test('what staff know is for staff alone', async () => {
  const { token } = await enter();
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
  const { seq } = await look();
  const page = await look(`?before=${seq - 1}&limit=3`);
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
  const before = await ServerUnderTest.start({ data, now: () => clock.now, hub });
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

  const again = await ServerUnderTest.start({ data, now: () => clock.now, hub });
  const { talk } = again.server.hub.room('spring');
  assert.deepEqual([...talk.staff.state.words], ['bad']);
  assert.equal(talk.questions.all[0]?.count, 2);
  refused(await say(again, 0, 'hello'), 'comment-muted');
  later();
  refused(await say(again, 1, 'so BAD'), 'comment-refused');
  const { seq } = talk.staff;
  for (const [i, [command, key]] of commands.entries()) {
    const answer = await again.send(host.token, command, key);
    assert.equal(answer.text, answers[i]);
    assert.equal(answer.headers['idempotency-replayed'], 'true');
  }
  assert.equal(talk.staff.seq, seq);
  refused(await again.send(host.token, { type: 'words.change', add: ['other'] }, 'words'), 'key-reused');
  await again.close();
});

test('a comment is refused in the order of the protocol', async () => {
  later();
  const { say, viewer } = await enter();
  const tooLong = 'x'.repeat(limits.commentLength + 1);
  await it.host({ type: 'viewer.mute', viewerId: viewer.id, seconds: null });
  await it.host({ type: 'talk.set', mode: 'staff' });
  refused(await say({ type: 'comment.send', text: tooLong }), 'comment-too-long');
  refused(await say({ type: 'comment.send', text: 'scam' }), 'talk-closed');
  await it.host({ type: 'talk.set', mode: 'open' });
  refused(await say({ type: 'comment.send', text: 'scam' }), 'comment-muted');
  await it.host({ type: 'viewer.unmute', viewerId: viewer.id });
  later();
  refused(await say({ type: 'comment.send', text: 'scam' }), 'comment-refused');
  assert.equal((await it.host({ type: 'comment.send', text: 'scam is what we do not do' })).status, 200);
});
