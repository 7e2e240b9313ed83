import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  beforeShow,
  beforeUpgrade,
  comesAndGoes,
  forEverybody,
  forReserving,
  HOUR,
  part,
  still,
  words,
} from '../../../test/fixtures/around.js';
import { until } from '../../../test/fixtures/patience.js';
import '../../define/qun-reminder.js';
import '../../define/qun-room.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunRemindEvent } from '../../events/qun-remind-event.js';
import type { QunRemindedEvent } from '../../events/qun-reminded-event.js';
import type { RemindAnswer } from '../../core/remind-answer.js';
import { QunError } from '../../protocol/index.js';
import type { QunReminder } from './reminder.js';

const inRoom = (given: Parameters<typeof beforeShow>[1] = {}, lang?: string) =>
  beforeShow<QunReminder>('qun-reminder', given, lang);
const startsAt = Date.now() + HOUR;
const alone = (lang = 'en') =>
  fixture<QunReminder>(
    html`<qun-reminder lang=${lang} show-title="Spring tea" .startsAt=${startsAt}></qun-reminder>`,
  );
const button = (element: QunReminder) => part<HTMLButtonElement>(element, 'button')!;
const heard = <E extends Event>(element: HTMLElement, type: string) => {
  const events: E[] = [];
  element.addEventListener(type, event => events.push(event as unknown as E));
  return events;
};
const answering = (element: QunReminder, answer: unknown) =>
  element.addEventListener('qun-remind', event => event.respondWith(answer as RemindAnswer));

