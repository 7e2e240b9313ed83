import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import decodeQr from 'qr/decode.js';
import { asksWhileThere } from '../../../test/fixtures/comings-and-goings.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { readShare, cameBy } from '../../core/share-link.js';
import '../../define/qun-guide-desk.js';
import '../../define/qun-room.js';
import '../../define/qun-share-poster.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunLinkCopiedEvent } from '../../events/qun-link-copied-event.js';
import type { QunMakePosterEvent } from '../../events/qun-make-poster-event.js';
import { guideReportSchema, parse, QunError, type GuideReport } from '../../protocol/index.js';
import type { QunGuideDesk } from './guide-desk.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const figures: GuideReport = {
  ...{ v: 1, at: 1_700_000_000_000, guide: { id: 'chen', name: 'Chen', code: 'CHEN8' }, share: '-CHEN8' },
  ...{ bound: 214, intents: 37, visits: 1380, newViewers: 262, refunds: [cny(29_900)] },
  direct: { orders: 61, sales: [cny(932_000), { minor: 5000, currency: 'USD' }] },
  assisted: { orders: 0, sales: [] },
  tier: {
    ...{ name: 'Silver', rateBp: 550, counted: cny(902_100), commission: cny(49_616) },
    next: { name: 'Gold', rateBp: 800, from: cny(1_200_000) },
  },
};
const url = 'https://shop.example/live/spring?from=groupmessage&utm=1';

const root = (element: QunGuideDesk) => element.shadowRoot!;
const one = <T extends Element = HTMLElement>(element: QunGuideDesk, selector: string) =>
  root(element).querySelector<T>(selector)!;
const plain = (node: Element | null | undefined) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const tap = (element: QunGuideDesk, words: string) =>
  [...root(element).querySelectorAll('button')].find(button => plain(button) === words)!.click();

async function place(props: Partial<QunGuideDesk>, { lang = 'en', width = 390 } = {}): Promise<QunGuideDesk> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement('qun-guide-desk'), { url, ...props });
  box.append(element);
  await element.updateComplete;
  return element;
}

/** What a camera reads of the drawing. */
async function scanned(element: QunGuideDesk): Promise<string> {
  const drawing = one<SVGSVGElement>(element, 'svg.qr');
  const side = Number(drawing.getAttribute('viewBox')!.split(' ')[2]);
  const canvas = document.createElement('canvas');
  const scale = 6;
  canvas.width = canvas.height = side * scale;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  pen.scale(scale, scale);
  pen.fill(new Path2D(drawing.querySelector('path')!.getAttribute('d')!));
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return decodeQr({ data, width, height });
}

