import { expect } from '@open-wc/testing';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { focused, one, openLiveRoom, said, settled } from '../../../test/fixtures/live-room-harness.js';
import '../../qunlive.js';
import type { QunLiveRoom } from './live-room.js';

const sheet = (el: QunLiveRoom) => one<HTMLElementTagNameMap['qun-sheet']>(el, 'qun-sheet')!;
const panel = (el: QunLiveRoom) => sheet(el).shadowRoot!.querySelector<HTMLElement>('[part~=panel]')!;
const shrink = (el: QunLiveRoom) => Number(one(el, '.base')!.style.getPropertyValue('--_shrink') || 1);

async function openShelf(el: QunLiveRoom): Promise<void> {
  one(el, '.shelf-button')!.focus();
  await sendKeys({ press: 'Enter' });
  await until(() => sheet(el).open && shrink(el) < 1);
  await settled(el);
}

describe('the sheets of qun-live-room', function () {
  this.timeout(PATIENCE_MS);

  it('open with the focus inside, over a picture that shrinks into what is left', async () => {
    const { el } = await openLiveRoom();
    const entries = history.length;
    await openShelf(el);
    expect(panel(el).getAttribute('aria-label')).to.equal('All products (2)');
    expect(focused()).to.equal(panel(el));
    expect(sheet(el).querySelector('qun-product-shelf')).to.exist;
    expect(panel(el).offsetHeight).to.be.at.most(844 * 0.82);
    expect(shrink(el)).to.be.lessThan(1 - panel(el).offsetHeight / 844);
    const picture = () => one(el, '.frame')!.getBoundingClientRect();
    await until(() => picture().bottom <= el.getBoundingClientRect().bottom - panel(el).offsetHeight);
    expect(picture().top).to.be.at.least(el.getBoundingClientRect().top);
    expect(history.length).to.equal(entries);
    await expect(el).to.be.accessible();
  });

  it('close by Escape, and give the focus back to where it was', async () => {
    const { el } = await openLiveRoom();
    await openShelf(el);
    await sendKeys({ press: 'Escape' });
    await settled(el);
    expect(sheet(el).open).to.be.false;
    expect(focused()).to.equal(one(el, '.shelf-button'));
    expect(shrink(el)).to.equal(1);
  });

  it('close by a tap on the picture above', async () => {
    const { el } = await openLiveRoom({ height: 560 });
    await openShelf(el);
    const { left, top } = el.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 20), Math.round(top + 20)] });
    await settled(el);
    expect(sheet(el).open).to.be.false;
    await openShelf(el);
  });

  it('show the whole notice', async () => {
    const { el } = await openLiveRoom({ state: { notice: 'Line one\nLine two' } });
    one(el, '.notice')!.click();
    await settled(el);
    expect(sheet(el).heading).to.equal('Notice');
    expect(said(sheet(el).querySelector('.notice-text'))).to.equal('Line one Line two');
    await expect(el).to.be.accessible();
  });

  it('say what the mark beside the host’s name means, at a tap or a key, and who verified them', async () => {
    const verifiedBy = { en: 'Tea Guild', 'zh-CN': '茶业协会' };
    const { el } = await openLiveRoom({
      state: { host: { name: { en: 'Qing', 'zh-CN': '阿青' }, verified: true, verifiedBy } },
    });
    const mark = one<HTMLButtonElement>(el, 'button.verified')!;
    const { left, top } = mark.getBoundingClientRect();
    // A thumb need not meet the mark itself.
    await until(() => el.shadowRoot!.elementFromPoint(left - 10, top + 7) === mark);
    await sendMouse({ type: 'click', position: [Math.round(left - 10), Math.round(top + 7)] });
    await settled(el);
    expect(sheet(el).open).to.be.true;
    expect(sheet(el).heading).to.equal('Verified merchant');
    const meaning = () => sheet(el).querySelector('qun-notice-bar')?.shadowRoot?.querySelector('.verified');
    await until(() => said(meaning() ?? null).startsWith('Tea Guild has checked who stands behind Qing.'));
    await expect(el).to.be.accessible();
    el.lang = 'zh-CN';
    await until(() => said(meaning() ?? null).startsWith('茶业协会已核实“阿青”的商家身份。'));
    expect(sheet(el).heading).to.equal('认证商家');
    await sendKeys({ press: 'Escape' });
    await settled(el);
    mark.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => sheet(el).open);
    await sendKeys({ press: 'Escape' });
    await settled(el);
    expect(focused() === mark).to.equal(true);
  });

  it('follow the language while they are open', async () => {
    const { el } = await openLiveRoom();
    await openShelf(el);
    el.lang = 'zh-CN';
    await until(() => panel(el).getAttribute('aria-label') === '全部商品（2）');
  });

  it('follow the shelf while they are open', async () => {
    const { el, transport } = await openLiveRoom();
    await openShelf(el);
    transport.control('shelf.remove', { productId: 'b' });
    await until(() => panel(el).getAttribute('aria-label') === 'All products (1)');
  });

  it('leave the picture alone on a desk', async () => {
    const { el } = await openLiveRoom({ width: 1280, height: 800 });
    one(el, '.notice')!.click();
    await until(() => sheet(el).open);
    await settled(el);
    expect(getComputedStyle(one(el, '.frame')!).transform).to.equal('none');
    const covered = panel(el).getBoundingClientRect();
    expect(covered.left).to.be.at.least(one(el, '.column')!.getBoundingClientRect().left);
  });
});
