import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { streamAlone, streamInRoom } from '../../../test/fixtures/comment-stream-harness.js';
import { comment } from '../../../test/fixtures/fake-transport.js';
import type { QunSendMessageEvent } from '../../events/qun-send-message-event.js';
import type { Command } from '../../protocol/index.js';
import { talkMore } from './talk-more-part.js';

before(() => talkMore.come());

const accepted = (command: Command, at = 1_000_000) => ({
  comment: comment('s1', command.type === 'comment.send' ? command.text : '', {
    from: { id: 'me', role: 'viewer', guest: 4821 },
    at,
  }),
});

describe('slow mode', () => {
  it('says how often one may speak, counts down after that, and keeps the words', async () => {
    const { harness, transport } = await streamInRoom();
    const now = Date.now();
    transport.control('room.talk', { talk: { mode: 'open', slowSeconds: 30 } });
    await harness.until(() => harness.field.placeholder === 'One comment every 30 s…');
    transport.answer = command => accepted(command, now);
    await harness.say('First');
    await harness.until(() => /^You can send again in (30|29) s$/.test(harness.note));
    await harness.type('Second');
    expect(harness.send.disabled).to.equal(true);
    await harness.press('Enter');
    expect(harness.field.value).to.equal('Second');
    expect(transport.sent.length).to.equal(1);
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    // Half a minute later, as the room's clock goes.
    transport.clock!.sample(now + 31_000, now, now);
    await harness.until(() => harness.note === '');
    expect(harness.send.disabled).to.equal(false);
    transport.control('room.talk', { talk: { mode: 'open', slowSeconds: 0 } });
    await harness.until(() => harness.field.placeholder === 'Say something…');
  });

  it('is the page’s to tell where there is no room', async () => {
    const harness = await streamAlone();
    harness.element.talk = { mode: 'open', slowSeconds: 60 };
    harness.element.addEventListener('qun-send-message', (event: QunSendMessageEvent) =>
      event.respondWith(Promise.resolve()),
    );
    await harness.say('First');
    await harness.until(() => harness.note.startsWith('You can send again in '));
  });
});

describe('a talk that is not open', () => {
  it('says that only the host speaks, and keeps what was being written', async () => {
    const { harness, transport } = await streamInRoom();
    await harness.until(() => harness.element.roomStore!.$viewer.get() !== undefined);
    await harness.type('half a thought');
    transport.control('room.talk', { talk: { mode: 'staff', slowSeconds: 0 } });
    await harness.until(() => !harness.field);
    expect(harness.text('.closed')).to.equal('Only the host can write right now.');
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    transport.tick({ comments: [comment('a', 'Hi')] });
    await harness.until(() => harness.lines.length === 1);
    await harness.tap('Hi');
    expect(harness.menu, 'there is no field to answer in').to.eql(['Report']);
    transport.control('room.talk', { talk: { mode: 'open', slowSeconds: 0 } });
    await harness.until(() => harness.field?.value === 'half a thought');
  });

  it('stays open to those who run the room', async () => {
    const { harness, transport } = await streamInRoom();
    transport.joined({ ...transport.session, viewer: { id: 'qing', role: 'host' } });
    transport.control('room.talk', { talk: { mode: 'staff', slowSeconds: 0 } });
    transport.tick({ comments: [comment('a', 'Hi')] });
    await harness.until(() => harness.lines.length === 1);
    expect(!!harness.field).to.equal(true);
  });

  it('is closed by the page where there is no room', async () => {
    const harness = await streamAlone();
    harness.element.talk = { mode: 'staff', slowSeconds: 0 };
    await harness.until(() => harness.text('.closed') === 'Only the host can write right now.');
    harness.element.lang = 'zh-CN';
    await harness.until(() => /主播/.test(harness.text('.closed') ?? ''));
  });

  it('marks words that wait for staff, until they are let in', async () => {
    const { harness, transport } = await streamInRoom();
    transport.control('room.talk', { talk: { mode: 'approval', slowSeconds: 0 } });
    await harness.until(() => harness.field.placeholder === 'Say something… (shown once let in)');
    transport.answer = command => ({ ...accepted(command), held: true });
    await harness.say('Hello');
    await harness.until(() => harness.last === 'Me: HelloWaiting to be let in');
    expect(harness.said).to.equal('Sent: Hello Waiting to be let in');
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    await harness.tap('Hello');
    expect(harness.menu).to.eql([]);
    transport.tick({ comments: [accepted(transport.sent[0]!.command).comment] });
    await harness.until(() => harness.last === 'Me: Hello');
  });
});

describe('emoji', () => {
  const emoji = '.emoji button';

  it('are put where the cursor is, by a tap', async () => {
    const harness = await streamAlone();
    harness.field.focus();
    await harness.until(() => !!harness.find('[part=emoji-button]'));
    await harness.type('Nice tea');
    harness.field.setSelectionRange(4, 4);
    const button = harness.find('[part=emoji-button]');
    expect(button.getAttribute('aria-label')).to.equal('Emoji');
    button.click();
    await harness.until(() => harness.all(emoji).length > 20);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    harness.all(emoji)[0]!.click();
    await harness.element.updateComplete;
    expect(harness.field.value).to.equal('Nice😀 tea');
    expect(harness.element.draft).to.equal('Nice😀 tea');
    button.click();
    await harness.until(() => harness.all(emoji).length === 0);
    expect(harness.focus).to.equal('field');
  });

  it('are chosen with the arrows, and left with Escape', async () => {
    const harness = await streamAlone();
    harness.field.focus();
    await harness.until(() => !!harness.find('[part=emoji-button]'));
    harness.find('[part=emoji-button]').click();
    await harness.until(() => harness.root.activeElement === harness.all(emoji)[0]);
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    const row = harness.all(emoji).filter(one => one.offsetTop === harness.all(emoji)[0]!.offsetTop).length;
    expect(harness.root.activeElement === harness.all(emoji)[1 + row]).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(harness.field.value).to.equal(harness.all(emoji)[1 + row]!.textContent.trim());
    expect(harness.all(emoji).filter(one => one.tabIndex === 0).length).to.equal(1);
    await sendKeys({ press: 'Escape' });
    await harness.until(() => harness.focus === 'field');
    expect(harness.all(emoji).length).to.equal(0);
  });

  it('go away with the words that are sent', async () => {
    const harness = await streamAlone();
    harness.element.addEventListener('qun-send-message', (event: QunSendMessageEvent) =>
      event.respondWith(Promise.resolve()),
    );
    harness.field.focus();
    await harness.until(() => !!harness.find('[part=emoji-button]'));
    harness.find('[part=emoji-button]').click();
    await harness.until(() => harness.all(emoji).length > 0);
    harness.all(emoji)[2]!.click();
    await harness.element.updateComplete;
    harness.send.click();
    await harness.until(() => harness.last === 'Me: 😊');
    expect(harness.all(emoji).length).to.equal(0);
    expect(harness.field.value).to.equal('');
  });
});
