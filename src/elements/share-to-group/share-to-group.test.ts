import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import '../../define/qun-room.js';
import '../../define/qun-share-to-group.js';
import type { QunLinkCopiedEvent } from '../../events/qun-link-copied-event.js';
import type { QunShareEvent } from '../../events/qun-share-event.js';
import type { QunShareOpenedEvent } from '../../events/qun-share-opened-event.js';
import type { Environment } from '../../platform/environment.js';
import { QunShareToGroup } from './share-to-group.js';

const WECHAT = 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.40 NetType/WIFI';
const WECOM = 'Mozilla/5.0 (iPhone) wxwork/4.1.0 MicroMessenger/7.0.1 Language/zh';
const URL_ = 'https://shop.example/live';

const browser = (more: Partial<Environment> = {}): Environment => ({
  userAgent: 'Firefox',
  document,
  ...more,
});
/** Nothing can be copied here. */
const poor = browser({ document: { body: null } as unknown as Document });
const refused = (name: string) => ({ share: () => Promise.reject(new DOMException('', name)) });

class ShareHarness {
  readonly opened: string[] = [];
  readonly copied: string[] = [];
  readonly asked: QunShareEvent['data'][] = [];

  constructor(readonly element: QunShareToGroup) {
    element.addEventListener('qun-share', (event: QunShareEvent) => void this.asked.push(event.data));
    element.addEventListener(
      'qun-share-opened',
      (event: QunShareOpenedEvent) => void this.opened.push(event.via),
    );
    element.addEventListener(
      'qun-link-copied',
      (event: QunLinkCopiedEvent) => void this.copied.push(event.url),
    );
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.element.shadowRoot!.querySelector<E>(selector)!;
  }

  get dialog(): HTMLDialogElement {
    return this.find<HTMLDialogElement>('dialog');
  }

  /** The part that has the focus, or its words. As a name: chai takes minutes to print an element. */
  get focus(): string | undefined {
    const active = this.element.shadowRoot!.activeElement;
    return active?.getAttribute('part') ?? active?.textContent.trim();
  }

  button(words: string): HTMLButtonElement {
    const all = [...this.dialog.querySelectorAll('button')];
    return all.find(one => (one.getAttribute('aria-label') ?? one.textContent).includes(words))!;
  }

  /** As the finger does it. */
  async tap(): Promise<void> {
    const { left, top } = this.find('.share').getBoundingClientRect();
    const asked = this.asked.length;
    await sendMouse({ type: 'click', position: [Math.ceil(left) + 10, Math.ceil(top) + 10] });
    await waitUntil(() => this.asked.length > asked);
  }

  /** Passes axe as it stands once it has faded in. */
  async accessible(): Promise<void> {
    await Promise.all(this.dialog.getAnimations().map(one => one.finished));
    await expect(this.element).to.be.accessible();
  }

  async share(): Promise<void> {
    await this.element.share();
    await this.element.updateComplete;
  }
}

