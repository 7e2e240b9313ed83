import { expect, html, oneEvent } from '@open-wc/testing';
import { streamAlone, streamInRoom } from '../../../test/fixtures/comment-stream-harness.js';
import { comment } from '../../../test/fixtures/fake-transport.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunMessageSentEvent } from '../../events/qun-message-sent-event.js';
import type { QunSendMessageEvent } from '../../events/qun-send-message-event.js';
import { QunError, type Command, type Comment } from '../../protocol/index.js';

/** A promise in the test's hand. */
function later<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

const accepted = (command: Command, more: Partial<Comment> = {}) => ({
  comment: comment('s1', command.type === 'comment.send' ? command.text : '', {
    from: { id: 'me', role: 'viewer', guest: 4821 },
    ...more,
  }),
});

describe('words of this viewer, sent by the room', () => {
  it('are there at once as being sent, and stay when they are', async () => {
    const { harness, transport } = await streamInRoom();
    const answer = later<void>();
    transport.answer = async command => {
      await answer.promise;
      return accepted(command);
    };
    await harness.say('Is it still there?');
    await harness.until(() => harness.lines.length === 1);
    expect(harness.last).to.equal('Me: Is it still there?Sending…');
    expect(harness.field.value).to.equal('');
    const line = harness.find('.line');
    const told = oneEvent<QunMessageSentEvent>(harness.element, 'qun-message-sent');
    answer.resolve();
    expect((await told).comment.id).to.equal('s1');
    await harness.until(() => harness.last === 'Me: Is it still there?');
    expect(harness.find('.line') === line).to.equal(true, 'the same line, not a new one');
    expect(harness.said).to.equal('Sent: Is it still there?');

    transport.tick({ comments: [accepted(transport.sent[0]!.command).comment, comment('b', 'Yes')] });
    await harness.until(() => harness.last === 'Lin: Yes');
    expect(harness.lines.length).to.equal(2, 'not said twice');
  });

  it('are marked when they failed, with the reason, and can be sent again under the same key', async () => {
    const { harness, transport } = await streamInRoom();
    let fail = true;
    transport.answer = command => {
      if (fail) throw new QunError('network');
      return accepted(command);
    };
    const fault = oneEvent<QunErrorEvent>(harness.element, 'qun-error');
    await harness.say('Hello?');
    expect((await fault).error.code).to.equal('network');
    await harness.until(() => harness.all('.fate').length === 1);
    expect(harness.last).to.include('Not sent. No connection. Check your network and try again.');
    expect(harness.said).to.include('Not sent.');
    await expect(harness.element).to.be.accessible();

    fail = false;
    harness.button('Send again').click();
    await harness.until(() => harness.last === 'Me: Hello?');
    expect(transport.sent.length).to.equal(2);
    expect(transport.sent[1]!.key).to.equal(transport.sent[0]!.key);
  });

  it('stay in sight while they are not sent, whatever others say', async () => {
    const { harness, transport } = await streamInRoom();
    transport.answer = () => Promise.reject(new QunError('network'));
    await harness.say('Me first');
    await harness.until(() => harness.all('.fate').length === 1);
    for (let tick = 0; tick < 5; tick += 1)
      transport.tick({
        comments: Array.from({ length: 50 }, (_, index) => comment(`t${tick}-${index}`, 'x')),
      });
    await harness.until(() => harness.lines.length > 20);
    expect(harness.last).to.include('Me first');
    harness.button('Remove').click();
    await harness.until(() => harness.all('.fate').length === 0);
    expect(harness.last).to.equal('Lin: x');
  });

  it('go back into the field to be mended where sending them again would not help', async () => {
    const { harness, transport } = await streamInRoom();
    transport.answer = () => Promise.reject(new QunError('not-allowed'));
    await harness.say('Strange words');
    await harness.until(() => harness.all('.fate').length === 1);
    expect(harness.button('Send again') === undefined).to.equal(true);
    await harness.type('My other thought.');
    harness.button('Edit').click();
    await harness.until(() => harness.lines.length === 0);
    expect(harness.field.value).to.equal('My other thought. Strange words');
    expect(harness.focus).to.equal('field');
  });

  it('wait where they came too fast, and the viewer sees how long', async () => {
    const { harness, transport } = await streamInRoom();
    transport.answer = () => Promise.reject(new QunError('comment-too-fast', { retryAfterMs: 60_000 }));
    await harness.say('Again');
    await harness.until(() => harness.note.startsWith('You can send again in '));
    expect(harness.last).to.include('Slow down a little, then send again.');
    expect(harness.button('Send again').disabled).to.equal(true);
    await harness.type('And again');
    expect(harness.send.disabled).to.equal(true);
    await harness.press('Enter');
    expect(transport.sent.length).to.equal(1);
    expect(harness.field.value).to.equal('And again');
    // A minute later, as the room's clock goes.
    const now = Date.now();
    transport.clock!.sample(now + 61_000, now, now);
    await harness.until(() => harness.note === '');
    expect(harness.send.disabled).to.equal(false);
    expect(harness.button('Send again').disabled).to.equal(false);
  });

  it('bring the viewer back to the newest line', async () => {
    const { harness, transport } = await streamInRoom();
    const many = Array.from({ length: 40 }, (_, index) => comment(`c${index}`, 'x'));
    transport.snapshot({}, { comments: many });
    await harness.until(() => harness.lines.length === 40 && harness.scrolls);
    harness.readBack(150);
    transport.answer = command => accepted(command);
    await harness.say('Here');
    await harness.until(() => harness.last === 'Me: Here');
    await harness.until(() => harness.away === 0);
  });

  it('are not sent where the page prevents it', async () => {
    const { harness, transport } = await streamInRoom();
    harness.element.addEventListener('qun-send-message', event => event.preventDefault(), { once: true });
    await harness.say('Not yet');
    expect(transport.sent).to.eql([]);
    expect(harness.field.value).to.equal('Not yet');
  });
});

