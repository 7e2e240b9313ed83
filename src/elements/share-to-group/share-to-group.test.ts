import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import {
  browser,
  inApp,
  poor,
  refused,
  ShareHarness,
  shareAlone,
  URL_,
  WECHAT,
} from '../../../test/fixtures/share-harness.js';
import '../../define/qun-room.js';
import type { QunShareEvent } from '../../events/qun-share-event.js';
import type { Environment } from '../../platform/environment.js';
import { QunShareToGroup } from './share-to-group.js';

describe('qun-share-to-group in a browser', () => {
  it('opens the share sheet of the browser', async () => {
    const shared: ShareData[] = [];
    const share = async (data: ShareData) => void shared.push(data);
    const harness = await shareAlone(browser({ share }), {
      url: URL_,
      'share-title': 'Tea',
      'share-text': 'Now',
    });
    await harness.share();
    expect(shared).to.eql([{ title: 'Tea', text: 'Now', url: URL_ }]);
    expect(harness.opened).to.eql(['web-share']);
    expect(harness.copied).to.eql([]);
  });

  it('says nothing when the viewer closes the sheet', async () => {
    const harness = await shareAlone(browser({ ...refused('AbortError'), writeText: async () => {} }));
    await harness.share();
    expect([...harness.opened, ...harness.copied]).to.eql([]);
    expect(harness.find('.visually-hidden').textContent).to.equal('');
  });

  it('copies the link where the sheet is not allowed', async () => {
    const written: string[] = [];
    const writeText = async (text: string) => void written.push(text);
    const harness = await shareAlone(browser({ ...refused('NotAllowedError'), writeText }), {
      url: URL_,
      ways: '',
    });
    await harness.share();
    expect(written).to.eql([URL_]);
    expect(harness.opened).to.eql(['copy']);
    expect(harness.copied).to.eql([URL_]);
    expect(harness.find('p[role=status].visually-hidden').textContent).to.equal(
      'Link copied. Paste it in your group.',
    );
    expect(harness.find('.toast').matches(':popover-open')).to.equal(true);
    await harness.accessible();
  });

  it('copies into the clipboard itself, on a real tap', async () => {
    const harness = await shareAlone({ ...browser(), document });
    await harness.tap();
    await waitUntil(() => harness.copied.length > 0);
    expect(harness.find('.hint').textContent).to.include('Link copied.');
    harness.button('Close').click();
    await waitUntil(() => !harness.dialog.open);
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Paste" />`);
    field.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'KeyV' });
    await sendKeys({ up: 'Control' });
    expect(field.value).to.equal(URL_);
  });

  it('shows the link where nothing can be copied', async () => {
    const harness = await shareAlone(poor, { url: URL_, 'share-title': 'Tea' });
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
    const harness = await shareAlone(poor);
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
    const harness = await shareAlone(browser({ share }));
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
    const harness = await shareAlone(browser({ share }));
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
    const harness = await shareAlone(browser());
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
    const harness = await shareAlone(inApp(WECHAT));
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
    const harness = await shareAlone(browser({ writeText: async () => {} }), { url: URL_, ways: '' });
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
    const harness = await shareAlone({ ...poor, share });
    const sharing = harness.element.share();
    harness.element.remove();
    open();
    await sharing;
    await nextFrame();
    expect(harness.opened).to.eql([]);
    expect(harness.dialog.open).to.equal(false);
  });

  it('comes and goes a hundred times', async () => {
    const harness = await shareAlone(browser());
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
