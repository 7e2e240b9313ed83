import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { comment, FakeTransport } from '../../test/fixtures/fake-transport.js';
import { QunError, type Command } from '../protocol/index.js';
import { acting } from './acting.js';
import { createRoom } from './create-room.js';

before(() => acting.come());

const settled = () => new Promise(setImmediate);

function open() {
  const transport = new FakeTransport();
  const room = createRoom({ transport });
  const leave = room.retain();
  transport.snapshot({}, { comments: [comment('a', 'Does it shrink? '.repeat(8).trim())] });
  return { transport, room, leave };
}
const accepted = (command: Command) => ({
  comment: comment('s1', command.type === 'comment.send' ? command.text : '', {
    from: { id: 'me', role: 'viewer' },
  }),
});

describe('words that answer to others', () => {
  test('show at once what they answer to, and name it on the wire by its id', async () => {
    const { transport, room, leave } = open();
    transport.answer = accepted;
    const sent = room.sendComment('Not at all', { replyTo: 'a', productId: 'p1' });
    const line = room.$comments.get()[1]!;
    assert.equal(line.replyTo?.id, 'a');
    assert.equal([...line.replyTo!.text].length, 60);
    assert.equal(line.status, 'sending');
    assert.equal(await sent, true);
    assert.deepEqual(transport.sent[0]!.command, {
      type: 'comment.send',
      text: 'Not at all',
      replyTo: 'a',
      productId: 'p1',
    });
    leave();
  });

  test('answer to it still when they are sent again, and to nothing that is not there', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => {
      throw new QunError('network');
    };
    await room.sendComment('Not at all', { replyTo: 'a' });
    transport.answer = accepted;
    await room.retryComment(room.$comments.get()[1]!.id);
    const [first, second] = transport.sent;
    assert.deepEqual(second, first);
    await room.sendComment('Hm', { replyTo: 'gone' });
    assert.deepEqual(transport.sent[2]!.command, { type: 'comment.send', text: 'Hm' });
    leave();
  });

  test('are held until their echo comes, where staff let words in', async () => {
    const { transport, room, leave } = open();
    transport.answer = command => ({ ...accepted(command), held: true });
    await room.sendComment('Hello');
    const held = () => room.$comments.get().find(line => line.id === 's1')!.held;
    assert.equal(held(), true);
    transport.tick({ comments: [accepted(transport.sent[0]!.command).comment] });
    assert.equal(held(), undefined);
    assert.equal(room.$comments.get().length, 2);
    leave();
  });
});

describe('what a viewer does with others’ words', () => {
  test('is to report them', async () => {
    const { transport, room, leave } = open();
    transport.answer = () => ({});
    await room.reportComment('a', 'fraud');
    assert.deepEqual(transport.sent[0]!.command, {
      type: 'comment.report',
      commentId: 'a',
      reason: 'fraud',
    });
    transport.answer = () => {
      throw new QunError('comment-unknown');
    };
    await assert.rejects(room.reportComment('b', 'spam'), { code: 'comment-unknown' });
    leave();
  });

  test('is to ask the same', async () => {
    const { transport, room, leave } = open();
    transport.tick({ asked: [{ id: 'q1', text: 'Does it shrink?', count: 36 }] });
    transport.answer = () => ({ count: 37 });
    assert.equal(await room.joinQuestion('q1'), 37);
    assert.deepEqual(transport.sent[0]!.command, { type: 'question.join', questionId: 'q1' });
    assert.deepEqual(room.$asked.get(), [{ id: 'q1', text: 'Does it shrink?', count: 37 }]);
    leave();
  });
});

test('a viewer who is going to buy says so once, and hears nothing of it where that fails', async () => {
  const { transport, room, leave } = open();
  transport.answer = () => ({});
  await room.intend('p1');
  assert.deepEqual(transport.sent[0]!.command, { type: 'product.intent', productId: 'p1' });
  transport.answer = () => {
    throw new QunError('rate-limited');
  };
  await room.intend('p1');
  leave();
});

test('a room hears of likes, of what is asked and of what happened', async () => {
  const { transport, room, leave } = open();
  const happened: unknown[] = [];
  room.$happened.listen(list => happened.push(list));
  transport.tick({ likes: 7, asked: [], happened: [{ kind: 'came', count: 3 }] });
  transport.tick({ happened: [{ kind: 'buying', count: 1, productId: 'p1' }] });
  transport.tick();
  await settled();
  assert.equal(room.$likes.get(), 7);
  assert.deepEqual(happened, [[{ kind: 'came', count: 3 }], [{ kind: 'buying', count: 1, productId: 'p1' }]]);
  leave();
});
