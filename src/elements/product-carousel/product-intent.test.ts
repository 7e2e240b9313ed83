import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { product } from '../../../test/fixtures/live-room-harness.js';
import '../../define/qun-product-carousel.js';
import '../../define/qun-room.js';

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
    transport.snapshot({ products: [product('a'), product('b', { stock: 0 })] });
    const buttons = () => carousel.shadowRoot!.querySelectorAll<HTMLElement>('[part~=button]');
    await waitUntil(() => buttons().length === 2);
    buttons()[1]!.click();
    buttons()[0]!.click();
    await waitUntil(() => transport.sent.length > 0);
    expect(transport.sent.map(({ command }) => command)).to.deep.equal([
      { type: 'product.intent', productId: 'a' },
    ]);
  });
});
