import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { holdBack } from '../../../test/fixtures/late-part.js';
import '../../define/qun-product-carousel.js';
import '../../define/qun-room.js';
import type { Product } from '../../protocol/index.js';
import { shelf } from './shelf-part.js';

const tea: Product = {
  id: 'tea',
  number: 1,
  title: 'Tea',
  pictures: [],
  price: { kind: 'fixed', amount: { minor: 100, currency: 'CNY' } },
  stock: null,
};
const cards = (el: Element) => el.shadowRoot!.querySelectorAll('[part=card]').length;
const ghosts = (el: Element) => el.shadowRoot!.querySelectorAll('.ghost').length;

// In the order of what happens to one page: what a card needs is fetched once.
describe('the first product of a page', () => {
  const network = holdBack(shelf);

  it('is awaited with its place kept, and what it needs is fetched beside it', async () => {
    const alone = await fixture(html`<qun-product-carousel lang="en"></qun-product-carousel>`);
    expect(network.asked()).to.equal(0);
    expect(alone.shadowRoot!.querySelector<HTMLElement>('.empty')!.hidden).to.be.false;
    const room = await fixture(
      html`<qun-room lang="en" .transport=${new FakeTransport()}
        ><qun-product-carousel></qun-product-carousel
      ></qun-room>`,
    );
    const el = room.querySelector('qun-product-carousel')!;
    await el.updateComplete;
    expect(network.asked()).to.equal(1);
    expect(ghosts(el)).to.equal(3);
    expect(el.shadowRoot!.querySelector('.ghost')!.getBoundingClientRect().height).to.equal(290);
  });

  it('stands there once that has come, however often it failed before', async () => {
    network.fail();
    await waitUntil(() => shelf.failed);
    const el = await fixture<HTMLElementTagNameMap['qun-product-carousel']>(
      html`<qun-product-carousel lang="en"></qun-product-carousel>`,
    );
    const gone = el.cloneNode() as typeof el;
    el.after(gone);
    el.products = gone.products = [tea];
    await waitUntil(() => network.asked() === 2);
    expect(cards(el)).to.equal(0);
    gone.remove();
    network.give();
    await el.updateComplete;
    expect(cards(el)).to.equal(1);
    // Removed while it was on its way, one is whole when it comes back.
    await gone.updateComplete;
    el.after(gone);
    await gone.updateComplete;
    expect(cards(gone)).to.equal(1);
    expect(network.asked()).to.equal(2);
  });
});
