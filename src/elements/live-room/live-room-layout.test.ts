import { expect } from '@open-wc/testing';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { sendKeys } from '@web/test-runner-commands';
import { all, focused, one, openLiveRoom, said, settled } from '../../../test/fixtures/live-room-harness.js';
import '../../qunlive.js';
import type { QunLiveRoom } from './live-room.js';

const box = (el: QunLiveRoom, selector: string) => one(el, selector)!.getBoundingClientRect();

/** Controls a finger or a mouse must reach, wherever they stand in the room. */
const controls = (el: QunLiveRoom) =>
  all(el, '.host, .notice, .bar > :not(slot), .tab, .offers > *, .pinned > *').filter(
    control => control.getClientRects().length > 0,
  );

describe('qun-live-room by its own size', function () {
  this.timeout(PATIENCE_MS);

  for (const [width, height, layout] of [
    [300, 520, 'phone'],
    [320, 568, 'phone'],
    [390, 844, 'phone'],
    [667, 375, 'desk'],
    [768, 900, 'desk'],
    [1280, 800, 'desk'],
    [1600, 900, 'wide'],
  ] as const) {
    it(`is a ${layout} at ${width} × ${height}, with everything inside its box`, async () => {
      const { el } = await openLiveRoom({ width, height });
      expect(one(el, '.base')!.classList.contains(layout)).to.be.true;
      const whole = el.getBoundingClientRect();
      expect(whole.width).to.equal(width);
      expect(whole.height).to.equal(height);
      for (const control of controls(el)) {
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const where = `${control.tagName} .${control.className}`;
        expect(left, where).to.be.at.least(whole.left);
        expect(right, where).to.be.at.most(whole.right);
        expect(top, where).to.be.at.least(whole.top);
        expect(bottom, where).to.be.at.most(whole.bottom);
      }
      const base = one(el, '.base')!;
      expect(base.scrollWidth).to.be.at.most(base.clientWidth);
      await expect(el).to.be.accessible();
    });
  }

  it('follows when its box changes, and keeps player and comments as they are', async () => {
    const { box: place, el } = await openLiveRoom();
    const player = one(el, 'qun-live-player');
    const talk = one(el, 'qun-comment-stream');
    place.style.width = '1000px';
    await until(() => one(el, '.base.desk'));
    expect(one(el, 'qun-live-player')).to.equal(player);
    expect(one(el, 'qun-comment-stream')).to.equal(talk);
    expect(talk!.hasAttribute('over-picture')).to.be.false;
  });

  it('keeps its layout while it is not displayed', async () => {
    const { box: place, el } = await openLiveRoom({ width: 1280 });
    place.style.display = 'none';
    await settled(el);
    expect(one(el, '.base.desk')).to.exist;
  });

  it('takes the layout it is told', async () => {
    const { el } = await openLiveRoom({ width: 1280, attributes: { layout: 'phone' } });
    expect(one(el, '.base.phone')).to.exist;
  });

  it('fills a phone’s picture, and shows it whole beside its own poster on a desk', async () => {
    const fit = async (width: number, height: number) =>
      one((await openLiveRoom({ width, height })).el, 'qun-live-player')!.getAttribute('fit');
    expect(await fit(390, 844)).to.equal('auto');
    expect(await fit(1280, 800)).to.equal('contain');
  });

  it('on a phone keeps the face free: words below, offers at the edge', async () => {
    const { el } = await openLiveRoom();
    const whole = el.getBoundingClientRect();
    const list = one(el, 'qun-comment-stream')!.shadowRoot!.querySelector('[part~=lines]')!;
    await until(() => list.textContent!.includes('Hello'));
    const words = list.getBoundingClientRect();
    expect(words.top).to.be.greaterThan(whole.top + whole.height * 0.4);
    expect(words.right).to.be.lessThan(whole.left + whole.width * 0.75);
    // The scrim behind them is as high, so that the rest of the picture stays as bright as it is.
    const scrim = () => parseInt(one(el, '.base')!.style.getPropertyValue('--_words'), 10);
    await until(() => Math.abs(scrim() - (whole.bottom - list.getBoundingClientRect().top)) <= 1);
    expect(box(el, '.pinned').top).to.be.at.least(words.bottom - 1);
    expect(box(el, '.bar').top).to.be.at.least(box(el, '.pinned').bottom - 1);
  });

  it('on a desk puts words and shelf into tabs that arrow keys walk through', async () => {
    const { el } = await openLiveRoom({ width: 1280, height: 800 });
    const shelf = () => one(el, '#panel-shelf')!;
    expect(shelf().hidden).to.be.true;
    one(el, '#tab-comments')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await settled(el);
    expect(focused()).to.equal(one(el, '#tab-shelf'));
    expect(shelf().hidden).to.be.false;
    expect(one(el, '#panel-comments')!.hidden).to.be.true;
    expect(said(one(el, '#tab-shelf'))).to.equal('Shop 2');
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'ArrowLeft' });
    await settled(el);
    expect(shelf().hidden).to.be.true;
  });

  it('on a desk browses in its own column', async () => {
    const { el } = await openLiveRoom({ width: 1280, height: 800, state: { phase: 'paused' } });
    one(el, '.screen .button')!.click();
    await settled(el);
    expect(one(el, '#panel-shelf')!.hidden).to.be.false;
    expect(one(el, 'qun-sheet')!.hasAttribute('open')).to.be.false;
  });

  it('from 1600 gives the shelf a column of its own', async () => {
    const { el } = await openLiveRoom({ width: 1600, height: 900 });
    expect(box(el, '.third').width).to.be.within(360, 400);
    expect(box(el, '.column').width).to.be.within(360, 400);
    expect(one(el, '.tabs')).to.be.null;
  });
});