describe('words of this viewer, sent by the page', () => {
  async function pageSends(answer: (event: QunSendMessageEvent) => Promise<Comment | undefined | void>) {
    const texts: string[] = [];
    const onSend = (event: QunSendMessageEvent) => {
      texts.push(event.text);
      event.respondWith(answer(event));
    };
    const harness = await streamAlone(
      html`<qun-comment-stream lang="en" @qun-send-message=${onSend}></qun-comment-stream>`,
    );
    return { harness, texts };
  }

  it('are shown until the page shows them itself, and go when the page takes them back', async () => {
    const answer = later<Comment>();
    const { harness } = await pageSends(() => answer.promise);
    harness.element.comments = [comment('a', 'One')];
    await harness.say('Mine');
    await harness.until(() => harness.last === 'Me: MineSending…');
    const told = oneEvent<QunMessageSentEvent>(harness.element, 'qun-message-sent');
    const mine = comment('m', 'Mine', { from: { id: 'u7', role: 'viewer', name: 'Ida' } });
    answer.resolve(mine);
    expect((await told).comment.text).to.equal('Mine');

    harness.element.comments = [comment('a', 'One'), mine, comment('b', 'Two')];
    await harness.until(() => harness.last === 'Lin: Two');
    expect(harness.lines).to.eql(['Lin: One', 'Me: Mine', 'Lin: Two']);
    harness.element.comments = [comment('a', 'One'), comment('b', 'Two')];
    await harness.until(() => harness.lines.length === 2);
    expect(harness.lines).to.eql(['Lin: One', 'Lin: Two']);
  });

  it('may be accepted without another word', async () => {
    const { harness } = await pageSends(() => Promise.resolve());
    await harness.say('Fine');
    await harness.until(() => harness.last === 'Me: Fine');
    expect(harness.said).to.equal('Sent: Fine');
  });

  it('are refused with a code and perhaps a wait', async () => {
    const { harness } = await pageSends(() =>
      Promise.reject(Object.assign(new Error('no'), { code: 'comment-too-fast', retryAfterMs: 60_000 })),
    );
    await harness.say('Quick');
    await harness.until(() => harness.note.startsWith('You can send again in '));
    expect(harness.button('Send again').disabled).to.equal(true);
  });

  it('are asked for again', async () => {
    let refuse = true;
    const { harness, texts } = await pageSends(() =>
      refuse ? Promise.reject(Object.assign(new Error('no'), { code: 'network' })) : Promise.resolve(),
    );
    await harness.say('Quick');
    await harness.until(() => harness.all('.fate').length === 1);
    refuse = false;
    harness.button('Send again').click();
    await harness.until(() => harness.last === 'Me: Quick');
    expect(texts).to.eql(['Quick', 'Quick']);
  });

  it('survive a page that fails in its own way', async () => {
    const { harness } = await pageSends(() => Promise.reject(new TypeError('fetch failed')));
    await harness.say('Hm');
    await harness.until(() => harness.all('.fate').length === 1);
    expect(harness.last).to.include('Something went wrong on our side.');
    harness.button('Remove').click();
    await harness.until(() => harness.lines.length === 0);
  });

  it('go by the page even where there is a room', async () => {
    const { harness, transport } = await streamInRoom();
    harness.element.addEventListener('qun-send-message', (event: QunSendMessageEvent) =>
      event.respondWith(Promise.resolve(comment('p', event.text))),
    );
    await harness.say('By the page');
    await harness.until(() => harness.last === 'Me: By the page');
    expect(transport.sent).to.eql([]);
  });
});