describe('the reminder', () => {
  it('counts on the server’s clock, in both languages, whatever the device’s says', async () => {
    // The fixture's server is decades behind this machine.
    const { element, stands } = await inRoom({ startsAt: 1_000_000 + 2 * HOUR });
    expect(words(element, 'countdown')).to.match(/^(2:00:00|1:59:5\d)$/);
    expect(words(element, 'button')).to.equal('Reserve');
    element.lang = 'zh-CN';
    await until(() => words(element, 'button') === '预约直播');
    expect(words(element, 'time')).to.match(/开播$/);
    element.lang = 'zh-TW';
    await until(() => words(element, 'button') === '預約直播');
    await stands({ startsAt: 1_000_000 + 121 * HOUR });
    await until(() => /^5 ?天 ?(1:00:00|0?0?:?59:5\d)$/.test(words(element, 'countdown')));
  });

  it('says that it begins at any moment when its time has come, and nothing of a time nobody knows', async () => {
    const { element, stands } = await inRoom({ startsAt: 1 });
    expect(words(element, 'time')).to.equal('Starting any moment');
    expect(part(element, 'countdown')).to.equal(null);
    await stands({ startsAt: null });
    await until(() => part(element, 'calendar') === null);
    expect(words(element, 'time')).to.equal('Starts soon');
  });

  it('leads to the show while it runs and to its recording, and says when it is over', async () => {
    const { element, transport } = await inRoom({
      share: { url: 'https://shop.example/live?room=spring&code=9' } as never,
    });
    transport.control('room.phase', { phase: 'live' } as never);
    await until(() => part(element, 'watch'));
    expect(part<HTMLAnchorElement>(element, 'watch')!.href).to.equal('https://shop.example/live?room=spring');
    expect(part(element, 'button')).to.equal(null);
    element.phase = 'ended';
    await until(() => words(element, 'time') === 'The show is over');
    expect(part(element, 'watch')).to.equal(null);
    element.phase = 'replay';
    await until(() => words(element, 'watch') === 'Watch the replay');
    expect(words(element, 'time')).to.equal('The show is over');
  });

  it('reserves in the room and takes it back, and every other reminder of the room knows', async () => {
    const { element, transport, box } = await inRoom();
    const other = document.createElement('qun-reminder');
    box.append(other);
    const told = heard<QunRemindedEvent>(element, 'qun-reminded');
    transport.answer = command => ({ reserved: (command as { on: boolean }).on });
    button(element).click();
    await until(() => words(element, 'button') === 'Reserved');
    expect(words(element, 'note')).to.match(/^Reserved\. See you at /);
    await until(() => words(other, 'button') === 'Reserved');
    button(element).click();
    await until(() => words(element, 'note') === 'Your reservation is cancelled.');
    expect(transport.sent.map(({ command }) => command)).to.deep.equal([
      { type: 'reminder.set', on: true },
      { type: 'reminder.set', on: false },
    ]);
    expect(told.map(({ state, reserved }) => [state, reserved])).to.deep.equal([
      ['reserved', true],
      ['released', false],
    ]);
  });

  it('knows from the session who has reserved before', async () => {
    const { element, transport } = await inRoom();
    transport.joined({ ...transport.session, reserved: true });
    await until(() => words(element, 'button') === 'Reserved');
  });

  it('shows what the page’s own service answers, by the name or the number of each state', async () => {
    const { element, transport } = await inRoom();
    transport.answer = command => ({ reserved: (command as { on: boolean }).on });
    let answer: unknown;
    element.addEventListener('qun-remind', event =>
      event.respondWith(Promise.resolve(answer as RemindAnswer)),
    );
    const told = heard<QunRemindedEvent>(element, 'qun-reminded');
    for (const [given, reserved] of [
      [9, false],
      ['closed', false],
      [{ state: 8 }, true],
      [7, false],
      [undefined, true],
    ] as const) {
      answer = given;
      await element.reserve();
      expect([told.length > 0, told[told.length - 1]!.reserved], String(given)).to.deep.equal([
        true,
        reserved,
      ]);
    }
    // The room is told as well, and only of what has changed.
    expect(transport.sent.map(({ command }) => (command as { on: boolean }).on)).to.deep.equal([
      true,
      false,
      true,
    ]);
    answer = 3;
    await element.reserve();
    await until(() => words(element, 'time') === 'This show was called off');
    expect(part(element, 'button')).to.equal(null);
  });

  it('does nothing more where the page only prevents it', async () => {
    const { element, transport } = await inRoom();
    const asked = heard<QunRemindEvent>(element, 'qun-remind');
    element.addEventListener('qun-remind', event => event.preventDefault());
    await element.reserve();
    expect(asked.map(({ on, title }) => [on, title])).to.deep.equal([[true, 'Spring tea']]);
    expect(transport.sent).to.deep.equal([]);
    expect(words(element, 'button')).to.equal('Reserve');
  });

  it('says what went wrong, and can be tried again', async () => {
    const { element, transport } = await inRoom();
    const errors = heard<QunErrorEvent>(element, 'qun-error');
    transport.answer = () => {
      throw new QunError('not-allowed');
    };
    await element.reserve();
    await element.updateComplete;
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['not-allowed']);
    await until(() => words(element, 'note') !== '' && words(element, 'button') === 'Reserve');
    transport.answer = () => ({ reserved: true });
    await element.reserve();
    await until(() => words(element, 'button') === 'Reserved');
    answering(element, 'nonsense');
    await element.reserve(false);
    expect(errors[1]!.error.code).to.equal('malformed');
    await until(() => words(element, 'button') === 'Reserved');
  });

  it('asks once however often it is tapped, and forgets what is answered after it has gone', async () => {
    const { element, transport } = await inRoom();
    let answer!: (given: unknown) => void;
    transport.answer = () => new Promise(resolve => (answer = resolve));
    const told = heard(element, 'qun-reminded');
    button(element).click();
    button(element).click();
    await until(() => transport.sent.length > 0 && button(element).getAttribute('aria-busy') === 'true');
    expect(transport.sent).to.have.length(1);
    element.remove();
    answer({ reserved: true });
    await new Promise(resolve => setTimeout(resolve));
    expect(told).to.deep.equal([]);
  });

  it('names the coupon for those who reserve, and none that is not kept for them', async () => {
    const around = { reminder: { couponId: 'early', text: { en: 'At eight', 'zh-CN': '八点见' } } };
    const { element, stands } = await inRoom({ coupons: [forReserving()], around });
    expect(words(element, 'text')).to.equal('At eight');
    expect(words(element, 'offer')).to.equal(
      'For those who reserve ¥20 off Early bird Claim it in the show. 200 in all, first come, first served.',
    );
    for (const more of [{ conditions: [] }, { soldOut: true }, { state: 'stopped' as const }]) {
      await stands({ coupons: [forReserving(more)], around });
      expect(part(element, 'offer'), JSON.stringify(more)).to.equal(null);
    }
    await stands({ coupons: [forReserving({ mode: 'draw' })], around });
    await until(() => words(element, 'offer').endsWith('200 will win.'));
  });

  it('needs no room: the page says when, and answers', async () => {
    const element = await alone();
    const errors = heard<QunErrorEvent>(element, 'qun-error');
    await element.reserve();
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['no-room']);
    answering(element, true);
    await element.reserve();
    await until(() => words(element, 'button') === 'Reserved');
    element.setAttribute('starts-at', '2020-01-01T20:00+08:00');
    await until(() => words(element, 'time') === 'Starting any moment');
    expect(element.startsAt).to.equal(Date.UTC(2020, 0, 1, 12));
    const early = beforeUpgrade<QunReminder>('qun-reminder', { startsAt, reserved: true });
    document.body.append(early);
    early.lang = 'en';
    await until(() => words(early, 'button') === 'Reserved');
    early.remove();
  });

  it('shows the page’s own invitation', async () => {
    const element = await fixture<QunReminder>(
      html`<qun-reminder lang="en" .startsAt=${startsAt}>Bring a cup</qun-reminder>`,
    );
    const slot = part(element, 'text')!.querySelector('slot')!;
    expect(slot.assignedNodes().map(node => node.textContent)).to.deep.equal(['Bring a cup']);
  });

  it('can be used by everybody, in every state', async () => {
    const { element, transport } = await inRoom({
      coupons: [forReserving()],
      around: { reminder: { couponId: 'early' } },
    });
    await forEverybody(element);
    transport.answer = () => ({ reserved: true });
    await element.reserve();
    await forEverybody(element);
    element.phase = 'live';
    await element.updateComplete;
    await forEverybody(element);
  });

  it('leaves nothing behind', () => comesAndGoes(() => document.createElement('qun-reminder')));
});

