import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { product } from '../../../test/fixtures/live-room-harness.js';
import '../../define/qun-product-carousel.js';
import '../../define/qun-room.js';

const link = (id: string) => ({ links: { h5: `https://live.shop.example/shop/${id}` } });

describe('a product that is opened', () => {
  it('lets its room know that somebody is about to buy, unless it is sold out', async () => {
    const transport = new FakeTransport();
    transport.answer = () => ({});
    const room = await fixture(
      html`<qun-room .transport=${transport}
        ><qun-product-carousel lang="en"></qun-product-carousel
      ></qun-room>`,
    );
    const carousel = room.querySelector('qun-product-carousel')!;
    transport.snapshot({ products: [product('a', link('a')), product('b', { ...link('b'), stock: 0 })] });
    const buttons = () => carousel.shadowRoot!.querySelectorAll<HTMLElement>('[part~=button]');
    await waitUntil(() => buttons().length === 2);
    const opened: (string | undefined)[] = [];
    carousel.addEventListener('qun-open-product', event => {
      event.preventDefault();
      opened.push(event.url);
    });
    const here = location.href;
    history.replaceState(null, '', '?utm_source=poster&tab=2');
    buttons()[1]!.click();
    buttons()[0]!.click();
    history.replaceState(null, '', here);
    await waitUntil(() => transport.sent.length > 0);
    // Who brought the viewer goes along.
    const carried = (id: string) => `https://live.shop.example/shop/${id}?utm_source=poster`;
    expect(opened).to.deep.equal(['b', 'a'].map(carried));
    expect(transport.sent.map(({ command }) => command)).to.deep.equal([
      { type: 'product.intent', productId: 'a' },
    ]);
  });
});
