import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { refused, said, TalkUnderTest } from '../../../test/fixtures/talk-under-test.js';
import { parseAnswer, parseSnapshot } from '../../protocol/index.js';

const talk = await TalkUnderTest.start();
const { it } = talk;
after(() => it.close());
const asked = () => talk.room.ambience.asked;

test('a reply quotes what it answers to; what is not there cannot be answered', async () => {
  const [li, wang] = [await talk.enter('Li'), await talk.enter('Wang')];
  const { comment: first } = await said(li.say({ type: 'comment.send', text: '好'.repeat(80) }));
  const { comment } = await said(
    wang.say({ type: 'comment.send', text: '是的', replyTo: first.id, productId: 'a' }),
  );
  assert.equal(comment.productId, 'a');
  assert.deepEqual(comment.replyTo, { id: first.id, from: first.from, text: `${'好'.repeat(59)}…` });
  talk.later();
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
  const { say } = await talk.enter();
  const like = (count: number, key?: string) => say({ type: 'reaction.send', kind: 'like', count }, key);
  assert.equal(parseAnswer('reaction.send', (await like(5, 'tap')).body).likes, 5);
  assert.equal(parseAnswer('reaction.send', (await like(5, 'tap')).body).likes, 5);
  talk.later();
  assert.equal(parseAnswer('reaction.send', (await like(30)).body).likes, 35);
  refused(await like(31), 'malformed', 'count');
  refused(await like(0), 'malformed', 'count');
  for (let i = 0; i < 2; i += 1) await like(1);
  refused(await like(1), 'rate-limited');
  await talk.pulse();
  assert.equal(parseSnapshot((await it.ask('GET', 'snapshot')).body).likes, 37);
});

test('what is going to be bought and who came is told as figures, once a minute and viewer', async () => {
  talk.later();
  await talk.pulse();
  talk.room.ambience.take();
  talk.later();
  const [li, wang] = [await talk.enter('Li'), await talk.enter()];
  for (let i = 0; i < 2; i += 1) {
    assert.equal((await li.say({ type: 'product.intent', productId: 'a' })).status, 200);
  }
  parseAnswer('product.intent', (await wang.say({ type: 'product.intent', productId: 'a' })).body);
  refused(await wang.say({ type: 'product.intent', productId: 'zz' }), 'product-unknown', 'productId');
  await talk.pulse();
  assert.deepEqual(talk.room.ambience.take()?.happened, [
    { kind: 'buying', count: 2, name: 'Li', productId: 'a' },
    { kind: 'came', count: 2, name: 'Li' },
  ]);
  talk.later(60_000);
  await li.say({ type: 'product.intent', productId: 'a' });
  await talk.pulse();
  assert.deepEqual(talk.room.ambience.take()?.happened, [
    { kind: 'buying', count: 1, name: 'Li', productId: 'a' },
  ]);
});

test('the same question of several viewers is one, can be joined, and is answered once for all', async () => {
  talk.later();
  const [li, wang, zhao, qian] = [
    await talk.enter(),
    await talk.enter(),
    await talk.enter(),
    await talk.enter(),
  ];
  const { comment } = await said(li.say({ type: 'comment.send', text: '3号链接什么时候发货？' }));
  await talk.pulse();
  assert.deepEqual(asked(), []);
  await wang.say({ type: 'comment.send', text: '主播，3号几天能发货呀' });
  await zhao.say({ type: 'comment.send', text: '什么时候发货' });
  await talk.pulse();
  const question = { id: comment.id, text: '3号链接什么时候发货？', count: 2, productId: 'c' };
  assert.deepEqual(asked(), [question]);
  assert.deepEqual(
    (await talk.look()).questions.slice(0, 2).map(({ text, count }) => [text, count]),
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

  const promise = '分享给好友，领10元红包';
  refused(
    await it.host({ type: 'question.answer', questionId: comment.id, text: promise }),
    'malformed',
    'text',
  );
  await it.host({ type: 'question.answer', questionId: comment.id, text: ' 今天拍，明天发 ' });
  const [answered] = talk.room.state.answers.slice(-1);
  assert.deepEqual(answered?.question, { ...question, count: 3 });
  assert.equal(answered?.text, '今天拍，明天发');
  assert.equal(
    (await it.host({ type: 'question.answer', questionId: comment.id, text: '今天拍，明天发' })).body.seq,
    null,
  );
  talk.later();
  await zhao.say({ type: 'comment.send', text: '3号多久发货' });
  await talk.pulse();
  assert.deepEqual(asked(), []);
  refused(await join(qian), 'question-unknown');
});

test('a single question can be joined, which opens it; a dismissed one is gone until it is taken back', async () => {
  talk.later();
  const [li, wang] = [await talk.enter('Li'), await talk.enter('Wang')];
  const { comment } = await said(li.say({ type: 'comment.send', text: '孕妇能喝吗' }));
  assert.equal(
    parseAnswer('question.join', (await wang.say({ type: 'question.join', questionId: comment.id })).body)
      .count,
    2,
  );
  await talk.pulse();
  assert.equal(asked()[0]?.id, comment.id);
  const dismiss = { type: 'question.dismiss', questionId: comment.id } as const;
  assert.equal(typeof (await it.host(dismiss)).body.seq, 'number');
  assert.equal((await it.host(dismiss)).body.seq, null);
  await talk.pulse();
  assert.deepEqual(asked(), []);
  await it.host({ type: 'question.reopen', questionId: comment.id });
  await talk.pulse();
  assert.equal(asked()[0]?.count, 2);
  await it.host(dismiss);
});
