import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { until } from '../../../test/fixtures/patience.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import { emptyRoom } from '../../core/fold.js';
import '../../define/qun-entry.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunOpenRoomEvent } from '../../events/qun-open-room-event.js';
import type { RoomState } from '../../protocol/index.js';
import type { QunEntry } from './entry.js';

const ROOM = 'https://live.shop.example/v1/rooms/spring';
const KEY = `qunlive:entry:${ROOM}`;

/** A room's server, as far as it is looked at from outside. */
class Outside {
  readonly asked: string[] = [];
  readonly aborted: string[] = [];
  state: Partial<RoomState> = { phase: 'live', title: { en: 'Spring tea', 'zh-CN': '春茶' } };
  online = 12_345;
  status = 200;
  held = false;
  readonly #fetch = window.fetch;
  readonly #source = window.EventSource;

  constructor() {
    window.fetch = async (input, init) => {
      const url = String(input);
      if (!url.startsWith('https://live.')) return this.#fetch.call(window, input, init);
      this.asked.push(url);
      init?.signal?.addEventListener('abort', () => this.aborted.push(url));
      if (this.held) await new Promise((_, reject) => init?.signal?.addEventListener('abort', reject));
      const share = { url: 'https://shop.example/live' };
      const body = {
        now: Date.now(),
        online: this.online,
        state: { ...emptyRoom, host: { name: 'Qing' }, share, ...this.state },
      };
      return new Response(
        JSON.stringify(this.status === 200 ? body : { error: { code: 'room-not-found' } }),
        {
          status: this.status,
        },
      );
    };
    window.EventSource = class {
      constructor(url: string) {
        throw new Error(`a connection to ${url}`);
      }
    } as unknown as typeof EventSource;
  }

  restore(): void {
    window.fetch = this.#fetch;
    window.EventSource = this.#source;
  }
}

const root = (element: QunEntry) => element.shadowRoot!;
const part = (element: QunEntry, name: string) =>
  root(element).querySelector<HTMLElement>(`[part~="${name}"]`)!;
