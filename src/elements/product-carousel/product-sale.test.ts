import { expect, fixture, html } from '@open-wc/testing';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { until } from '../../../test/fixtures/patience.js';
import { figures, product, sale } from '../../../test/fixtures/sales.js';
import '../../define/qun-flash-sale.js';
import '../../define/qun-product-carousel.js';
import '../../define/qun-room.js';

/** A carousel of what is pinned, in a room as wide as a phone whose clock goes like the page's. */
async function pinnedRoom() {
  const transport = new FakeTransport();
  const room = await fixture<HTMLElement>(html`
    <qun-room lang="en" style="width: 374px" .transport=${transport}>
      <qun-product-carousel view="pinned"></qun-product-carousel>
    </qun-room>
  `);
  const el = room.querySelector('qun-product-carousel')!;
  await el.updateComplete;
  const now = Date.now();
  transport.at = now;
  transport.clock!.sample(now, now, now);
  return { transport, el, now };
}

describe('a pinned product with a flash sale', () => {
  it('has its price, clock and button on its card, from the announcement on', async () => {
    const { transport, el, now } = await pinnedRoom();
    const find = <T extends Element>(selector: string) => el.shadowRoot!.querySelector<T>(selector);
    transport.snapshot({
      products: [product(), product({ id: 'q' })],
      pins: [{ productId: 'p', at: 1, mediaAt: 1 }],
      sales: [sale({ state: 'draft', opensAt: null })],
    });
    await until(() => find('.card'));
    expect(find('qun-flash-sale')).to.equal(null);
    transport.control('sale.open', { saleId: 's', opensAt: now + 135_000, closesAt: null });
    await until(() => find('qun-flash-sale'));
    const strip = find<HTMLElementTagNameMap['qun-flash-sale']>('qun-flash-sale')!;
    await until(() => strip.shadowRoot!.querySelector('[part=countdown]'));
    expect(strip.shadowRoot!.textContent).to.match(/Opens in\s+02:1/);
    transport.tick({ sales: { s: figures() } });
    transport.control('sale.open', { saleId: 's', opensAt: now - 1000, closesAt: null });
    await until(() => strip.shadowRoot!.querySelector('[part=button]'));
    const button = strip.shadowRoot!.querySelector<HTMLElement>('[part=button]')!;
    const box = button.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    // A card that has just come does not take taps at once; later on its own button covers all of it but this.
    await until(() => el.shadowRoot!.elementFromPoint(x, y)?.localName === 'qun-flash-sale');
    expect(box.right).to.be.at.most(find('.card')!.getBoundingClientRect().right);
    await expect(el).to.be.accessible();
  });

  it('stands beside one without, whose picture fills the same height', async () => {
    const { transport, el, now } = await pinnedRoom();
    const pin = (productId: string) => ({ productId, at: 1, mediaAt: 1 });
    transport.snapshot({
      products: [product(), product({ id: 'q', number: 2 })],
      pins: [pin('q'), pin('p')],
      sales: [sale({ opensAt: now - 1000 })],
    });
    transport.tick({ sales: { s: figures() } });
    const box = (selector: string) => el.shadowRoot!.querySelector(selector)?.getBoundingClientRect();
    await until(() => (box('[data-id=p] qun-flash-sale')?.height ?? 0) > 40);
    const [plain, selling] = [box('[data-id=q]')!, box('[data-id=p]')!];
    expect(plain.height).to.equal(selling.height);
    expect(plain.height).to.be.above(140);
    expect(box('[data-id=q] .picture')!.bottom).to.be.closeTo(plain.bottom - 8, 1);
    expect(box('[data-id=q] .open')!.bottom).to.be.closeTo(plain.bottom - 8, 1);
    expect(box('[data-id=p] .picture')!.bottom).to.be.below(box('qun-flash-sale')!.top + 1);
  });
});
