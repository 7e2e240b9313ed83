import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { streamAlone, streamInRoom } from '../../../test/fixtures/comment-stream-harness.js';
import { comment } from '../../../test/fixtures/fake-transport.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunReportCommentEvent } from '../../events/qun-report-comment-event.js';
import type { QunSendMessageEvent } from '../../events/qun-send-message-event.js';
import { QunError, type Comment } from '../../protocol/index.js';
import { talkMore } from './talk-more-part.js';

before(() => talkMore.come());

const host = { from: { id: 'qing', role: 'host' } } as const;
const asked = comment('a', 'Does it shrink?');

async function talking(lang = 'en') {
  const scene = await streamInRoom(undefined, lang);
  scene.transport.snapshot({}, { comments: [asked, comment('b', 'Nice'), comment('h', 'Hello all', host)] });
  await scene.harness.until(() => scene.harness.lines.length === 3);
  return scene;
}

describe('a line of qun-comment-stream', () => {
  it('is answered: tapped, and what it says stands over the field and the answer', async () => {
    const { harness, transport } = await talking();
    transport.answer = command => ({
      comment: comment('s1', command.type === 'comment.send' ? command.text : '', {
        from: { id: 'me', role: 'viewer', guest: 4821 },
        replyTo: { id: 'a', from: asked.from, text: asked.text },
      }),
    });
    await harness.tap('Does it shrink');
    expect(harness.menu).to.eql(['Reply', 'Report']);
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    await harness.choose('Reply');
    expect(harness.menu).to.eql([]);
    expect(harness.focus).to.equal('field');
    expect(harness.text('.reply')).to.equal('Reply to Lin Does it shrink?');
    expect(harness.field.getAttribute('aria-describedby')).to.contain('reply');
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    await harness.say('Not at thirty');
    expect(harness.text('.reply')).to.equal(undefined);
    await harness.until(() => harness.last === 'Lin: Does it shrink?Me: Not at thirty');
    expect(transport.sent[0]!.command).to.eql({ type: 'comment.send', text: 'Not at thirty', replyTo: 'a' });
  });

  it('is answered in Chinese', async () => {
    const { harness } = await talking('zh-CN');
    await harness.tap('Does it shrink');
    expect(harness.menu).to.eql(['回复', '举报']);
    await harness.choose('回复');
    expect(harness.text('.reply')).to.equal('回复 Lin Does it shrink?');
  });

  it('is no longer answered after Escape, or the cross beside it, and the words stay', async () => {
    const { harness } = await talking();
    for (const cancel of [
      () => harness.press('Escape'),
      () => Promise.resolve(harness.find('.reply button').click()),
    ]) {
      await harness.tap('Nice');
      await harness.choose('Reply');
      await harness.type('Indeed');
      await cancel();
      await harness.element.updateComplete;
      expect(harness.text('.reply')).to.equal(undefined);
      expect(harness.field.value).to.equal('Indeed');
      expect(harness.focus).to.equal('field');
    }
  });

  it('tells the page what it answers to', async () => {
    const harness = await streamAlone();
    harness.element.comments = [asked];
    await harness.until(() => harness.lines.length === 1);
    await harness.tap('shrink');
    await harness.choose('Reply');
    const told = oneEvent<QunSendMessageEvent>(harness.element, 'qun-send-message');
    harness.element.addEventListener(
      'qun-send-message',
      (event: QunSendMessageEvent) => event.respondWith(Promise.resolve()),
      { once: true },
    );
    await harness.say('No');
    expect((await told).replyTo).to.eql({ id: 'a', from: asked.from, text: asked.text });
    await harness.until(() => harness.last === 'Lin: Does it shrink?Me: No');
  });

  it('shows what others answer to, and no more of what was taken down', async () => {
    const { harness, transport } = await talking();
    const replyTo = { id: 'a', from: asked.from, text: asked.text };
    transport.tick({ comments: [comment('r', 'I had one', { replyTo })] });
    await harness.until(() => harness.last === 'Lin: Does it shrink?Lin: I had one');
    transport.control('comment.redact', { ids: ['a'] });
    await harness.until(() => harness.last === 'Lin: This comment was taken downLin: I had one');
  });

  it('stands still while its menu is open, and lets others in when it closes', async () => {
    const { harness, transport } = await talking();
    await harness.tap('Nice');
    transport.tick({ comments: [comment('n', 'Newer')] });
    await harness.until(() => !!harness.find('.unread'));
    expect(harness.last).to.equal('Host Qing: Hello all');
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await harness.until(() => harness.last === 'Lin: Newer');
    expect(harness.menu).to.eql([]);
  });

  it('closes its menu by a second tap, and when it is taken down', async () => {
    const { harness, transport } = await talking();
    await harness.tap('Nice');
    await harness.tap('Nice');
    expect(harness.menu).to.eql([]);
    await harness.tap('Nice');
    transport.control('comment.redact', { ids: ['b'] });
    await harness.until(() => harness.menu.length === 0);
  });

  it('of the host’s cannot be reported, and one’s own neither; one that is not sent has no menu', async () => {
    const { harness, transport } = await talking();
    await harness.tap('Hello all');
    expect(harness.menu).to.eql(['Reply']);
    transport.answer = () => Promise.reject(new QunError('network'));
    await harness.say('Mine');
    await harness.until(() => harness.all('.fate').length === 1);
    await harness.tap('Mine');
    expect(harness.menu).to.eql([]);
  });

  it('is chosen with the keyboard alone', async () => {
    const { harness } = await talking();
    harness.find('.list').focus();
    expect(harness.text('#pick')).to.contain('Press Enter');
    await sendKeys({ press: 'Enter' });
    const focused = () => harness.root.activeElement!.textContent.trim().replace(/\s+/g, ' ');
    expect(focused()).to.contain('Hello all');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(focused()).to.contain('Does it shrink?');
    await sendKeys({ press: 'Enter' });
    await harness.until(() => harness.focus === 'menu-item');
    expect(focused()).to.equal('Reply');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal('Report');
    await sendKeys({ press: 'Escape' });
    expect(harness.menu).to.eql([]);
    expect(focused()).to.contain('Does it shrink?', 'the focus goes back to its line');
    await sendKeys({ press: 'Escape' });
    expect(harness.focus).to.equal('list');
  });

  it('leads nowhere, except in the words of those who run the room', async () => {
    const harness = await streamAlone();
    const words = 'See https://shop.example/sizes. javascript:alert(1)';
    harness.element.comments = [
      comment('a', words),
      comment('b', words, host),
      comment('c', words, { from: { id: 'mo', role: 'assistant', name: 'Mo' } }),
    ];
    await harness.until(() => harness.lines.length === 3);
    const links = harness.all('.line a') as HTMLAnchorElement[];
    expect(links.map(link => [link.getAttribute('href'), link.rel, link.target])).to.eql([
      ['https://shop.example/sizes', 'noopener', '_blank'],
      ['https://shop.example/sizes', 'noopener', '_blank'],
    ]);
    expect(harness.lines[1]).to.equal(`Host ${words}`);
    links[0]!.addEventListener('click', event => event.preventDefault());
    links[0]!.click();
    await harness.element.updateComplete;
    expect(harness.menu, 'a link is a link').to.eql([]);
  });
});

