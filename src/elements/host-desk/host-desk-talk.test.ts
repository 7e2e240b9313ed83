import { expect } from '@open-wc/testing';
import {
  all,
  buttonOf,
  one,
  openDesk,
  openPanel,
  settled,
  tap,
  type HeldTransport,
} from '../../../test/fixtures/host-desk-harness.js';
import { comment } from '../../../test/fixtures/fake-transport.js';
import { said } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import type { Comment, Moderation, Question, TrailEntry } from '../../protocol/index.js';
import type { QunHostDesk } from './host-desk.js';
import '../../define/qun-host-desk.js';

const host = { id: 'h', role: 'host' as const, name: 'Qing' };
const fromLi = (id: string, text: string): Comment => ({
  ...comment(id, text),
  from: { id: 'li', role: 'viewer', name: 'Li' },
});
const asked: Question = { id: 'q1', text: 'When will it ship?', count: 37, productId: 'a' };

async function openTalk(moderated: Partial<Moderation> = {}, panel = 'comments', lang = 'en') {
  const opened = await openDesk({ moderated, lang });
  await openPanel(opened.el, panel);
  return opened;
}
async function choose(el: QunHostDesk, words: string) {
  all(el, '.chips .chip')
    .find(chip => said(chip).startsWith(words))!
    .click();
  await el.updateComplete;
}
/** The server has done what was sent last. */
async function done(el: QunHostDesk, transport: HeldTransport, change: () => void = () => {}) {
  change();
  transport.give(1);
  await settled(el);
  await settled(el);
}