describe('writing in a qun-live-room on a phone', function () {
  this.timeout(PATIENCE_MS);

  it('brings up the real field in place of the bar, and the bar again afterwards', async () => {
    const { el } = await openLiveRoom();
    one(el, '.say')!.click();
    await settled(el);
    expect(focused()!.tagName).to.equal('TEXTAREA');
    expect(one(el, '.bar')!.getClientRects()).to.be.empty;
    (focused() as HTMLElement).blur();
    await settled(el);
    expect(one(el, '.bar')!.getClientRects()).not.to.be.empty;
  });

  it('rides on the keyboard, and leaves the picture where it was', async () => {
    const { el } = await openLiveRoom();
    const view = new EventTarget() as unknown as VisualViewport;
    const original = Object.getOwnPropertyDescriptor(window, 'visualViewport')!;
    Object.defineProperty(window, 'visualViewport', { configurable: true, value: view });
    const keyboard = (height: number) => {
      const { bottom } = el.getBoundingClientRect();
      Object.assign(view, { scale: 1, offsetTop: 0, height: bottom - height });
      view.dispatchEvent(new Event('resize'));
    };
    const tall = Object.getOwnPropertyDescriptor(window, 'innerHeight')!;
    Object.defineProperty(window, 'innerHeight', {
      configurable: true,
      value: el.getBoundingClientRect().bottom,
    });
    try {
      keyboard(0);
      one(el, '.say')!.click();
      await settled(el);
      const before = { words: box(el, '.talk').bottom, picture: box(el, '.frame').top };
      keyboard(300);
      await settled(el);
      expect(box(el, '.talk').bottom).to.equal(before.words - 300);
      expect(box(el, '.frame').top).to.equal(before.picture);
      (focused() as HTMLElement).blur();
      await settled(el);
      expect(box(el, '.column').bottom).to.equal(el.getBoundingClientRect().bottom);
    } finally {
      Object.defineProperty(window, 'visualViewport', original);
      Object.defineProperty(window, 'innerHeight', tall);
    }
  });
});
