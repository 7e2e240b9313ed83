import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { browser, OWN_SHARE, shareAlone, sharingRoom, URL_ } from '../../../test/fixtures/share-harness.js';
import type { QunShareByEvent } from '../../events/qun-share-by-event.js';
import type { QunSharePoster } from '../share-poster/share-poster.js';
import { QunShareToGroup } from './share-to-group.js';
import type { ShareHarness } from '../../../test/fixtures/share-harness.js';

const copies = browser({ writeText: async () => {} });
const ways = (harness: ShareHarness) =>
  [...harness.dialog.querySelectorAll<HTMLElement>('.way')].map(way => way.textContent.trim());
const way = (harness: ShareHarness, name: string) =>
  [...harness.dialog.querySelectorAll<HTMLElement>('.way')].find(one => one.textContent.trim() === name)!;
/** Another language has to be fetched first. */
const later = { timeout: 5000 };
const posterComes = (fetch: () => Promise<unknown>) => void (QunShareToGroup.posterComes = fetch);
/** Nobody leaves a test. */
const stay = (event: Event) => event.preventDefault();

describe('the sheet of qun-share-to-group', () => {
  it('stands beside a link just copied, with what people here pass links on by', async () => {
    const harness = await shareAlone(copies);
    await harness.share();
    expect(harness.opened).to.eql(['copy']);
    expect(harness.dialog.open).to.equal(true);
    expect(harness.find('.hint').textContent).to.include('Link copied.');
    expect(harness.find('.toast').matches(':popover-open')).to.equal(false, 'it is said once');
    expect(ways(harness)).to.eql(['WhatsApp', 'Telegram', 'LINE', 'X']);
    await harness.accessible();
    harness.element.lang = 'zh-CN';
    await waitUntil(async () => (await harness.share(), ways(harness).join() === '微博,QQ'), '', later);
    await harness.accessible();
    harness.element.lang = 'zh-TW';
    await waitUntil(async () => (await harness.share(), ways(harness).join() === 'LINE,Facebook'), '', later);
  });

  it('is opened first where the page says what is in it, also from around', async () => {
    let asked = 0;
    const share = async () => void (asked += 1);
    const harness = await shareAlone(browser({ share }), { url: URL_ });
    const around = document.createElement('div');
    around.setAttribute('ways', 'telegram nonsense system kakao');
    harness.element.replaceWith(around);
    around.append(harness.element);
    document.body.append(around);
    await harness.share();
    expect(ways(harness)).to.eql(['Telegram', 'More', 'KakaoTalk']);
    expect([asked, ...harness.copied]).to.eql([0]);
    way(harness, 'More').click();
    await waitUntil(() => harness.opened.includes('web-share'));
    expect(asked).to.equal(1);
    around.remove();
  });

  it('leads to the service with the link that says so, in a page of its own', async () => {
    const { harness, intents } = await sharingRoom(copies, {
      ways: 'line whatsapp telegram x facebook weibo qq',
    });
    await harness.share();
    const links = [...harness.dialog.querySelectorAll<HTMLAnchorElement>('a.way')];
    const letters = ['l', 'a', 'e', 'x', 'o', 'o', 'o'];
    links.forEach((link, index) => {
      expect([link.target, link.rel]).to.eql(['_blank', 'noopener']);
      expect(decodeURIComponent(link.href)).to.include(`qs=${OWN_SHARE}.${letters[index]!}`);
      link.addEventListener('click', stay);
      link.click();
    });
    expect(new URL(links[1]!.href).searchParams.get('text')).to.match(/^Live now: Spring\nhttps:/);
    await waitUntil(() => intents.length === 7);
    expect(intents).to.eql(['line', 'whatsapp', 'telegram', 'x', 'other', 'other', 'other']);
    expect(harness.opened).to.eql(['text', 'line', 'whatsapp', 'telegram', 'x', 'facebook', 'weibo', 'qq']);
  });

  it('leaves a way to a page that takes it, and KakaoTalk to nobody else', async () => {
    const { harness, intents } = await sharingRoom(copies, { ways: 'kakao x' });
    await harness.share();
    way(harness, 'KakaoTalk').click();
    expect(intents).to.eql([]);
    const taken: [string, string][] = [];
    harness.element.addEventListener('qun-share-by', (event: QunShareByEvent) => {
      taken.push([event.way, event.data.url]);
      event.preventDefault();
    });
    way(harness, 'KakaoTalk').click();
    let left = true;
    way(harness, 'X').addEventListener('click', event => (left = !event.defaultPrevented));
    way(harness, 'X').click();
    expect(left).to.equal(false);
    expect(taken.map(([name]) => name)).to.eql(['kakao', 'x']);
    expect(taken[0]![1]).to.include(`qs=${OWN_SHARE}.o`);
    await waitUntil(() => intents.length === 2);
    expect(intents).to.eql(['kakao', 'x']);
  });

  it('is gone through by keyboard, from end to end and round', async () => {
    const harness = await shareAlone(copies, { url: URL_, ways: 'x' });
    harness.find('.share').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => harness.dialog.open);
    const seen = [];
    for (let step = 0; step < 4; step += 1) {
      seen.push(harness.focus);
      await sendKeys({ press: 'Tab' });
    }
    expect(seen).to.eql(['link', 'Copy link', 'way', '']);
    expect(harness.focus).to.equal('link');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !harness.dialog.open);
  });

  it('offers a poster where one can come, and asks the page first', async () => {
    const harness = await shareAlone(copies, { url: URL_, ways: 'poster x' });
    await harness.share();
    expect(ways(harness)).to.eql(['X']);
    posterComes(async () => {});
    await harness.share();
    expect(ways(harness)).to.eql(['Poster', 'X']);
    harness.element.addEventListener('qun-share-by', stay, { once: true });
    way(harness, 'Poster').click();
    await waitUntil(() => !harness.dialog.open);
    expect(harness.element.shadowRoot!.querySelector('qun-share-poster')).to.equal(null);
    await harness.share();
    way(harness, 'Poster').click();
    await waitUntil(() => harness.element.shadowRoot!.querySelector('qun-share-poster')?.open);
    expect(harness.dialog.open).to.equal(false);
  });

  it('has a poster fetched and prepared while the finger is down, before the page is asked', async () => {
    const prepared: (string | undefined)[] = [];
    const { QunSharePoster: Poster } = await import('../share-poster/share-poster.js');
    const { prepare } = Poster.prototype;
    Poster.prototype.prepare = function (this: QunSharePoster) {
      prepared.push(this.url);
      prepare.call(this);
    };
    after(() => (Poster.prototype.prepare = prepare));
    let fetched = 0;
    posterComes(() => ((fetched += 1), import('../../define/qun-share-poster.js')));
    const harness = await shareAlone(copies, { url: URL_, ways: 'poster x' });
    await harness.share();
    way(harness, 'X').dispatchEvent(new PointerEvent('pointerdown'));
    way(harness, 'Poster').dispatchEvent(new PointerEvent('pointerdown'));
    await waitUntil(() => prepared.length > 0);
    expect([fetched, prepared]).to.eql([1, [URL_]]);
    const poster = harness.element.shadowRoot!.querySelector('qun-share-poster')!;
    expect(poster.open).to.equal(false);
    expect(harness.dialog.open).to.equal(true);
    way(harness, 'Poster').click();
    await waitUntil(() => poster.open);
  });

  it('lets a finger down go unanswered where the poster cannot be fetched', async () => {
    posterComes(() => Promise.reject(new Error('offline')));
    const harness = await shareAlone(copies, { url: URL_, ways: 'poster x' });
    await harness.share();
    way(harness, 'Poster').dispatchEvent(new PointerEvent('pointerdown'));
    await waitUntil(() => harness.element.shadowRoot!.querySelector('qun-share-poster'));
    expect(harness.dialog.open).to.equal(true);
  });
});