describe('the reminder’s calendar', () => {
  const open = async (element: QunReminder) => {
    part(element, 'calendar')!.click();
    await until(() => part(element, 'layer'));
    await still(part(element, 'layer'));
  };
  const ways = (element: QunReminder) => [
    ...element.shadowRoot!.querySelectorAll<HTMLAnchorElement & HTMLButtonElement>('[part=way]'),
  ];

  it('gives a file, two calendars of the web, and the words to copy', async () => {
    const element = await alone();
    await open(element);
    expect(ways(element).map(way => way.textContent.trim())).to.deep.equal([
      "This device's calendar",
      'Google Calendar',
      'Outlook Calendar',
      'Copy date and link',
    ]);
    const [file, google] = ways(element);
    const text = await (await fetch(file!.href)).text();
    expect(text).to.include('SUMMARY:Spring tea\r\n');
    expect(text).to.match(/\r\nDTSTART:\d{8}T\d{6}Z\r\n/);
    expect(new URL(google!.href).searchParams.get('text')).to.equal('Spring tea');
    await expect(element).to.be.accessible();
    element.calendarFile = '/show.ics';
    part(element, 'close')!.click();
    await until(() => !part(element, 'layer'));
    await open(element);
    expect(ways(element)[0]!.href).to.equal(`${location.origin}/show.ics`);
  });

  it('is opened and closed by keyboard, and gives the focus back', async () => {
    const element = await alone();
    part(element, 'calendar')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => element.shadowRoot!.activeElement === ways(element)[0]);
    await sendKeys({ press: 'Escape' });
    await until(() => !part(element, 'layer'));
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'calendar'));
  });

  it('copies the date where the app opens neither file nor calendar', async () => {
    const element = await alone('zh-CN');
    const copied: string[] = [];
    element.environment = {
      userAgent: 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50',
      document,
      writeText: async text => void copied.push(text),
    };
    await open(element);
    expect(ways(element).map(way => way.textContent.trim())).to.deep.equal(['复制时间和链接']);
    ways(element)[0]!.click();
    await until(() =>
      element.shadowRoot!.querySelector('.layer [role=status]')!.textContent.includes('已复制'),
    );
    expect(copied[0]).to.match(/^Spring tea\n.*\d\d:\d\d\nhttp/);
    await expect(element).to.be.accessible();
  });
});