async function alone(environment: Environment, attributes: Record<string, string> = { url: URL_ }) {
  const element = await fixture<QunShareToGroup>(
    html`<qun-share-to-group lang="en" .environment=${environment}></qun-share-to-group>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return new ShareHarness(element);
}

describe('qun-share-to-group in a browser', () => {
  it('opens the share sheet of the browser', async () => {
    const shared: ShareData[] = [];
    const share = async (data: ShareData) => void shared.push(data);
    const harness = await alone(browser({ share }), { url: URL_, 'share-title': 'Tea', 'share-text': 'Now' });
    await harness.share();
    expect(shared).to.eql([{ title: 'Tea', text: 'Now', url: URL_ }]);
    expect(harness.opened).to.eql(['web-share']);
    expect(harness.copied).to.eql([]);
  });

  it('says nothing when the viewer closes the sheet', async () => {
    const harness = await alone(browser({ ...refused('AbortError'), writeText: async () => {} }));
    await harness.share();
    expect([...harness.opened, ...harness.copied]).to.eql([]);
    expect(harness.find('[role=status]').textContent).to.equal('');
  });

  it('copies the link where the sheet is not allowed', async () => {
    const written: string[] = [];
    const writeText = async (text: string) => void written.push(text);
    const harness = await alone(browser({ ...refused('NotAllowedError'), writeText }));
    await harness.share();
    expect(written).to.eql([URL_]);
    expect(harness.opened).to.eql(['copy']);
    expect(harness.copied).to.eql([URL_]);
    expect(harness.find('[role=status]').textContent).to.equal('Link copied. Paste it in your group.');
    expect(harness.find('.toast').matches(':popover-open')).to.equal(true);
    await harness.accessible();
  });

  it('copies into the clipboard itself, on a real tap', async () => {
    const harness = await alone({ ...browser(), document });
    await harness.tap();
    await waitUntil(() => harness.copied.length > 0);
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Paste" />`);
    field.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'KeyV' });
    await sendKeys({ up: 'Control' });
    expect(field.value).to.equal(URL_);
  });

  it('shows the link where nothing can be copied', async () => {
    const harness = await alone(poor, { url: URL_, 'share-title': 'Tea' });
    await harness.share();
    expect(harness.opened).to.eql(['text']);
    const field = harness.find<HTMLInputElement>('input');
    expect(field.value).to.equal(URL_);
    expect(harness.focus).to.equal('link');
    expect(field.selectionEnd).to.equal(URL_.length);
    expect(harness.dialog.textContent).to.include('Tea');
    await harness.accessible();
  });

  it('copies from the shown link, or says how to do it by hand', async () => {
    const harness = await alone(poor);
    await harness.share();
    const copy = document.execCommand.bind(document);
    document.execCommand = () => false;
    try {
      harness.button('Copy link').click();
      await waitUntil(() => harness.find('.hint').textContent!.includes('Press and hold'));
    } finally {
      document.execCommand = copy;
    }
    harness.element.environment = browser({ writeText: async () => {} });
    harness.button('Copy link').click();
    await waitUntil(() => harness.copied.length === 1);
    await waitUntil(() => !harness.dialog.open);
  });

  it('asks once, however often it is tapped', async () => {
    let open!: () => void;
    const share = () => new Promise<void>(resolve => (open = resolve));
    const harness = await alone(browser({ share }));
    const first = harness.element.share();
    const second = harness.element.share();
    open();
    await Promise.all([first, second]);
    expect(harness.asked.length).to.equal(1);
    expect(harness.opened).to.eql(['web-share']);
  });

  it('leaves it to a page that prevents it, and takes what a page changes', async () => {
    const shared: ShareData[] = [];
    const share = async (data: ShareData) => void shared.push(data);
    const harness = await alone(browser({ share }));
    const prevent = (event: Event) => event.preventDefault();
    harness.element.addEventListener('qun-share', prevent);
    await harness.share();
    expect(shared).to.eql([]);
    expect(harness.opened).to.eql([]);
    harness.element.removeEventListener('qun-share', prevent);
    harness.element.addEventListener('qun-share', (event: QunShareEvent) => (event.data.url += '?by=ida'));
    await harness.share();
    expect(shared[0]!.url).to.equal(`${URL_}?by=ida`);
  });
});

