import { expect, nextFrame } from '@open-wc/testing';
import { streamAlone, streamInRoom, trackPending } from '../../../test/fixtures/comment-stream-harness.js';
import { comment } from '../../../test/fixtures/fake-transport.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunJoinQuestionEvent } from '../../events/qun-join-question-event.js';
import { QunError, type Question } from '../../protocol/index.js';
import { talkMore } from './talk-more-part.js';

before(() => talkMore.come());

const host = { id: 'qing', role: 'host' } as const;
const long = 'Parcels leave tonight: order before nine. '.repeat(4).trim();
const questions: Question[] = [
  { id: 'q1', text: 'Does it shrink?', count: 37 },
  { id: 'q2', text: 'Is green coming back?', count: 9 },
];

describe('the pinned comment of qun-comment-stream', () => {
  it('stands above the lines until it is taken down', async () => {
    const { harness, transport } = await streamInRoom();
    transport.control('comment.pin', { comment: comment('p', 'Order before nine', { from: host }) });
    await harness.until(() => harness.text('.pinned') === 'Pinned Qing: Order before nine');
    const board = harness.find('.board').getBoundingClientRect();
    expect(board.bottom).to.be.most(harness.find('.list').getBoundingClientRect().top + 1);
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    transport.control('comment.pin', { comment: null });
    await harness.until(() => !harness.find('.board'));
  });

  it('is given by the page where there is no room; what is long is shown whole on request', async () => {
    const harness = await streamAlone();
    harness.element.style.setProperty('width', '300px');
    harness.element.pinned = comment('p', `${long} https://shop.example/x`, { from: host });
    harness.element.comments = [comment('a', 'Hi')];
    await harness.until(() => !!harness.find('.pinned'));
    const height = () => harness.find('.pinned p').offsetHeight;
    const short = height();
    const turn = () => harness.find<HTMLButtonElement>('.turn');
    expect(turn().getAttribute('aria-label')).to.equal('Read it all');
    turn().click();
    await harness.element.updateComplete;
    expect(height()).to.be.above(short);
    expect(turn().getAttribute('aria-expanded')).to.equal('true');
    expect(harness.find<HTMLAnchorElement>('.pinned a').rel).to.equal('noopener');
    turn().click();
    await harness.element.updateComplete;
    expect(height()).to.equal(short);
  });
});

describe('open questions', () => {
  it('stand above the lines with how many ask, and can be asked as well, once', async () => {
    const { harness, transport } = await streamInRoom();
    transport.tick({ asked: questions });
    await harness.until(() => harness.all('.asked li').length === 2);
    expect(harness.text('.asked li')).to.equal('Does it shrink? Me too ×37');
    const button = harness.find<HTMLButtonElement>('.me-too');
    expect(button.getAttribute('aria-label')).to.equal('Me too ×37: Does it shrink?');
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();

    transport.answer = () => ({ count: 41 });
    button.click();
    await harness.element.updateComplete;
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    await harness.until(() => harness.text('.asked li') === 'Does it shrink? Me too ×41');
    button.click();
    expect(transport.sent.map(({ command }) => command)).to.eql([
      { type: 'question.join', questionId: 'q1' },
    ]);
    harness.element.lang = 'zh-CN';
    await harness.until(() => harness.text('.asked li') === 'Does it shrink? 同问 ×41');
  });

  it('keep to the side of the lines over a picture: the other one is the offers’', async () => {
    const harness = await streamAlone();
    harness.element.overPicture = true;
    harness.element.style.setProperty('width', '374px');
    harness.element.questions = [...questions, { id: 'q3', text: 'When do you ship?', count: 4 }];
    harness.element.comments = [comment('a', 'Hi')];
    await harness.until(() => harness.all('.asked li').length === 3);
    const room = harness.element.getBoundingClientRect().width;
    expect(harness.find('.asked').getBoundingClientRect().width).to.be.most(0.72 * room + 1);
    expect(harness.find('.asked').scrollWidth).to.be.above(harness.find('.asked').clientWidth);
  });

  it('are not asked where that failed', async () => {
    const { harness, transport } = await streamInRoom();
    transport.tick({ asked: questions });
    await harness.until(() => harness.all('.asked li').length === 2);
    transport.answer = () => Promise.reject(new QunError('question-unknown'));
    const button = harness.find('.me-too');
    button.click();
    await harness.until(() => button.getAttribute('aria-pressed') === 'false');
    await harness.until(() => harness.said === 'That question is no longer there.');
    expect(harness.text('.asked li')).to.equal('Does it shrink? Me too ×37');
  });

  it('are the page’s to count, or to leave', async () => {
    const harness = await streamAlone();
    harness.element.questions = questions;
    harness.element.comments = [comment('a', 'Hi')];
    await harness.until(() => harness.all('.asked li').length === 2);
    const [first, second] = harness.all('.me-too');
    const codes: string[] = [];
    harness.element.addEventListener(
      'qun-error',
      (event: QunErrorEvent) => void codes.push(event.error.code),
    );
    harness.element.addEventListener('qun-join-question', event => event.preventDefault(), { once: true });
    first!.click();
    await harness.until(() => first!.getAttribute('aria-pressed') === 'false');
    harness.element.addEventListener('qun-join-question', (event: QunJoinQuestionEvent) => {
      if (event.question.id === 'q2') event.respondWith(Promise.resolve());
    });
    second!.click();
    await harness.until(() => harness.text('.asked li:last-child') === 'Is green coming back? Me too ×10');
    first!.click();
    await harness.until(() => codes.length === 1);
    expect(codes).to.eql(['no-room']);
  });

  it('go when they are answered, and the answer is a line that quotes them', async () => {
    const { harness, transport } = await streamInRoom();
    transport.snapshot({}, { comments: [comment('a', 'Hi')] });
    transport.tick({ asked: questions });
    await harness.until(() => harness.all('.asked li').length === 2);
    const answered = {
      question: questions[0]!,
      text: 'Not at thirty: https://shop.example/w',
      by: host,
      at: 1_000_001,
    };
    transport.control('question.answer', { answered });
    await harness.until(
      () => harness.last === 'Asked ×37 Does it shrink?Host Qing: Not at thirty: https://shop.example/w',
    );
    expect(harness.text('.asked')).to.equal('Is green coming back? Me too ×9');
    expect(harness.all('.line a').length).to.equal(1);
    await harness.tap('Not at thirty');
    expect(harness.menu, 'there is no comment to answer to').to.eql([]);
    transport.control('room.phase', { phase: 'ended' });
    await harness.until(() => harness.all('.asked').length === 0);
  });

  it('and answers are given by the page where there is no room', async () => {
    const harness = await streamAlone();
    harness.element.questions = questions;
    harness.element.answers = [{ question: questions[1]!, text: 'On Monday', by: host, at: 5 }];
    await harness.until(() => harness.last === 'Asked ×9 Is green coming back?Host On Monday');
    expect(harness.text('.asked')).to.equal('Does it shrink? Me too ×37');
  });
});