describe('a guide’s desk', function () {
  this.timeout(PATIENCE_MS);

  it('shows the guide’s figures, tier and commission, as they change, in both languages', async () => {
    // What stands here is what a server may say.
    expect(parse(guideReportSchema, figures)).to.eql(figures);
    const element = await place({ figures });
    const tiles = () => [...root(element).querySelectorAll('.tile')].map(plain);
    expect(tiles()).to.eql([
      ...['New viewers 262', 'Sold to whom you brought ¥9,320 + $50 61 orders', 'Sold further on 0 0 orders'],
      ...['Your customers now 214', 'Link openings 1,380', 'Ways of sharing opened 37', 'Given back ¥299'],
    ]);
    const tier = plain(one(element, '[part=tier]'));
    for (const words of ['Silver', '5.5% of net sales', '¥496.16', '¥2,979 more to “Gold”, 8%'])
      expect(tier).to.contain(words);
    element.parentElement!.lang = 'zh-CN';
    await until(() => tiles()[0] === '新观众 262');
    expect(plain(one(element, '[part=tier]'))).to.contain('再成交 ¥2,979，升到“Gold”，佣金 8%');
    const { next: _, ...highest } = figures.tier!;
    element.figures = { ...figures, newViewers: 263, tier: highest };
    await element.updateComplete;
    expect(tiles()[0]).to.equal('新观众 263');
    expect(plain(one(element, '[part=tier]'))).to.contain('已经是最高档位');
    const { tier: __, ...plainFigures } = figures;
    element.figures = plainFigures;
    await element.updateComplete;
    expect(one(element, '[part=tier]') === null).to.equal(true);
  });

  it('passes on the page with the guide in it, without what was meant for its reader', async () => {
    const element = await place({ figures });
    const link = one<HTMLInputElement>(element, '.field').value;
    expect(link).to.equal('https://shop.example/live/spring?utm=1&qs=-CHEN8.c');
    expect(readShare(cameBy(link).share)).to.eql({ code: 'CHEN8', via: 'copy' });
    const { code: _, ...guide } = figures.guide;
    element.figures = { ...figures, guide, share: 'Fb3kQ0aZr91x' };
    await element.updateComplete;
    expect(one<HTMLInputElement>(element, '.field').value).to.contain('qs=Fb3kQ0aZr91x.c');
  });

  it('takes the page that the room names where it is told none', async () => {
    const transport = new FakeTransport();
    const box = await fixture(
      html`<qun-room lang="en" .transport=${transport}
        ><qun-guide-desk .figures=${figures}><p slot="footer">Ours</p></qun-guide-desk></qun-room
      >`,
    );
    const element = box.querySelector('qun-guide-desk')!;
    await until(() => transport.open);
    transport.snapshot({ share: { url: '/live' } });
    await until(
      () => one<HTMLInputElement>(element, '.field')?.value === 'https://live.shop.example/live?qs=-CHEN8.c',
    );
    const slot = root(element).querySelector<HTMLSlotElement>('slot[name=footer]')!;
    expect(plain(slot.assignedElements()[0])).to.equal('Ours');
  });

  it('draws a code that a camera reads, and draws it anew for another page', async () => {
    const element = await place({ figures });
    await until(() => one(element, 'svg.qr'));
    expect(await scanned(element)).to.equal('https://shop.example/live/spring?utm=1&qs=-CHEN8.q');
    element.url = 'https://shop.example/autumn';
    await element.updateComplete;
    expect(await scanned(element)).to.equal('https://shop.example/autumn?qs=-CHEN8.q');
    element.url = `https://shop.example/${'a'.repeat(3000)}`;
    const told = oneEvent(element, 'qun-error');
    await element.updateComplete;
    expect(((await told) as unknown as QunErrorEvent).error.code).to.equal('bad-config');
    expect(one(element, 'svg.qr') === null).to.equal(true);
    expect(one<HTMLInputElement>(element, '.field').value).to.contain('qs=-CHEN8.c');
  });

  it('copies the link and tells the page; where it cannot, leaves it selected', async () => {
    const element = await place({ figures });
    const told = oneEvent(element, 'qun-link-copied');
    const { clipboard } = navigator;
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void written.push(text) },
    });
    tap(element, 'Copy link');
    const { url: copied } = (await told) as unknown as QunLinkCopiedEvent;
    expect(written).to.eql([copied]);
    await element.updateComplete;
    expect(plain(one(element, '[part=link] [role=status]'))).to.equal('Copied');
    const { execCommand } = document;
    document.execCommand = () => false;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('no')) },
    });
    tap(element, 'Copied');
    await until(
      () => plain(one(element, '[part=link] [role=status]')) === 'Press and hold the link to copy it',
    );
    document.execCommand = execCommand;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    const field = one<HTMLInputElement>(element, '.field');
    expect(root(element).activeElement === field).to.equal(true);
    expect([field.selectionStart, field.selectionEnd]).to.eql([0, field.value.length]);
  });

  it('saves the code as a picture named after it', async () => {
    const element = await place({ figures });
    await until(() => one(element, 'svg.qr'));
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(`${this.download} ${this.protocol}`);
    };
    tap(element, 'Save the code');
    await until(() => saved.length > 0);
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.eql(['CHEN8.png data:']);
  });

  it('tells the shop how it passes the link on, and nothing where nobody counts', async () => {
    const told: string[] = [];
    const intend = async (via: string) => void told.push(via);
    const source = { json: async () => figures, intend };
    const element = await place({ source });
    await until(() => one(element, 'svg.qr'));
    const writing = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { clipboard } = navigator;
    const { execCommand } = document;
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => {};
    document.execCommand = () => false;
    writing(async () => {});
    tap(element, 'Copy link');
    await until(() => told.join() === 'copy');
    tap(element, 'Save the code');
    await until(() => told.join() === 'copy,code');
    writing(() => Promise.reject(new Error('no')));
    tap(element, 'Copied');
    await until(() => told.join() === 'copy,code,text');
    // Neither a server that does not answer nor one that does not count keeps anybody from it.
    for (const more of [{ intend: () => Promise.reject(new QunError('network')) }, {}]) {
      element.source = { json: source.json, ...more };
      await element.updateComplete;
      await until(() => one(element, 'svg.qr'));
      tap(element, 'Save the code');
    }
    HTMLAnchorElement.prototype.click = click;
    document.execCommand = execCommand;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('makes a poster of its room with the guide’s own link, and tells that by the guide alone', async () => {
    const told: string[] = [];
    const source = { json: async () => figures, intend: async (via: string) => void told.push(via) };
    const transport = new FakeTransport();
    const box = await fixture(
      html`<qun-room lang="en" .transport=${transport}
        ><qun-guide-desk .source=${source} .url=${url}></qun-guide-desk
      ></qun-room>`,
    );
    const element = box.querySelector('qun-guide-desk')!;
    await until(() => transport.open && root(element).querySelector('.tiles'));
    expect(one(element, 'qun-share-poster') === null, 'no room has told of itself').to.equal(true);
    transport.snapshot({ title: 'Spring tea', share: { url: '/live' } });
    await until(() => one(element, 'qun-share-poster')?.shadowRoot?.querySelector('button'));
    const poster = one(element, 'qun-share-poster');
    expect([plain(poster), plain(poster.shadowRoot!.querySelector('slot'))]).to.eql([
      'Make a poster',
      'Poster',
    ]);
    const drawn = oneEvent(element, 'qun-make-poster');
    const opened = oneEvent(element, 'qun-share-opened');
    poster.shadowRoot!.querySelector('button')!.click();
    const { content } = (await drawn) as unknown as QunMakePosterEvent;
    expect(content.title).to.equal('Spring tea');
    expect(content.code.url).to.equal('https://shop.example/live/spring?utm=1&qs=-CHEN8.p');
    await opened;
    expect(told).to.eql(['poster']);
    expect(transport.sent, 'whoever looks at the desk passes nothing on').to.eql([]);
  });

  it('can be used by everybody: narrow, wide, dark, large, and where nobody has signed in', async () => {
    const element = await place({ figures }, { width: 320 });
    await until(() => one(element, 'svg.qr'));
    await expect(element).to.be.accessible();
    const box = element.parentElement!;
    box.style.setProperty('color-scheme', 'dark');
    box.style.setProperty('--qun-text-scale', '1.25');
    await expect(element).to.be.accessible();
    expect(one(element, '.base').scrollWidth).to.be.at.most(320);
    await expect(await place({ figures }, { width: 1000, lang: 'zh-CN' })).to.be.accessible();
    const out = await place({});
    expect(plain(one(out, '.blank'))).to.contain("Open this page from your shop's own app");
    await expect(out).to.be.accessible();
  });

  it('asks as the guide, keeps what it saw where the way is lost, and shuts out who is no guide', async () => {
    let answer: () => Promise<unknown> = async () => figures;
    const source = { json: (path: string) => (expect(path).to.equal('guide'), answer()) };
    const element = await place({ source });
    await until(() => root(element).querySelector('.tiles'));
    const codes: string[] = [];
    element.addEventListener('qun-error', event => codes.push((event as QunErrorEvent).error.code));
    answer = () => Promise.reject(new QunError('not-found'));
    element.source = { ...source };
    await until(() => codes.length > 0);
    await element.updateComplete;
    expect(codes).to.eql(['not-found']);
    expect(plain(one(element, '.blank p'))).to.equal(
      'This sign-in is no guide of the shop. Please ask the shop',
    );
    answer = async () => figures;
    tap(element, 'Try again');
    await until(() => root(element).querySelector('.tiles'));
  });

  it('finds its place where it is shown later, without an error that the page would hear of', async () => {
    const errors: string[] = [];
    const hear = (event: ErrorEvent) => {
      event.stopImmediatePropagation();
      errors.push(event.message);
    };
    addEventListener('error', hear, true);
    const element = await place({ figures }, { width: 320 });
    const narrow = () => one(element, '.base').classList.contains('narrow');
    for (const width of [900, 320, 900]) {
      element.parentElement!.style.width = `${width}px`;
      await until(() => narrow() === width < 480);
      await nextFrame();
    }
    removeEventListener('error', hear, true);
    expect(errors).to.eql([]);
  });

  it('takes what was set before it was one', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = document.createElement('qun-early-desk') as QunGuideDesk;
    element.figures = figures;
    box.append(element);
    const { QunGuideDesk: Desk } = await import('./guide-desk.js');
    customElements.define('qun-early-desk', class extends Desk {});
    await element.updateComplete;
    expect(root(element).querySelectorAll('.tile')).to.have.length(7);
  });

  it('leaves nothing behind after a hundred comings and goings', () => asksWhileThere('qun-guide-desk'));
});
