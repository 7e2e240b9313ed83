import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { alone, inRoom, PosterHarness, until, wechat } from '../../../test/fixtures/poster-harness.js';
import { browser } from '../../../test/fixtures/share-harness.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunMakePosterEvent } from '../../events/qun-make-poster-event.js';
import type { QunUploadPosterEvent } from '../../events/qun-upload-poster-event.js';
import type { QunSharePoster } from './share-poster.js';

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
    const harness = new PosterHarness(element);
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
