import { expect, waitUntil } from '@open-wc/testing';
import { streamAlone, streamInRoom } from '../../../test/fixtures/comment-stream-harness.js';
import { holdBack } from '../../../test/fixtures/late-part.js';
import type { QunSendMessageEvent } from '../../events/qun-send-message-event.js';
import { talk } from './talk-part.js';

const frames = () => new Promise(resolve => requestAnimationFrame(resolve));

// In the order of what happens to one page: what talking needs is fetched once.
describe('a qun-comment-stream whose talk is on its way', () => {
  const network = holdBack(talk);

  it('has a field to write in, and needs nothing while nobody has anything to say', async () => {
    const harness = await streamAlone();
    expect(network.asked()).to.equal(0);
    expect(harness.field.offsetHeight).to.equal(44);
    expect(harness.find('.empty').hidden).to.be.false;
  });

  it('keeps what is written and sends it once it can, however often that failed before', async () => {
    const harness = await streamAlone();
    const sent: string[] = [];
    harness.element.addEventListener('qun-send-message', (event: QunSendMessageEvent) => {
      sent.push(event.text);
      event.respondWith(Promise.resolve());
    });
    harness.field.focus();
    await waitUntil(() => network.asked() === 1, 'the focus has it fetched');
    network.fail();
    await waitUntil(() => talk.failed);

    harness.field.value = 'Hello tea';
    harness.field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await waitUntil(() => !harness.send.disabled, 'what is written can be sent');
    harness.send.click();
    await waitUntil(() => network.asked() === 2, 'and asks for it at once');
    expect(sent).to.deep.equal([]);
    expect(harness.field.value).to.equal('Hello tea');

    const room = streamInRoom();
    await frames();
    const gone = document.createElement('qun-comment-stream');
    gone.comments = [{ id: 'a', from: { id: 'v', role: 'viewer' }, text: 'Hi', at: 0 }];
    document.body.append(gone);
    gone.remove();

    network.give();
    await harness.until(() => harness.lines.length === 1);
    expect(sent).to.deep.equal(['Hello tea']);
    expect(harness.field.value).to.equal('');

    const { harness: other, transport } = await room;
    transport.tick({ comments: [{ id: 'b', from: { id: 'v', role: 'viewer' }, text: 'Here too', at: 1 }] });
    await other.until(() => other.lines.length === 1);

    // Removed while it was on its way, one is whole when it comes back.
    document.body.append(gone);
    await waitUntil(() => gone.shadowRoot!.querySelectorAll('.line').length === 1);
    gone.remove();
    expect(network.asked()).to.equal(2);
  });
});
