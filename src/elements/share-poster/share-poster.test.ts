import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { browser } from '../../../test/fixtures/share-harness.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import '../../define/qun-room.js';
import '../../define/qun-share-poster.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunMakePosterEvent } from '../../events/qun-make-poster-event.js';
import type { QunUploadPosterEvent } from '../../events/qun-upload-poster-event.js';
import type { Environment } from '../../platform/environment.js';
import type { Product, RoomState } from '../../protocol/index.js';
import type { QunSharePoster } from './share-poster.js';

const wechat = browser({ userAgent: 'MicroMessenger/8.0.40', globals: { WeixinJSBridge: { invoke() {} } } });
const money = (minor: number) => ({ minor, currency: 'CNY' });
const product = (id: string, number: number, more: Partial<Product> = {}): Product => ({
  ...{ id, number, title: { en: `Tea ${id}`, 'zh-CN': `${id}茶` }, pictures: [], stock: 5 },
  ...{ price: { kind: 'fixed', amount: money(8800) }, ...more },
});
const show: Partial<RoomState> = {
  title: { en: 'Spring tea', 'zh-CN': '春茶' },
  host: { name: { en: 'Qing', 'zh-CN': '阿青' } },
  phase: 'warmup',
  startsAt: Date.UTC(2026, 3, 12, 12),
  share: { url: 'https://shop.example/spring' },
  products: [
    product('a', 1, { price: { kind: 'struck', amount: money(8800), was: money(9800) } }),
    product('b', 2, { price: { kind: 'range', from: money(1000), to: money(2000) } }),
    product('gone', 3, { stock: 0 }),
    product('d', 4),
    product('e', 5),
  ],
};

/** Drawing takes its time where much else is going on. */
const until = (what: () => unknown, words?: string) => waitUntil(what, words, { timeout: 8000 });

/** The poster as a viewer meets it. */
class Harness {
  readonly opened: string[] = [];

  constructor(readonly element: QunSharePoster) {
    element.addEventListener('qun-share-opened', event => void this.opened.push(event.via));
  }

  find<E extends Element = HTMLElement>(selector: string): E | null {
    return this.element.shadowRoot!.querySelector<E>(selector);
  }

  get dialog(): HTMLDialogElement | null {
    return this.find<HTMLDialogElement>('dialog');
  }

  get picture(): HTMLImageElement | null {
    return this.find<HTMLImageElement>('img.poster');
  }

  get said(): string {
    return this.find('[role=status]')?.textContent ?? '';
  }

  button(words: string): HTMLElement | undefined {
    const all = [...this.element.shadowRoot!.querySelectorAll<HTMLElement>('dialog button, dialog a')];
    return all.find(one => (one.getAttribute('aria-label') ?? one.textContent).includes(words));
  }

  /** Passes axe as it stands once it has faded in. */
  async accessible(): Promise<void> {
    await Promise.all(this.dialog!.getAnimations({ subtree: true }).map(one => one.finished));
    await expect(this.element).to.be.accessible();
  }

  async show(): Promise<void> {
    this.element.show();
    await until(() => this.picture?.complete, 'the poster is shown');
  }
}

async function alone(environment: Environment = browser(), lang = 'en'): Promise<Harness> {
  const element = await fixture<QunSharePoster>(
    html`<qun-share-poster
      lang=${lang}
      url="https://shop.example/live?qs=ABCDEFGHIJKL.w&amp;from=timeline"
      share-title="Tea"
      share-text="Now"
      .environment=${environment}
    ></qun-share-poster>`,
  );
  return new Harness(element);
}

async function inRoom(environment: Environment = browser(), lang = 'en', state = show) {
  const transport = new FakeTransport();
  transport.answer = () => ({ share: 'a1B2c3D4e5F6' });
  const room = await fixture<HTMLElement>(
    html`<qun-room lang=${lang} .transport=${transport}
      ><qun-share-poster .environment=${environment}></qun-share-poster
    ></qun-room>`,
  );
  const element = room.querySelector('qun-share-poster')!;
  await element.updateComplete;
  transport.snapshot(state);
  return { harness: new Harness(element), transport, room };
}