const words = (element: QunEntry, name: string) =>
  (part(element, name)?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the entry', () => {
  let outside: Outside;
  beforeEach(() => {
    localStorage.removeItem(KEY);
    outside = new Outside();
  });
  afterEach(() => outside.restore());

  async function entry(more: Partial<QunEntry> = {}, lang = 'en'): Promise<QunEntry> {
    const box = await fixture(html`<div lang=${lang}><qun-entry room=${`${ROOM}/`}></qun-entry></div>`);
    const element = Object.assign(box.querySelector('qun-entry')!, more);
    await until(() => part(element, 'float') !== null);
    return element;
  }

  it('says what is on and how many watch, by one request, in both languages', async () => {
    const element = await entry();
    expect([words(element, 'badge'), words(element, 'title'), words(element, 'viewers')]).to.eql([
      'LIVE',
      'Spring tea',
      '12.3K watching',
    ]);
    expect((part(element, 'open') as HTMLAnchorElement).href).to.equal('https://shop.example/live');
    element.lang = 'zh-CN';
    await until(() => words(element, 'title') === '春茶');
    expect([words(element, 'badge'), words(element, 'viewers')]).to.eql(['直播中', '1.2万人在看']);
    expect(outside.asked).to.eql([`${ROOM}/snapshot`]);
  });

  it('says when the show begins, counts down to it, and what else it is', async () => {
    const element = await entry();
    const now = Date.now();
    const badge = async (glance: Partial<NonNullable<QunEntry['glance']>>) => {
      element.glance = { phase: 'warmup', title: 'Tea', url: '/live', ...glance };
      await element.updateComplete;
      return words(element, 'badge');
    };
    element.href = '/live';
    expect(await badge({})).to.equal('Starts soon');
    expect(await badge({ startsAt: now + 600_500 })).to.match(/^Starts in (10:0\d|09:5\d)$/);
    expect(await badge({ startsAt: now + 48 * 3_600_000 })).to.match(/^Starts .*\d\d:\d\d$/);
    expect(await badge({ phase: 'paused' })).to.equal('Back in a moment');
    expect(await badge({ phase: 'replay', viewers: 5 })).to.equal('Replay');
    expect(part(element, 'viewers')).to.equal(null);
    await badge({ phase: 'ended' });
    expect(part(element, 'float')).to.equal(null);
  });

  it('can be used by everybody: as card and as button, dark and large', async () => {
    const element = await entry();
    // It comes in softly; words that are still coming have no contrast yet.
    const stands = async () => {
      for (const one of root(element).getAnimations())
        if (one.effect?.getTiming().iterations !== Infinity) await one.finished;
    };
    await stands();
    await expect(element).to.be.accessible();
    element.view = 'pill';
    element.parentElement!.style.setProperty('color-scheme', 'dark');
    element.parentElement!.style.setProperty('--qun-text-scale', '1.25');
    await element.updateComplete;
    await stands();
    await expect(element).to.be.accessible();
    part(element, 'open').focus();
    await sendKeys({ press: 'Tab' });
    expect(root(element).activeElement).to.equal(part(element, 'dismiss'));
  });

  it('asks the page before it leads anywhere, and takes along how the viewer has come', async () => {
    const before = location.href;
    history.replaceState(null, '', '?qs=abcdefghijkl.w&g=team');
    const element = await entry({ href: '/live?x=1' });
    const asked: QunOpenRoomEvent[] = [];
    element.addEventListener('qun-open-room', event => (event.preventDefault(), asked.push(event)));
    part(element, 'open').click();
    history.replaceState(null, '', before);
    expect(asked.map(({ room, url }) => [room, url])).to.eql([
      [ROOM, `${location.origin}/live?x=1&qs=abcdefghijkl.w&g=team`],
    ]);
  });

  it('stays away for a day once it was put away, and asks nothing', async () => {
    const element = await entry();
    let told = 0;
    element.addEventListener('qun-entry-dismissed', () => (told += 1));
    expect(localStorage.getItem(KEY)).to.equal(null);
    part(element, 'dismiss').click();
    await element.updateComplete;
    expect([told, part(element, 'float')]).to.eql([1, null]);
    element.remove();
    const again = await fixture<QunEntry>(html`<qun-entry room=${ROOM}></qun-entry>`);
    await again.updateComplete;
    expect([outside.asked.length, part(again, 'float')]).to.eql([1, null]);
    again.remove();
    localStorage.setItem(KEY, String(Date.now() - 86_400_001));
    await entry();
    expect(outside.asked).to.have.length(2);
  });

  it('opens the room over the page, and closes it with all that it had', async () => {
    const element = await entry({ expand: true });
    const events: string[] = [];
    element.addEventListener('qun-open-room', event => events.push(String(event.url)));
    part(element, 'open').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => element.querySelector('qun-live-room') !== null);
    const room = element.querySelector('qun-live-room')!;
    expect([room.getAttribute('room'), events, part(element, 'float')]).to.eql([ROOM, ['undefined'], null]);
    expect(root(element).activeElement).to.equal(part(element, 'close'));
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => element.querySelector('qun-live-room') === null);
    await until(() => root(element).activeElement === part(element, 'open'));
  });

  it('opens what the page has put into a template', async () => {
    const element = await entry({ expand: true });
    const own = document.createElement('template');
    const line = document.createElement('p');
    line.id = 'own';
    line.textContent = 'Here';
    own.content.append(line);
    element.append(own);
    element.openRoom();
    expect([element.querySelector('#own')?.textContent, element.querySelector('qun-live-room')]).to.eql([
      'Here',
      null,
    ]);
    element.closeRoom();
    expect(element.querySelector('#own')).to.equal(null);
  });

  it('stands clear of a chat button that comes after it', async () => {
    const element = await entry();
    const chat = document.createElement('button');
    chat.style.cssText = 'position:fixed;right:16px;bottom:16px;width:56px;height:56px;border-radius:50%';
    document.body.append(chat);
    window.dispatchEvent(new Event('resize'));
    const [own, other] = [part(element, 'float').getBoundingClientRect(), chat.getBoundingClientRect()];
    expect(own.bottom).to.be.at.most(other.top);
    chat.remove();
    window.dispatchEvent(new Event('resize'));
    expect(part(element, 'float').getBoundingClientRect().bottom).to.be.greaterThan(other.top);
    element.position = 'top-left';
    await element.updateComplete;
    const moved = part(element, 'float').getBoundingClientRect();
    expect([moved.left, moved.top]).to.eql([16, 16]);
  });

  it('shows nothing of a room that is not there, and tells the page', async () => {
    outside.status = 404;
    const codes: string[] = [];
    const hear = (event: Event) => codes.push((event as QunErrorEvent).error.code);
    document.addEventListener('qun-error', hear);
    const element = await fixture<QunEntry>(html`<qun-entry room=${ROOM}></qun-entry>`);
    await until(() => codes.length > 0);
    element.room = 'not-a-url';
    await until(() => codes.length > 1);
    document.removeEventListener('qun-error', hear);
    expect([codes, part(element, 'float')]).to.eql([['room-not-found', 'bad-config'], null]);
  });

  it('leaves nothing behind, a hundred times', async () => {
    const watching = watchListeners(window, document);
    outside.held = true;
    for (let i = 0; i < 100; i += 1) {
      const element = document.createElement('qun-entry');
      element.room = ROOM;
      document.body.append(element);
      await element.updateComplete;
      if (i === 99) await until(() => outside.asked.length > 0);
      element.remove();
    }
    expect(outside.aborted.length).to.equal(outside.asked.length);
    watching.stop();
    expect(watching.left()).to.eql([]);
  });
});
