import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FakeTransport } from '../../test/fixtures/fake-transport.js';
import '../define/qun-product-carousel.js';
import '../define/qun-product-shelf.js';
import '../define/qun-room.js';

const price = { kind: 'fixed', amount: { minor: 8900, currency: 'CNY' } };
const titles = (el: Element) =>
  [...el.shadowRoot!.querySelectorAll('[part~=title]')].map(title => title.textContent?.trim());

/** A script of the page; taken out after the test. */
const told: HTMLScriptElement[] = [];
function tell(type: string, value: unknown, own = false): void {
  const script = document.createElement('script');
  script.type = type;
  script.toggleAttribute('data-qunlive-products', own);
  script.textContent = JSON.stringify(value);
  document.head.append(script);
  told.push(script);
}
const productPage = { '@type': 'Product', name: 'Teapot', offers: { price: '89', priceCurrency: 'CNY' } };

describe('the products of a page', () => {
  afterEach(() => told.splice(0).forEach(script => script.remove()));

  for (const tag of ['qun-product-carousel', 'qun-product-shelf'] as const) {
    it(`are shown by ${tag} where it is asked to, of JSON-LD or of what was made for it`, async () => {
      tell('application/ld+json', productPage);
      const el = await fixture<HTMLElement>(`<${tag} lang="en" from-page></${tag}>`);
      await waitUntil(() => titles(el).join() === 'Teapot');
      tell('application/json', [{ id: 'tea', title: 'Tea', price }], true);
      const next = await fixture<HTMLElement>(`<${tag} lang="en" from-page></${tag}>`);
      await waitUntil(() => titles(next).join() === 'Tea');
    });
  }

  it('are not shown where nobody asks, and not beside those of a property or a room', async () => {
    tell('application/ld+json', productPage);
    const transport = new FakeTransport();
    const place = await fixture(html`
      <qun-room lang="en" .transport=${transport}>
        <qun-product-carousel id="room" from-page></qun-product-carousel>
      </qun-room>
    `);
    transport.snapshot({
      products: [
        { id: 'r', number: 1, title: 'Of the room', pictures: [], price: price as never, stock: null },
      ],
    });
    const inRoom = place.querySelector('#room')!;
    await waitUntil(() => titles(inRoom).join() === 'Of the room');
    const quiet = await fixture<HTMLElement>(html`<qun-product-carousel lang="en"></qun-product-carousel>`);
    const loud = await fixture<HTMLElement>(
      html`<qun-product-carousel lang="en" from-page></qun-product-carousel>`,
    );
    await waitUntil(() => titles(loud).length === 1);
    expect(titles(quiet)).to.deep.equal([]);
    expect(titles(inRoom)).to.deep.equal(['Of the room']);
  });
});
