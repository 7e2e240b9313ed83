import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { product } from '../../../test/fixtures/live-room-harness.js';
import '../../define/qun-product-carousel.js';
import type { QunProductCarousel } from './product-carousel.js';

describe('products that are pinned one after another', () => {
  it('leave the row at the newest, however soon they come', async () => {
    const products = ['a', 'b', 'c'].map(id => product(id));
    const el = await fixture<QunProductCarousel>(
      html`<qun-product-carousel
        view="pinned"
        .products=${products}
        .pinned=${['a']}
      ></qun-product-carousel>`,
    );
    el.style.width = '374px';
    const find = (selector: string) => el.shadowRoot!.querySelector(selector);
    await waitUntil(() => find('[data-id=a]'));
    for (const pinned of [
      ['b', 'a'],
      ['c', 'b', 'a'],
    ]) {
      el.pinned = pinned;
      await el.updateComplete;
      await new Promise(requestAnimationFrame);
    }
    const left = (selector: string) => find(selector)!.getBoundingClientRect().left;
    const home = () => Math.abs(left('[data-id=c]') - left('[part~=scroller]')) < 1;
    await waitUntil(home, 'it stands there', { timeout: 5000 });
    expect(find('[part~=scroller]')!.scrollLeft).to.be.below(1);
  });
});