describe('qun-share-poster', () => {
  it('is a button until it is asked for, and then a picture that says all that is on it', async () => {
    const harness = await alone();
    expect(harness.dialog === null).to.equal(true);
    await expect(harness.element).to.be.accessible();
    await harness.show();
    expect(harness.dialog!.open).to.equal(true);
    expect(harness.picture!.src).to.match(/^data:image\/jpeg/);
    expect([harness.picture!.naturalWidth, harness.picture!.naturalHeight]).to.deep.equal([750, 1334]);
    expect(harness.picture!.alt).to.include('Tea. Now.').and.to.include('Scan to enter the room');
    expect(harness.said).to.equal('Your poster is ready.');
    expect(harness.opened).to.deep.equal(['poster']);
    await harness.accessible();
  });

  it('says what the room says, in the viewer’s language and with their own link', async () => {
    const { harness, transport } = await inRoom(browser(), 'zh-CN');
    await harness.show();
    const { alt } = harness.picture!;
    expect(alt).to.match(/^开播预告。春茶。阿青。4月12日 周日 \d\d:00。/);
    expect(alt).to.include('1号链接 a茶 ¥88 立省¥10。2号链接 b茶 ¥10起。4号链接 d茶 ¥88。');
    expect(alt).to.include('https://shop.example/spring?qs=a1B2c3D4e5F6.p');
    expect(transport.sent.map(one => one.command)).to.deep.equal([{ type: 'share.intend', via: 'poster' }]);
  });

  it('puts the product it is about first, then what the host shows', async () => {
    const pins = [{ productId: 'e', at: 1, mediaAt: 1 }];
    const { harness, transport } = await inRoom(browser(), 'en', { ...show, phase: 'live', pins });
    harness.element.product = 'd';
    await harness.show();
    expect(harness.picture!.alt).to.match(/^Live now\. Spring tea\. Qing\. No\. 4 .*No\. 5 .*No\. 1 /);
    expect(harness.button('Close-up')!.getAttribute('aria-pressed')).to.equal('true');
    expect(transport.sent[0]!.command).to.deep.include({ productId: 'd' });
  });

  it('fetches its pictures while it still waits for its link', async () => {
    const asked: string[] = [];
    const { fetch } = window;
    window.fetch = (url, options) => {
      asked.push(String(url));
      return fetch(url, options);
    };
    try {
      const stream = { src: '/live.m3u8', poster: `${location.origin}/demo/media/poster.webp` };
      const state = { ...show, stream, share: {} };
      const { harness, transport } = await inRoom(browser(), 'en', state);
      let linked!: (answer: { share: string }) => void;
      transport.answer = () => new Promise(resolve => (linked = resolve)) as never;
      harness.element.addEventListener('qun-make-poster', () => void asked.push('drawn'));
      harness.element.show();
      await until(() => asked.length > 0, 'a picture is asked for');
      expect(asked).to.deep.equal([stream.poster]);
      linked({ share: 'a1B2c3D4e5F6' });
      await until(() => harness.picture?.complete, 'the poster is shown');
      expect(asked.slice(0, 2)).to.deep.equal([stream.poster, 'drawn']);
      expect(asked.filter(url => url === stream.poster)).to.have.length(1);
    } finally {
      window.fetch = fetch;
    }
  });

  it('asks for its pictures once, when a tap begins, and shows nothing before the tap has ended', async () => {
    const asked: string[] = [];
    const { fetch } = window;
    window.fetch = (url, options) => {
      asked.push(String(url));
      return fetch(url, options);
    };
    try {
      const poster = `${location.origin}/demo/media/poster.webp`;
      const stream = { src: '/live.m3u8', poster };
      const { harness, transport } = await inRoom(browser(), 'en', { ...show, stream, share: {} });
      harness.find('.make')!.dispatchEvent(new PointerEvent('pointerdown'));
      await harness.element.updateComplete;
      expect(asked).to.deep.equal([poster]);
      expect(harness.dialog!.open).to.equal(false);
      expect(transport.sent).to.deep.equal([]);
      harness.find('.make')!.click();
      await until(() => harness.picture?.complete, 'the poster is shown');
      expect(asked.filter(url => url === poster)).to.have.length(1);
    } finally {
      window.fetch = fetch;
    }
  });

  it('makes a poster where the room knows nothing of links', async () => {
    const { harness, transport } = await inRoom();
    transport.answer = () => {
      throw new Error('unknown command');
    };
    await harness.show();
    expect(harness.picture!.alt).to.match(/https:\/\/shop\.example\/spring$/);
  });

  it('passes on what brought its viewer here, and nothing that was meant for them', async () => {
    const harness = await alone();
    await harness.show();
    expect(harness.picture!.alt).to.match(/https:\/\/shop\.example\/live\?qs=ABCDEFGHIJKL\.w$/);
  });

  it('is drawn anew in another design and another language', async () => {
    const { harness, room } = await inRoom();
    await harness.show();
    const first = harness.picture!.src;
    harness.button('Night market')!.click();
    await until(() => ![undefined, first].includes(harness.picture?.src));
    expect(harness.button('Night market')!.getAttribute('aria-pressed')).to.equal('true');
    const second = harness.picture!.src;
    room.lang = 'zh-CN';
    await until(() => ![undefined, second].includes(harness.picture?.src));
    expect(harness.picture!.alt).to.include('春茶');
    expect(harness.button('夜市')).not.to.equal(undefined);
    expect(harness.opened).to.deep.equal(['poster']);
  });

  it('is pressed in WeChat, where nothing can be saved or sent by a page', async () => {
    const harness = await alone({ ...wechat, share: async () => {}, canShare: () => true });
    await harness.show();
    expect(harness.button('Save')).to.equal(undefined);
    expect(harness.button('Send')).to.equal(undefined);
    expect(harness.find('.actions')!.textContent).to.include('Press and hold');
    expect(harness.picture!.src.length).to.be.below(300_100);
    expect(getComputedStyle(harness.picture!).userSelect).to.equal('auto');
  });

  it('is stored by a page that has a place for it, and shown as it is where that fails', async () => {
    for (const [answer, src] of [
      [() => '/demo/media/poster.webp', /\/demo\/media\/poster\.webp$/],
      [() => Promise.reject<string>(new Error('full')), /^data:/],
      [() => 'javascript:alert(1)', /^data:/],
    ] as const) {
      const harness = await alone(wechat);
      harness.element.addEventListener('qun-upload-poster', (event: QunUploadPosterEvent) => {
        expect(event.blob.type).to.equal('image/jpeg');
        event.respondWith(answer());
      });
      await harness.show();
      expect(harness.picture!.src).to.match(src);
    }
  });

  it('is saved by a link, and sent as a file where the browser shares files', async () => {
    const sent: ShareData[] = [];
    const share = async (data: ShareData) => void sent.push(data);
    const harness = await alone(browser({ share, canShare: () => true }));
    harness.element.addEventListener('qun-upload-poster', () => expect.fail('nobody has to store it here'));
    await harness.show();
    const save = harness.button('Save picture') as HTMLAnchorElement;
    expect(save.download).to.equal('poster.jpg');
    expect(save.href).to.equal(harness.picture!.src);
    harness.button('Send picture')!.click();
    await until(() => harness.opened.length === 2);
    expect(harness.opened).to.deep.equal(['poster', 'web-share']);
    const [file] = sent[0]!.files!;
    expect([file!.name, file!.type]).to.deep.equal(['poster.jpg', 'image/jpeg']);
  });

  it('lets the page say it better, or answer with a poster of its own', async () => {
    const harness = await alone();
    const better = (event: QunMakePosterEvent) => {
      event.content = {
        ...event.content,
        title: 'Better',
        code: { ...event.content.code, url: 'https://a.example/' },
      };
    };
    harness.element.addEventListener('qun-make-poster', better);
    await harness.show();
    expect(harness.picture!.alt).to.match(/^Better\. .*https:\/\/a\.example\/$/);
    harness.element.open = false;
    await harness.element.updateComplete;
    harness.element.removeEventListener('qun-make-poster', better);
    harness.element.addEventListener(
      'qun-make-poster',
      (event: QunMakePosterEvent) => event.respondWith('/demo/media/poster.webp'),
      { once: true },
    );
    await harness.show();
    expect(harness.picture!.src).to.match(/\/demo\/media\/poster\.webp$/);
    expect(harness.button('Paper')).to.equal(undefined);
    harness.element.open = false;
    await harness.element.updateComplete;
    harness.element.posterUrl = '/demo/media/host.webp';
    await harness.show();
    expect(harness.picture!.src).to.match(/\/demo\/media\/host\.webp$/);
  });

  it('leaves it to a page that prevents it', async () => {
    const harness = await alone();
    harness.element.addEventListener('qun-make-poster', event => event.preventDefault());
    harness.element.show();
    await until(() => !harness.element.open);
    await harness.element.updateComplete;
    expect(harness.dialog!.open).to.equal(false);
    expect(harness.opened).to.deep.equal([]);
  });

  it('shows the drawing itself where the page lets no such picture through', async () => {
    const harness = await alone();
    await harness.show();
    harness.picture!.dispatchEvent(new Event('error'));
    await until(() => harness.find('canvas') !== null);
    expect(harness.find('canvas')!.getAttribute('aria-label')).to.include('Tea. Now.');
    await harness.accessible();
  });

  it('says that it failed, and tries again', async () => {
    const harness = await alone();
    const errors: string[] = [];
    harness.element.addEventListener(
      'qun-error',
      (event: QunErrorEvent) => void errors.push(event.error.code),
    );
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = (() => null) as never;
    try {
      harness.element.show();
      await until(() => harness.button('Try again') !== undefined);
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
    expect(errors).to.deep.equal(['internal']);
    expect(harness.dialog!.textContent).to.include('The poster could not be drawn.');
    await harness.accessible();
    harness.button('Try again')!.click();
    await until(() => harness.picture?.complete);
  });

  it('is worked with keys alone, and gives the focus back', async () => {
    const harness = await alone();
    harness.find('.make')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => harness.picture?.complete);
    const focus = () => {
      const active = harness.element.shadowRoot!.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent.trim();
    };
    expect(focus()).to.equal('Close');
    await sendKeys({ press: 'Tab' });
    expect(focus()).to.equal('Save picture');
    await sendKeys({ press: 'Tab' });
    expect(focus()).to.equal('Paper');
    await sendKeys({ press: 'Escape' });
    await until(() => !harness.dialog!.open);
    expect(harness.element.open).to.equal(false);
    expect(focus()).to.equal('Poster');
  });

  it('has words of its own, or the page’s, an icon alone with a name, or no button at all', async () => {
    const element = await fixture<QunSharePoster>(
      html`<qun-share-poster lang="zh-CN">做张海报</qun-share-poster>`,
    );
    expect(element.shadowRoot!.querySelector('slot')!.assignedNodes()[0]!.textContent).to.equal('做张海报');
    element.compact = true;
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.make')!.getAttribute('aria-label')).to.equal('海报');
    await expect(element).to.be.accessible();
    element.withoutButton = true;
    await element.updateComplete;
    expect(getComputedStyle(element.shadowRoot!.querySelector('.make')!).display).to.equal('none');
  });

  it('finds its room by id, and takes what was set before it was defined', async () => {
    const { room } = await inRoom();
    room.id = 'poster-stage';
    const element = document.createElement('qun-share-poster');
    Object.assign(element, { room: 'poster-stage', lang: 'en', environment: browser(), open: true });
    room.parentElement!.append(element);
    const harness = new Harness(element);
    await until(() => harness.picture?.complete);
    expect(harness.picture!.alt).to.include('Spring tea');
    element.remove();
  });

  it('leaves nothing behind, a hundred times, also in the midst of drawing', async () => {
    const place = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const listeners = watchListeners(document, window);
    const children = document.body.childElementCount;
    const errors: unknown[] = [];
    const hear = (event: Event) => errors.push(event);
    window.addEventListener('unhandledrejection', hear);
    for (let time = 0; time < 100; time += 1) {
      const element = document.createElement('qun-share-poster');
      element.environment = browser();
      place.append(element);
      element.show();
      await element.updateComplete;
      element.remove();
      expect(element.open).to.equal(false);
    }
    const last = await alone();
    await last.show();
    last.element.remove();
    window.removeEventListener('unhandledrejection', hear);
    expect(errors).to.have.length(0);
    expect(listeners.left()).to.deep.equal([]);
    listeners.stop();
    expect(document.body.childElementCount).to.be.at.most(children + 1);
  });
});