describe('a report of a comment', () => {
  const report = async (harness: Awaited<ReturnType<typeof talking>>['harness']) => {
    await harness.tap('Nice');
    await harness.choose('Report');
    expect(harness.text('.why')).to.equal('What is wrong with it?');
    expect(harness.menu).to.eql([
      'Spam or advertising',
      'Rude or hurtful',
      'Looks like a scam',
      'Something else',
    ]);
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    await harness.choose('Looks like a scam');
  };

  it('goes to the room with its reason, is told as done, and is made once', async () => {
    const { harness, transport } = await talking();
    transport.answer = () => ({});
    await report(harness);
    await harness.until(() => harness.text('.told') === 'Thank you. The shop will look at it.');
    expect(harness.said).to.equal('Thank you. The shop will look at it.');
    expect(transport.sent[0]!.command).to.eql({ type: 'comment.report', commentId: 'b', reason: 'fraud' });
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    await harness.until(() => !harness.find('.told'), 'and then the menu goes by itself');
    await harness.tap('Nice');
    expect(harness.menu).to.eql(['Reply']);
  });

  it('can be tried again where it failed', async () => {
    const { harness, transport } = await talking();
    transport.answer = () => Promise.reject(new QunError('network'));
    const fault = oneEvent<QunErrorEvent>(harness.element, 'qun-error');
    await report(harness);
    expect((await fault).error.code).to.equal('network');
    await harness.until(() => harness.text('.why')?.startsWith('No connection') === true);
    transport.answer = () => ({});
    await harness.choose('Something else');
    await harness.until(() => !!harness.find('.told'));
  });

  it('is the page’s to make, or to leave', async () => {
    const harness = await streamAlone();
    const line = comment('b', 'Nice');
    harness.element.comments = [line];
    await harness.until(() => harness.lines.length === 1);
    const seen: [Comment, string][] = [];
    harness.element.addEventListener(
      'qun-report-comment',
      (event: QunReportCommentEvent) => {
        event.preventDefault();
        seen.push([event.comment, event.reason]);
      },
      { once: true },
    );
    await report(harness);
    await harness.until(() => !harness.find('.menu'), 'only prevented, nothing is told');
    expect(seen).to.eql([[line, 'fraud']]);

    harness.element.addEventListener('qun-report-comment', (event: QunReportCommentEvent) =>
      event.respondWith(Promise.reject(Object.assign(new Error('no'), { code: 'rate-limited' }))),
    );
    await report(harness);
    await harness.until(() => harness.text('.why')?.startsWith('That was quick') === true);
  });

  it('says that there is no room', async () => {
    const harness = await streamAlone(html`<qun-comment-stream lang="zh-CN"></qun-comment-stream>`);
    harness.element.comments = [comment('b', 'Nice')];
    await harness.until(() => harness.lines.length === 1);
    await harness.tap('Nice');
    await harness.choose('举报');
    await harness.choose('广告刷屏');
    await harness.until(() => harness.text('.why') === '此处尚未连接直播间，请告诉商家');
  });
});