describe('qun-share-to-group in WeChat', () => {
  const wechat = browser({ userAgent: WECHAT, share: () => Promise.reject(new Error('was asked')) });

  it('shows the way to the menu, although there is a share sheet', async () => {
    const harness = await alone(wechat);
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
    expect(harness.dialog.open).to.equal(true);
    expect(harness.dialog.textContent).to.include('Tap ··· at the top right');
    expect(harness.dialog.textContent).to.include('Send to Chat');
    await harness.accessible();
  });

  it('shows it in Chinese, and changes with the page while it is open', async () => {
    const harness = await alone(wechat);
    await harness.share();
    harness.element.lang = 'zh-CN';
    await waitUntil(() => harness.dialog.textContent.includes('点击右上角 ···'));
    expect(harness.dialog.textContent).to.include('选择「发送给朋友」');
  });

  it('names what WeCom calls it', async () => {
    const harness = await alone(browser({ userAgent: WECOM }));
    await harness.share();
    expect(harness.dialog.textContent).to.include('Forward');
  });

  it('does the same in a mini-program', async () => {
    const harness = await alone(browser({ wxEnvironment: 'miniprogram' }));
    await harness.share();
    expect(harness.opened).to.eql(['guide']);
  });

  it('takes the focus, keeps it inside, and gives it back on Escape', async () => {
    const harness = await alone(wechat);
    harness.find('.share').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => harness.dialog.open);
    expect(harness.focus).to.equal('Got it');
    await sendKeys({ press: 'Tab' });
    expect(harness.focus).to.equal('Copy link');
    await sendKeys({ press: 'Tab' });
    expect(harness.focus).to.equal('Got it');
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(harness.focus).to.equal('Copy link');

    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', hear);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !harness.dialog.open);
    document.removeEventListener('keydown', hear);
    expect(harness.focus).to.equal('button');
    expect(heard).to.eql([], 'the room around does not close as well');
  });

  it('closes on a tap anywhere, and on the button', async () => {
    const harness = await alone(wechat);
    await harness.share();
    harness.find('.guide').click();
    await waitUntil(() => !harness.dialog.open);
    await harness.share();
    harness.button('Got it').click();
    await waitUntil(() => !harness.dialog.open);
    expect(harness.opened).to.eql(['guide', 'guide']);
  });

  it('closes by the browser’s own gesture', async () => {
    const harness = await alone(wechat);
    await harness.share();
    harness.dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitUntil(() => !harness.dialog.open);
    await harness.share();
    expect(harness.dialog.open).to.equal(true, 'and can be opened again');
  });

  it('copies the link from there, or shows it', async () => {
    const harness = await alone({ ...wechat, writeText: async () => {} });
    await harness.share();
    harness.button('Copy link').click();
    await waitUntil(() => harness.copied.length === 1);
    await waitUntil(() => !harness.dialog.open);

    harness.element.environment = { ...poor, userAgent: WECHAT };
    await harness.share();
    harness.button('Copy link').click();
    await waitUntil(() => harness.focus === 'link');
    expect(harness.dialog.open).to.equal(true);
  });

  it('copies for real from behind the dialog', async () => {
    const harness = await alone({ ...wechat, document });
    await harness.share();
    const { left, top, width } = harness.button('Copy link').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + 20)] });
    await waitUntil(() => harness.copied.length === 1);
  });

  it('works in a browser that has never heard of dialogs', async () => {
    const showModal = HTMLDialogElement.prototype.showModal;
    HTMLDialogElement.prototype.showModal = undefined as never;
    try {
      const harness = await alone(wechat);
      harness.find('.share').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => harness.opened.length === 1);
      await harness.element.updateComplete;
      const { width, height } = harness.dialog.getBoundingClientRect();
      expect([width, height]).to.eql([innerWidth, innerHeight]);
      expect(harness.dialog.getAttribute('aria-modal')).to.equal('true');
      expect(harness.focus).to.equal('Got it');
      await harness.accessible();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      expect(harness.focus).to.equal('Got it');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => harness.dialog.getBoundingClientRect().width === 0);
      expect(harness.focus).to.equal('button');
    } finally {
      HTMLDialogElement.prototype.showModal = showModal;
    }
  });
});

describe('qun-share-to-group in a room', () => {
  async function inRoom(environment: Environment, lang = 'en') {
    const transport = new FakeTransport();
    const room = await fixture<HTMLElement>(
      html`<qun-room lang=${lang} .transport=${transport}
        ><qun-share-to-group .environment=${environment}></qun-share-to-group
      ></qun-room>`,
    );
    const element = room.querySelector<QunShareToGroup>('qun-share-to-group')!;
    await element.updateComplete;
    transport.snapshot();
    return { harness: new ShareHarness(element), transport, room };
  }
  const silent = browser({ share: async () => {} });

  it('says in the title whether there is anything on', async () => {
    const { harness, transport } = await inRoom(silent);
    for (const phase of ['warmup', 'live', 'paused', 'replay', 'ended'] as const) {
      transport.control('room.phase', { phase });
      await harness.share();
    }
    expect(harness.asked.map(data => data.title)).to.eql([
      'Starts soon: Spring',
      'Live now: Spring',
      'Live now: Spring',
      'Replay: Spring',
      'Spring',
    ]);
  });

  it('passes on what the room wants to be passed on, in the viewer’s language', async () => {
    const { harness, transport } = await inRoom(silent, 'zh-CN');
    transport.seq = 5;
    transport.epoch = 'e2';
    transport.snapshot({
      share: {
        title: { en: 'First flush', 'zh-CN': '明前茶上新' },
        text: { en: 'Come and see', 'zh-CN': '来看看' },
        picture: '/poster.webp',
        url: 'https://shop.example/spring',
      },
    });
    await harness.share();
    expect(harness.asked).to.eql([
      {
        title: '正在直播：明前茶上新',
        text: '来看看',
        url: 'https://shop.example/spring',
        picture: 'https://live.shop.example/poster.webp',
      },
    ]);
  });

  it('lets the page say it better, and leaves out a picture that is none', async () => {
    const { harness } = await inRoom(silent);
    const { element } = harness;
    element.shareTitle = 'My title';
    element.shareText = 'My text';
    element.url = '/my?link';
    element.picture = 'data:image/png;base64,AAAA';
    await harness.share();
    expect(harness.asked).to.eql([
      { title: 'My title', text: 'My text', url: new URL('/my?link', document.baseURI).href },
    ]);
  });

  it('takes the page it stands on where nobody says more', async () => {
    const { harness } = await inRoom(silent);
    harness.element.url = 'javascript:alert(1)';
    await harness.share();
    expect(harness.asked[0]!.url).to.equal(location.href);
  });

  it('finds its room by id', async () => {
    const { room } = await inRoom(silent);
    room.id = 'stage';
    const element = await fixture<QunShareToGroup>(
      html`<qun-share-to-group room="stage" lang="en" .environment=${silent}></qun-share-to-group>`,
    );
    const harness = new ShareHarness(element);
    await harness.share();
    expect(harness.asked[0]!.title).to.equal('Live now: Spring');
  });
});