describe('what happens in a room', () => {
  it('is one line, replaced by the next', async () => {
    const { harness, transport } = await streamInRoom();
    transport.seq += 1;
    transport.snapshot({
      products: [
        {
          id: 'p1',
          number: 3,
          title: 'Tea',
          pictures: [],
          price: { kind: 'fixed', amount: { minor: 1, currency: 'CNY' } },
          stock: 1,
        },
      ],
    });
    transport.tick({ happened: [{ kind: 'came', count: 3, name: 'Wu' }] });
    await harness.until(() => harness.text('.happening') === 'Wu and 2 more came in');
    transport.tick({
      happened: [
        { kind: 'came', count: 1 },
        { kind: 'buying', count: 2, productId: 'p1' },
      ],
    });
    await harness.until(() => harness.text('.happening') === 'On the way to buy No. 3: 2 guests');
    expect(harness.all('.happening').length).to.equal(1);
    expect(harness.said).to.equal('', 'those who listen hear what is said');
  });

  it('is told by the page where there is no room, in the language of the page', async () => {
    const harness = await streamAlone();
    harness.element.happened = [{ kind: 'came', count: 1, name: 'Wu' }];
    await harness.until(() => harness.text('.happening') === 'Wu came in');
    harness.element.lang = 'zh-CN';
    await harness.until(() => harness.text('.happening') === 'Wu来了');
    await harness.still('.base');
    await expect(harness.element).to.be.accessible();
    harness.element.happened = [{ kind: 'buying', count: 2 }];
    await harness.until(() => harness.text('.happening') === '2位观众正去下单');
    harness.element.happened = [{ kind: 'bought', count: 4 }];
    await harness.until(() => harness.text('.happening') === '4位观众下单了');
  });

  it('is left out on request', async () => {
    const { harness, transport } = await streamInRoom();
    harness.element.withoutSystemLines = true;
    transport.tick({ happened: [{ kind: 'came', count: 3 }], comments: [comment('a', 'Hi')] });
    await harness.until(() => harness.lines.length === 1);
    expect(harness.all('.happening').length).to.equal(0);
  });
});

describe('all beside the lines, when the stream goes', () => {
  it('leaves nothing behind', async () => {
    const { harness, transport, room } = await streamInRoom();
    const { element } = harness;
    const { $happened, $asked } = element.roomStore! as unknown as Record<string, { lc: number }>;
    transport.snapshot({}, { comments: [comment('a', 'Hi')] });
    await harness.until(() => harness.lines.length === 1);
    const { pending, stop } = trackPending();
    const listeners = watchListeners(document, window, window.visualViewport!);
    try {
      transport.tick({ asked: questions, happened: [{ kind: 'came', count: 3 }] });
      while (!harness.find('.happening')) await nextFrame();
      await harness.tap('Hi');
      expect(harness.menu.length).to.equal(2);
      expect(listeners.left()).to.contain('pointerdown');
      element.remove();
      expect([...pending]).to.eql([]);
      expect(listeners.left()).to.eql([]);
      expect([$happened!.lc, $asked!.lc]).to.eql([0, 0]);
    } finally {
      stop();
      listeners.stop();
    }
    room.append(element);
    // What was shown before stands until it is drawn anew.
    await harness.until(() => harness.menu.length === 0);
    await harness.until(() => harness.all('.asked li').length === 2 && harness.lines.length === 1);
    transport.tick({ happened: [{ kind: 'came', count: 2 }] });
    await harness.until(() => harness.text('.happening') === '2 guests came in');
  });
});
