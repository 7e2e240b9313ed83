import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  focused,
  one,
  openLiveRoom,
  product,
  said,
  settled,
} from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import '../../qunlive.js';
import type { QunLiveRoom } from './live-room.js';

const sheet = (el: QunLiveRoom) => one<HTMLElementTagNameMap['qun-product-sheet']>(el, 'qun-product-sheet')!;
const shrink = (el: QunLiveRoom) => Number(one(el, '.base')!.style.getPropertyValue('--_shrink') || 1);
const title = (el: QunLiveRoom) => said(sheet(el).shadowRoot!.querySelector('[part=title]'));
const state = { products: [product('a', { links: { h5: '/tea' } }), product('b', { number: 2 })] };

/** Taps the card of what the host is showing. */
async function openPinned(el: QunLiveRoom): Promise<HTMLElement> {
  await until(() => one(el, '.pinned qun-product-carousel')?.shadowRoot!.querySelector('.open'));
  const card = one(el, '.pinned qun-product-carousel')!.shadowRoot!.querySelector<HTMLElement>('.open')!;
  card.focus();
  card.click();
  await until(() => title(el) !== '');
  await settled(el);
  return card;
}

describe('a product in qun-live-room', function () {
  this.timeout(PATIENCE_MS);

  it('opens over the room, which goes on above it, and closes to where it was', async () => {
    const { el } = await openLiveRoom({ state });
    const player = one(el, 'qun-live-player');
    const card = await openPinned(el);
    expect(title(el)).to.equal('Tea a');
    await until(() => shrink(el) < 1);
    expect(one(el, '.base')!.classList.contains('sheeted')).to.be.true;
    expect(one(el, 'qun-live-player') === player).to.be.true;
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => shrink(el) === 1);
    await settled(el);
    expect(one(el, '.base')!.classList.contains('sheeted')).to.be.false;
    expect(focused()?.className).to.equal(card.className);
    expect(focused() === card).to.be.true;
  });

  it('lies over the shelf it was opened from, and gives it back', async () => {
    const { el } = await openLiveRoom({ state });
    one(el, '.shelf-button')!.click();
    await until(() => shrink(el) < 1);
    sheet(el).show('b');
    await until(() => title(el) === 'Tea b');
    await settled(el);
    sheet(el).open = false;
    await settled(el);
    expect(one<HTMLElementTagNameMap['qun-sheet']>(el, 'qun-sheet')!.open).to.be.true;
    expect(shrink(el)).to.be.lessThan(1);
  });

  it('stands beside the picture on a desk', async () => {
    const { el } = await openLiveRoom({ width: 1280, height: 800, state });
    await openPinned(el);
    const box = sheet(el).getBoundingClientRect();
    expect(box.left).to.be.at.least(one(el, '.stage')!.getBoundingClientRect().right - 1);
    expect(getComputedStyle(one(el, '.frame')!).transform).to.equal('none');
  });

  it('leads to a mini-program by the tag that the page has put into the room', async () => {
    const { el } = await openLiveRoom({ state });
    const tag = document.createElement('wx-open-launch-weapp');
    tag.slot = 'launch';
    el.append(tag);
    await settled(el);
    await openPinned(el);
    expect(
      sheet(el)
        .shadowRoot!.querySelector<HTMLSlotElement>('slot[name=launch]')!
        .assignedElements({ flatten: true }),
    ).to.include(tag);
  });
});