describe('comments and questions at qun-host-desk', function () {
  this.timeout(PATIENCE_MS);

  it('hides a comment at one tap, shows so when the room has, and takes it back', async () => {
    const { el, transport } = await openTalk();
    expect(all(el, '.comments .said').map(said)).to.deep.equal(['Buy from me', 'Hello']);
    await tap(el, 'Hide');
    await settled(el);
    expect(transport.commands).to.deep.equal([{ type: 'comment.hide', commentId: 'c2' }]);
    expect(said(one(el, '[data-key="hide c2"]'))).to.equal('Sending…');
    await done(el, transport, () => transport.control('comment.redact', { ids: ['c2'] }));
    expect(all(el, '.comments .said').map(said)).to.deep.equal(['Hello']);
    expect(said(one(el, '.undo'))).to.equal('Hidden for everyone. Undo');
    await expect(el).to.be.accessible();
    await tap(el, 'Undo');
    await settled(el);
    expect(transport.commands[1]).to.deep.equal({ type: 'comment.restore', commentId: 'c2' });
    await done(el, transport);
    expect(said(one(el, '.undo'))).to.equal('Undone.');
  });

  it('pins a comment, mutes its author for ten minutes, for good, and quietly', async () => {
    const { el, transport } = await openTalk();
    const wanted = [
      ['Pin on top', { type: 'comment.pin', commentId: 'c2' }],
      ['Mute 10 min', { type: 'viewer.mute', seconds: 600, shadow: false }],
      ['Mute', { type: 'viewer.mute', seconds: null, shadow: false }],
      ['Mute quietly', { type: 'viewer.mute', seconds: null, shadow: true }],
    ] as const;
    for (const [words, command] of wanted) {
      one(el, '[data-key="more c2"]')!.click();
      await el.updateComplete;
      expect(one(el, '[data-key="more c2"]')!.getAttribute('aria-expanded')).to.equal('true');
      await expect(el).to.be.accessible();
      await tap(el, words);
      await settled(el);
      expect(transport.commands[transport.commands.length - 1]).to.deep.include(command);
      const pinned = { comment: comment('c2', 'Buy from me') };
      await done(el, transport, () => words === 'Pin on top' && transport.control('comment.pin', pinned));
      await until(() => one(el, '[data-key="more c2"]')!.getAttribute('aria-expanded') === 'false');
    }
    expect(all(el, '.comments .item.on')).to.have.length(1);
    await tap(el, 'Undo');
    await settled(el);
    expect(transport.commands[4]).to.deep.include({ type: 'viewer.unmute' });
  });

  it('lets in what waits, one by one or all, and rejects', async () => {
    const held = [fromLi('h1', 'may I?'), fromLi('h2', 'and this?')];
    const { el, transport } = await openTalk({ held });
    expect(said(one(el, '#tab-comments .badge'))).to.equal('2');
    await choose(el, 'Waiting');
    await expect(el).to.be.accessible();
    await tap(el, 'Let all 2 in');
    await settled(el);
    await done(el, transport);
    await tap(el, 'Reject');
    await settled(el);
    await done(el, transport);
    await tap(el, 'Undo');
    await settled(el);
    await done(el, transport);
    await tap(el, 'Let in');
    await settled(el);
    expect(transport.commands).to.deep.equal([
      { type: 'comment.approve', commentIds: ['h1', 'h2'] },
      { type: 'comment.reject', commentIds: ['h1'] },
      { type: 'comment.restore', commentId: 'h1' },
      { type: 'comment.approve', commentIds: ['h1'] },
    ]);
    transport.moderated = { ...transport.moderated!, held: [] };
    await done(el, transport);
    await until(() => said(one(el, '.comments .empty')) === 'Nobody is waiting.');
    expect(one(el, '#tab-comments .badge')).to.be.null;
  });

  it('shows what was reported and why, and lets it stand', async () => {
    const reports = [{ comment: fromLi('c9', 'cheaper at mine'), count: 3, reasons: ['spam', 'fraud'] }];
    const { el, transport } = await openTalk({ reports });
    await choose(el, 'Reported');
    expect(said(one(el, '.comments .words'))).to.contain('Reported by 3: spam · fraud');
    await expect(el).to.be.accessible();
    await tap(el, 'Leave it');
    await settled(el);
    expect(transport.commands).to.deep.equal([{ type: 'comment.approve', commentIds: ['c9'] }]);
  });

  it('sets who may write and how often, and shows it when the room does', async () => {
    const { el, transport } = await openTalk();
    await choose(el, 'Rules');
    await expect(el).to.be.accessible();
    const pressed = () => all(el, '.choice [aria-pressed=true]').map(said);
    expect(pressed()).to.deep.equal(['Everyone', 'No limit']);
    await tap(el, 'After you let it in');
    await settled(el);
    expect(pressed()[0]).to.equal('Everyone');
    const talk = { mode: 'approval' as const, slowSeconds: 0 };
    await done(el, transport, () => transport.control('room.talk', { talk }));
    expect(pressed()).to.deep.equal(['After you let it in', 'No limit']);
    await tap(el, '30 s');
    await settled(el);
    expect(transport.commands).to.deep.equal([
      { type: 'talk.set', mode: 'approval' },
      { type: 'talk.set', slowSeconds: 30 },
    ]);
  });

  it('keeps the word list and the list of the muted', async () => {
    const mutes = [{ viewer: { id: 'li', name: 'Li' }, until: null, shadow: true }];
    const { el, transport } = await openTalk({ words: ['~vx'], mutes });
    await choose(el, 'Rules');
    const field = one<HTMLInputElement>(el, '.word-form input')!;
    await tap(el, 'Add');
    expect(transport.commands).to.be.empty;
    field.value = ' fake ';
    await tap(el, 'Add');
    await settled(el);
    await done(el, transport);
    expect(field.value).to.equal('');
    one(el, '[aria-label="Remove ~vx"]')!.click();
    await settled(el);
    await done(el, transport);
    expect(said(one(el, '.rules .line'))).to.equal('Li quietly · until you lift it Lift');
    await tap(el, 'Lift');
    await settled(el);
    expect(transport.commands).to.deep.equal([
      { type: 'words.change', add: ['fake'] },
      { type: 'words.change', remove: ['~vx'] },
      { type: 'viewer.unmute', viewerId: 'li' },
    ]);
  });

  it('says who did what, and undoes the latest about each', async () => {
    const entry = (seq: number, type: string, data: TrailEntry['data']) => ({
      seq,
      at: 1000,
      type,
      by: host,
      data,
    });
    const entries = [
      entry(1, 'comment.hide', { comment: fromLi('c1', 'one') }),
      entry(2, 'comment.restore', { comment: fromLi('c1', 'one') }),
      entry(3, 'viewer.mute', { viewer: { id: 'li', name: 'Li' }, until: null, shadow: true }),
      entry(4, 'talk.set', {
        talk: { mode: 'staff', slowSeconds: 0 },
        before: { mode: 'open', slowSeconds: 5 },
      }),
      entry(5, 'words.change', { add: ['a'], remove: ['b'] }),
      entry(6, 'comment.pin', { comment: null, before: fromLi('c3', 'three') }),
      entry(7, 'comment.reject', { comments: [fromLi('c4', 'four'), fromLi('c5', 'five')] }),
      entry(8, 'question.dismiss', { question: asked }),
      entry(9, 'mood.set', {}),
    ];
    const { el, transport } = await openTalk({ entries });
    await choose(el, 'Log');
    await expect(el).to.be.accessible();
    expect(all(el, '.trail .said').map(said)).to.deep.equal([
      'Qing dismissed “When will it ship?”',
      'Qing rejected “four” by Li and 1 more',
      'Qing took the pinned comment down',
      'Qing changed the word list: +a −b',
      'Qing changed the rules: Only you · No limit',
      'Qing muted Li quietly',
      'Qing showed “one” by Li again',
      'Qing hid “one” by Li',
    ]);
    for (const button of all(el, '.trail .button')) {
      button.click();
      await settled(el);
      await done(el, transport);
    }
    expect(transport.commands).to.deep.equal([
      { type: 'question.reopen', questionId: 'q1' },
      { type: 'comment.pin', commentId: 'c3' },
      { type: 'words.change', add: ['b'], remove: ['a'] },
      { type: 'talk.set', mode: 'open', slowSeconds: 5 },
      { type: 'viewer.unmute', viewerId: 'li' },
      { type: 'comment.hide', commentId: 'c1' },
    ]);
  });

  it('answers a question once for all who asked, and dismisses another', async () => {
    const questions = [asked, { id: 'q2', text: 'Is it nice?', count: 1 }];
    const { el, transport } = await openTalk({ questions }, 'questions');
    expect(said(one(el, '#tab-questions .badge'))).to.equal('1');
    expect(all(el, '.question .words').map(said)).to.deep.equal([
      'When will it ship? Asked by 37No. 1 Tea a',
      'Is it nice?',
    ]);
    await expect(el).to.be.accessible();
    await tap(el, 'Answer');
    const field = one<HTMLTextAreaElement>(el, '.questions textarea')!;
    expect(buttonOf(el, 'Send the answer').disabled).to.be.true;
    field.value = ' Within 48 hours ';
    field.dispatchEvent(new Event('input'));
    await el.updateComplete;
    await expect(el).to.be.accessible();
    await tap(el, 'Send the answer');
    await settled(el);
    const answered = { question: asked, text: 'Within 48 hours', by: host, at: 1 };
    transport.moderated = { ...transport.moderated!, questions: [questions[1]!] };
    await done(el, transport, () => transport.control('question.answer', { answered }));
    await until(() => all(el, '.question .answer').map(said).join() === 'Within 48 hours');
    await tap(el, 'Dismiss');
    await settled(el);
    expect(transport.commands).to.deep.equal([
      { type: 'question.answer', questionId: 'q1', text: 'Within 48 hours' },
      { type: 'question.dismiss', questionId: 'q2' },
    ]);
    await done(el, transport);
    await tap(el, 'Change');
    expect(one<HTMLTextAreaElement>(el, '.questions textarea')!.value).to.equal('Within 48 hours');
  });

  it('hides and pins all the same where a server does not say what staff know', async () => {
    const { el } = await openDesk({ moderated: null });
    await openPanel(el, 'comments');
    expect(one(el, '.chips')).to.be.null;
    one(el, '[data-key="more c2"]')!.click();
    await el.updateComplete;
    expect(all(el, '.deeds .button').map(said)).to.deep.equal(['Pin on top']);
  });

  it('looks again by itself, and no more once it is gone', async () => {
    const { el, transport } = await openTalk();
    let looks = 0;
    const { moderation } = transport;
    transport.moderation = () => {
      looks += 1;
      return moderation.call(transport);
    };
    transport.moderated = { ...transport.moderated!, held: [fromLi('h1', 'may I?')] };
    await until(() => said(one(el, '#tab-comments .badge')) === '1');
    const watch = watchListeners(window, document);
    el.remove();
    const before = looks;
    const timers = setTimeout(() => {});
    clearTimeout(timers);
    await settled(el);
    expect(looks).to.equal(before);
    expect(watch.left()).to.deep.equal([]);
    watch.stop();
  });

  for (const [lang, words] of [
    ['zh-CN', ['全部', '待审', '举报', '规则', '记录']],
    ['zh-TW', ['全部', '待審', '舉報', '規則', '記錄']],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const { el } = await openTalk({}, 'comments', lang);
      const chips = () => all(el, '.chips .chip').map(said).join();
      await until(() => chips() === words.join()).catch(() => expect(chips()).to.equal(words.join()));
    });
  }
});
