import { expect, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { streamAlone, type StreamHarness } from '../../../test/fixtures/comment-stream-harness.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunSendMessageEvent } from '../../events/qun-send-message-event.js';
import { talkMore } from './talk-more-part.js';

// What comes late moves what is beside it, under a mouse on its way.
before(() => talkMore.come());

/** A page that takes every word, and remembers it. */
async function taken(): Promise<{ harness: StreamHarness; sent: string[] }> {
  const sent: string[] = [];
  const onSend = (event: QunSendMessageEvent) => {
    sent.push(event.text);
    event.respondWith(Promise.resolve());
  };
  const harness = await streamAlone(
    html`<qun-comment-stream lang="en" @qun-send-message=${onSend}></qun-comment-stream>`,
  );
  return { harness, sent };
}

async function tap(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

describe('the field of qun-comment-stream', () => {
  it('sends on a tap, empties itself and keeps the focus', async () => {
    const { harness, sent } = await taken();
    harness.element.focusComposer();
    await sendKeys({ type: 'Hello there' });
    await tap(harness.send);
    await harness.until(() => sent.length === 1);
    expect(sent).to.eql(['Hello there']);
    expect(harness.field.value).to.equal('');
    expect(harness.focus).to.equal('field');
  });

  it('sends on Enter; Shift and Enter breaks no line', async () => {
    const { harness, sent } = await taken();
    harness.element.focusComposer();
    await sendKeys({ type: 'One' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    expect(harness.field.value).to.equal('One');
    await sendKeys({ press: 'Enter' });
    await harness.until(() => sent.length === 1);
    expect(harness.field.value).to.equal('');
  });

  it('sends with the keyboard alone, and the focus returns to the field', async () => {
    const { harness, sent } = await taken();
    harness.find('.list').focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'By keys' });
    await sendKeys({ press: 'Tab' });
    // The emoji, once they are there.
    if (harness.focus !== 'send') await sendKeys({ press: 'Tab' });
    expect(harness.focus).to.equal('send');
    await sendKeys({ press: 'Enter' });
    await harness.until(() => sent.length === 1);
    expect(harness.focus).to.equal('field');
  });

  it('does not send while an input method composes', async () => {
    const { harness, sent } = await taken();
    harness.field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    await harness.type('ni hao');
    const choosing = await harness.press('Enter', { isComposing: true });
    expect(choosing.defaultPrevented).to.equal(false, 'the input method gets its key');
    // Safari ends the composition first and then tells of the key, by its code alone.
    harness.field.dispatchEvent(new CompositionEvent('compositionend', { data: '你好', bubbles: true }));
    await harness.type('你好');
    await harness.press('Enter', { keyCode: 229 });
    expect(sent).to.eql([]);
    expect(harness.field.value).to.equal('你好');
    await harness.press('Enter', { keyCode: 13 });
    expect(sent).to.eql(['你好']);
  });

  it('has nothing to send while it is empty', async () => {
    const { harness, sent } = await taken();
    expect(harness.send.disabled).to.equal(true);
    await harness.type('   ');
    expect(harness.send.disabled).to.equal(true);
    await harness.press('Enter');
    // Nothing but characters that cannot be seen.
    await harness.type('\u200b\u202e');
    await harness.press('Enter');
    expect(sent).to.eql([]);
    await harness.type('Hi');
    expect(harness.send.disabled).to.equal(false);
  });

  it('hands over clean words of one line', async () => {
    const { harness, sent } = await taken();
    await harness.say('  one\n two\u202e  ');
    expect(sent).to.eql(['one two']);
  });

  it('grows to three lines and no further, and shrinks again', async () => {
    const { harness } = await taken();
    harness.element.style.setProperty('width', '300px');
    // Lines of 22 px; the fonts of some machines stand a little taller.
    const height = () => Math.round((harness.field.offsetHeight - 22) / 22) * 22 + 22;
    expect(height()).to.equal(44);
    await harness.type('a line that is too long for one of them');
    expect(height()).to.equal(66);
    await harness.type('words '.repeat(40));
    expect(height()).to.equal(88);
    await harness.type('');
    expect(height()).to.equal(44);
  });

  it('counts down near the end, by characters as people count them', async () => {
    const { harness } = await taken();
    await harness.type('x'.repeat(179));
    await harness.until(() => !!harness.find('.counter'));
    const counter = harness.find('.counter');
    expect(counter.hidden).to.equal(true);
    await harness.type('🍵'.repeat(180));
    expect(counter.hidden).to.equal(false);
    expect(counter.textContent).to.equal('20');
  });

  it('says what is too long, and keeps every word of it', async () => {
    const { harness, sent } = await taken();
    const words = 'y'.repeat(207);
    await harness.type(words);
    expect(harness.find('.counter').textContent).to.equal('-7');
    expect(harness.note).to.equal('Too long. Keep it under 200 characters.');
    expect(harness.field.getAttribute('aria-invalid')).to.equal('true');
    expect(harness.send.disabled).to.equal(true);
    await harness.press('Enter');
    expect(sent).to.eql([]);
    expect(harness.field.value).to.equal(words);
    await expect(harness.element).to.be.accessible();
  });

  it('says that there is no room, and keeps the words', async () => {
    const harness = await streamAlone();
    const codes: string[] = [];
    harness.element.addEventListener(
      'qun-error',
      (event: QunErrorEvent) => void codes.push(event.error.code),
    );
    await harness.say('Anybody here?');
    expect(codes).to.eql(['no-room']);
    expect(harness.note).to.equal('This part is not connected to a room. Please tell the shop.');
    expect(harness.field.value).to.equal('Anybody here?');
    harness.element.lang = 'zh-CN';
    await harness.until(() => harness.note === '此处尚未连接直播间，请告诉商家');
    await harness.type('Anybody?');
    expect(harness.note).to.equal('', 'until the viewer goes on');
  });

  it('keeps the words, and does nothing more, where the page only prevents', async () => {
    const harness = await streamAlone();
    harness.element.addEventListener('qun-send-message', event => event.preventDefault());
    await harness.say('Sign me in first');
    expect(harness.field.value).to.equal('Sign me in first');
    expect(harness.lines).to.eql([]);
    expect(harness.note).to.equal('');
  });

  it('shows a draft that the page puts in', async () => {
    const { harness } = await taken();
    harness.element.draft = '@Lin ';
    await harness.element.updateComplete;
    expect(harness.field.value).to.equal('@Lin ');
  });
});