describe('qun-share-to-group', () => {
  it('has words of its own, or the page’s, or an icon alone with a name', async () => {
    const harness = await alone(browser());
    expect(harness.find('.share').textContent!.trim()).to.equal('Share to group');
    harness.element.lang = 'zh-CN';
    await waitUntil(() => harness.find('.share').textContent!.trim() === '分享到群');
    harness.element.textContent = '发到姐妹群';
    expect(harness.find<HTMLSlotElement>('slot').assignedNodes()[0]!.textContent).to.equal('发到姐妹群');
    await harness.accessible();
    harness.element.compact = true;
    await harness.element.updateComplete;
    expect(harness.find('.share').getAttribute('aria-label')).to.equal('分享到群');
    expect(harness.find('.share').offsetWidth).to.equal(44);
    await harness.accessible();
  });

  it('keeps what was set before it was defined', async () => {
    const early = document.createElement('late-share') as QunShareToGroup;
    early.url = URL_;
    early.environment = browser({ share: async () => {} });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(early);
    customElements.define('late-share', class extends QunShareToGroup {});
    await early.updateComplete;
    const harness = new ShareHarness(early);
    await harness.share();
    expect(harness.asked[0]!.url).to.equal(URL_);
  });

  it('leaves nothing behind when it goes with its guide open', async () => {
    const place = await fixture<HTMLElement>(html`<div><button>Before</button></div>`);
    const harness = await alone(browser({ userAgent: WECHAT }));
    const { element } = harness;
    place.append(element);
    place.querySelector('button')!.focus();
    await harness.share();
    expect(harness.dialog.open).to.equal(true);
    element.remove();
    await element.updateComplete;
    expect(harness.dialog.open).to.equal(false);
    place.append(element);
    await element.updateComplete;
    expect(harness.dialog.open).to.equal(false);
    await harness.share();
    expect(harness.dialog.open).to.equal(true);
  });

  it('stops its clock when it goes with its toast shown', async () => {
    const harness = await alone(browser({ writeText: async () => {} }));
    const begin = setTimeout;
    const end = clearTimeout;
    const running = new Set<unknown>();
    window.setTimeout = ((work: () => void, ms?: number) => {
      const id = begin(work, ms);
      if (ms === 2600) running.add(id);
      return id;
    }) as typeof setTimeout;
    window.clearTimeout = ((id: number) => (running.delete(id), end(id))) as typeof clearTimeout;
    try {
      await harness.share();
      expect(running.size).to.equal(1);
      harness.element.remove();
      expect(running.size).to.equal(0);
    } finally {
      window.setTimeout = begin;
      window.clearTimeout = end;
    }
  });

  it('says nothing to a page it has left', async () => {
    let open!: () => void;
    const share = () =>
      new Promise<void>((_, reject) => (open = () => reject(new DOMException('', 'NotAllowedError'))));
    const harness = await alone({ ...poor, share });
    const sharing = harness.element.share();
    harness.element.remove();
    open();
    await sharing;
    await nextFrame();
    expect(harness.opened).to.eql([]);
    expect(harness.dialog.open).to.equal(false);
  });

  it('comes and goes a hundred times', async () => {
    const harness = await alone(browser());
    const place = await fixture<HTMLElement>(html`<div></div>`);
    for (let time = 0; time < 100; time += 1) {
      place.append(harness.element);
      harness.element.remove();
    }
    place.append(harness.element);
    await harness.element.updateComplete;
    expect(harness.find('.share')).to.exist;
  });
});
