import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { showsWhileThere } from '../../../test/fixtures/comings-and-goings.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import '../../define/qun-product-carousel.js';
import '../../define/qun-room.js';
import type { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import type { Price, Product } from '../../protocol/index.js';
import type { QunProductCarousel } from './product-carousel.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const struck: Price = { kind: 'struck', amount: cny(12850), was: cny(16800) };
const PICTURE = '/demo/media/products/gaiwan.webp';

function product(id: string, more: Partial<Product> = {}): Product {
  const links = { h5: `/shop/${id}` };
  const title = { en: `Tea ${id}`, 'zh-CN': `茶 ${id}` };
  return { id, number: 1, title, pictures: [PICTURE], price: struck, stock: null, links, ...more };
}
const some = (count: number) =>
  Array.from({ length: count }, (_, index) => product(`p${index + 1}`, { number: index + 1 }));

const make = (props: Partial<QunProductCarousel>, lang = 'en') =>
  fixture<QunProductCarousel>(
    html`<qun-product-carousel
      lang=${lang}
      .products=${props.products}
      .pinned=${props.pinned}
      .view=${props.view ?? 'row'}
    ></qun-product-carousel>`,
  );

const all = (el: QunProductCarousel, selector: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (el: QunProductCarousel, selector: string) => all(el, selector)[0]!;
const cards = (el: QunProductCarousel) => all(el, '[part~=card]');
const ids = (el: QunProductCarousel) => cards(el).map(card => card.dataset.id);
const buttons = (el: QunProductCarousel) => all(el, '[part~=button]');
/** Which card's button has the focus. */
const focused = (el: QunProductCarousel) => buttons(el).indexOf(el.shadowRoot!.activeElement as HTMLElement);
/** The words a viewer sees. */
const said = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();

async function set(el: QunProductCarousel, props: Partial<QunProductCarousel>): Promise<void> {
  Object.assign(el, props);
  await el.updateComplete;
}

/** Taps, and tells whether the browser would have followed the link. */
function tap(button: HTMLElement): boolean {
  let follows = false;
  const stop = (event: Event) => {
    follows = !event.defaultPrevented && button.hasAttribute('href');
    event.preventDefault();
  };
  addEventListener('click', stop, { once: true });
  button.click();
  return follows;
}

describe('qun-product-carousel', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('shows number, title, price, what is saved, and one button', async () => {
    const el = await make({ products: [product('a', { number: 3 })] });
    const [card] = cards(el);
    expect(said(card!)).to.equal('No. 3 Tea a Save ¥39.50 ¥128.50 Before ¥168 Buy now');
    expect(one(el, 'img').getAttribute('src')).to.equal(new URL(PICTURE, document.baseURI).href);
    await expect(el).to.be.accessible();
  });

  it('speaks Chinese, and follows a change of language', async () => {
    const el = await make({ products: [product('a', { number: 3, stock: 4 })], pinned: ['a'] }, 'zh-CN');
    expect(said(cards(el)[0]!)).to.equal('3号链接 讲解中 茶 a 仅剩4件立省¥39.50 ¥128.50 原价 ¥168 去抢购');
    el.lang = 'en';
    await waitUntil(() => said(cards(el)[0]!).startsWith('No. 3 On now Tea a Only 4 left'));
  });

  it('names a range by its lower end', async () => {
    const price: Price = { kind: 'range', from: cny(9900), to: cny(19900) };
    const el = await make({ products: [product('a', { price })] });
    expect(said(one(el, '[part~=price]'))).to.equal('from ¥99');
    el.lang = 'zh-CN';
    await waitUntil(() => said(one(el, '[part~=price]')) === '¥99起');
  });

  it('says how few are left from ten pieces down, and nothing where the shop does not count', async () => {
    const el = await make({
      products: [product('a', { stock: 10 }), product('b', { stock: 11 }), product('c')],
    });
    expect(all(el, '[part~=stock]').map(said)).to.deep.equal(['Only 10 left']);
  });

  it('asks to open a product and then leads to its page in a new tab', async () => {
    const el = await make({ products: [product('a')] });
    const [button] = buttons(el);
    const asked = oneEvent<QunOpenProductEvent>(el, 'qun-open-product');
    expect(tap(button!)).to.be.true;
    const event = await asked;
    expect(event.product.id).to.equal('a');
    expect(event.url).to.equal(new URL('/shop/a', document.baseURI).href);
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
    expect([button!.getAttribute('target'), button!.getAttribute('rel')]).to.deep.equal([
      '_blank',
      'noopener',
    ]);
  });

  it('leaves the opening to a page that prevents it', async () => {
    const el = await make({ products: [product('a')] });
    el.addEventListener('qun-open-product', event => event.preventDefault());
    expect(tap(buttons(el)[0]!)).to.be.false;
  });

  it('is a button, by tap and by key, where there is no link or none that is safe', async () => {
    const el = await make({
      products: [product('a', { links: undefined }), product('b', { links: { h5: 'javascript:alert(1)' } })],
    });
    const asked: (string | undefined)[] = [];
    el.addEventListener('qun-open-product', event => asked.push(event.url));
    for (const button of buttons(el)) {
      expect(button.hasAttribute('href')).to.be.false;
      expect(button.getAttribute('role')).to.equal('button');
      button.focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Space' });
    }
    expect(asked).to.deep.equal([undefined, undefined, undefined, undefined]);
  });

  it('flips a card to sold out at once, says so, and keeps the focus there', async () => {
    const products = some(2);
    const el = await make({ products });
    buttons(el)[0]!.focus();
    await set(el, { products: [{ ...products[0]!, stock: 0 }, products[1]!] });
    const [button] = buttons(el);
    expect(said(button!)).to.equal('Sold out');
    expect(button!.hasAttribute('aria-disabled')).to.be.false;
    expect(focused(el)).to.equal(0);
    // Only buying is off: what was asked of it, and the line for what comes back, are still there.
    let asked = 0;
    el.addEventListener('qun-open-product', event => {
      event.preventDefault();
      asked += 1;
    });
    expect(tap(button!)).to.be.false;
    expect(asked).to.equal(1);
    await expect(el).to.be.accessible();
  });

  it('stays calm when a picture is broken or must not be loaded', async () => {
    const el = await make({
      products: [
        product('a', { pictures: ['/no-such-picture.webp'] }),
        product('b', { pictures: ['data:x'] }),
      ],
    });
    await waitUntil(() => all(el, 'img').length === 0, 'the broken picture gives way');
    for (const svg of all(el, '[part~=picture] svg')) expect(getComputedStyle(svg).display).to.equal('block');
  });

  it('invites while there is nothing, in words the page may replace', async () => {
    const el = await make({ products: [] });
    expect(said(one(el, '[part~=empty]'))).to.match(/on their way/);
    await expect(el).to.be.accessible();
    const own = await fixture<QunProductCarousel>(
      html`<qun-product-carousel .products=${[]}><b slot="empty">Soon</b></qun-product-carousel>`,
    );
    expect(own.querySelector('b')!.offsetWidth).to.be.above(0);
    await set(own, { products: some(1) });
    expect(own.querySelector('b')!.offsetWidth).to.equal(0);
  });

  it('walks by arrow keys with one tab stop, Home and End', async () => {
    const el = await make({ products: some(4) });
    const at = () => focused(el);
    buttons(el)[0]!.focus();
    const seen: number[] = [];
    for (const press of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home', 'ArrowLeft']) {
      await sendKeys({ press });
      await el.updateComplete;
      seen.push(at());
      expect(buttons(el).map(button => button.tabIndex)).to.deep.equal(
        buttons(el).map((_, index) => (index === at() ? 0 : -1)),
      );
    }
    expect(seen).to.deep.equal([1, 3, 3, 2, 0, 0]);
  });

  it('walks the other way round where words run from right to left, and up and down in a list', async () => {
    const el = await make({ products: some(3) });
    el.dir = 'rtl';
    buttons(el)[0]!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused(el)).to.equal(1);
    await set(el, { view: 'list' });
    buttons(el)[1]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(el)).to.equal(2);
    await expect(el).to.be.accessible();
  });

  it('scrolls a row by its arrows, which are there only where they lead on', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const el = await make({ products: some(12) });
    el.style.width = '320px';
    const scroller = one(el, '[part~=scroller]');
    const [back, forward] = all(el, '[part~=arrow]');
    await waitUntil(() => !forward!.hidden);
    expect(back!.hidden).to.be.true;
    forward!.click();
    await oneEvent(scroller, 'scroll');
    await el.updateComplete;
    expect(back!.hidden).to.be.false;
    await waitUntil(() => {
      scroller.scrollLeft = scroller.scrollWidth;
      return forward!.hidden;
    });
  });

  for (const view of ['row', 'list'] as const) {
    it(`keeps what the viewer looks at where it is when the shelf changes around it (${view})`, async () => {
      const products = some(12);
      const el = await make({ products, view });
      Object.assign(el.style, { width: '320px', height: '400px' });
      const scroller = one(el, '[part~=scroller]');
      const side = view === 'row' ? 'left' : 'top';
      scroller[view === 'row' ? 'scrollLeft' : 'scrollTop'] = 500;
      await oneEvent(scroller, 'scroll');
      const looked = cards(el).find(
        card => card.getBoundingClientRect()[side] >= scroller.getBoundingClientRect()[side],
      )!;
      const before = looked.getBoundingClientRect()[side];
      await set(el, { products: [product('new'), ...products.slice(1)] });
      await set(el, { products: [product('new2'), product('new'), ...products.slice(1)] });
      expect(looked.isConnected).to.be.true;
      expect(looked.getBoundingClientRect()[side]).to.be.closeTo(before, 2);
    });
  }

  it('shows what is new at the beginning to those who stand there', async () => {
    const products = some(12);
    const el = await make({ products });
    el.style.width = '320px';
    await set(el, { products: [product('new'), ...products] });
    const scroller = one(el, '[part~=scroller]');
    expect(scroller.scrollLeft).to.be.greaterThan(100, 'the card before stays where it was for the moment');
    await waitUntil(() => scroller.scrollLeft === 0);
    expect(ids(el)[0]).to.equal('new');
  });

  it('grows to a thousand products as the viewer comes to them, each told its place among all', async () => {
    const el = await make({ products: some(1000), view: 'list' });
    el.style.height = '400px';
    await waitUntil(() => cards(el).length > 8, 'those just out of sight come by themselves');
    await new Promise(resolve => setTimeout(() => requestIdleCallback(resolve), 0));
    expect(cards(el).length).to.be.below(50);
    expect(cards(el)[0]!.getAttribute('aria-setsize')).to.equal('1000');
    while (cards(el).length < 100) {
      const had = cards(el).length;
      one(el, '[part~=scroller]').scrollTop = 1e6;
      await waitUntil(() => cards(el).length > had);
    }
    expect(cards(el)[99]!.getAttribute('aria-posinset')).to.equal('100');
  });

  it('renders no more than it must while nobody can see it', async () => {
    const el = document.createElement('qun-product-carousel');
    Object.assign(el, { products: some(1000), hidden: true });
    document.body.append(el);
    await el.updateComplete;
    const had = cards(el).length;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await new Promise<unknown>(resolve => requestIdleCallback(resolve));
    expect(cards(el).length).to.equal(had);
    el.hidden = false;
    await waitUntil(() => cards(el).length > had);
    el.remove();
  });

  it('shows only the pinned products, newest first, and tells those who listen', async () => {
    const products = some(4);
    const el = await make({ products, pinned: ['p3', 'p1', 'gone'], view: 'pinned' });
    expect(ids(el)).to.deep.equal(['p3', 'p1']);
    expect(said(one(el, '[role=status]'))).to.equal('On now: Tea p3');
    await expect(el).to.be.accessible();
    await set(el, { pinned: ['p2', 'p3', 'p1'] });
    expect(said(one(el, '[role=status]'))).to.equal('On now: Tea p2');
  });

  it('can be put away, and comes back when a new pin arrives', async () => {
    const transport = new FakeTransport();
    const room = await fixture(
      html`<qun-room .transport=${transport}
        ><qun-product-carousel lang="en" view="pinned"></qun-product-carousel
      ></qun-room>`,
    );
    const el = room.querySelector('qun-product-carousel')!;
    const shown = () => ids(el).filter((_, index) => !cards(el)[index]!.classList.contains('leaving'));
    const next = () => el.updateComplete;
    transport.snapshot({ products: some(3), pins: [{ productId: 'p1', at: 1, mediaAt: 1 }] });
    await next();
    one(el, '[part~=close]').click();
    await next();
    expect(shown()).to.deep.equal([]);
    transport.control('product.stock', { productId: 'p1', stock: 3 });
    await next();
    expect(shown()).to.deep.equal([]);
    transport.at += 1;
    transport.control('pin.add', { productId: 'p2' });
    await next();
    expect(shown()).to.deep.equal(['p2']);
    transport.at += 1;
    transport.control('pin.add', { productId: 'p1' });
    await next();
    expect(shown()).to.deep.equal(['p1', 'p2']);
    transport.control('pin.remove', { productId: 'p2' });
    transport.control('pin.remove', { productId: 'p1' });
    await waitUntil(() => cards(el).length === 0, 'the last one has gone');
  });

  it('moves the focus to the next pin when one is put away', async () => {
    const el = await make({ products: some(2), pinned: ['p2', 'p1'], view: 'pinned' });
    all(el, '[part~=close]')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(el.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal('Buy now: Tea p1');
  });

  it('keeps the moving mark still for those who want no motion', async () => {
    const el = await make({ products: some(1), pinned: ['p1'] });
    const moves = () => getComputedStyle(one(el, '.mark i')).animationName;
    expect(moves()).to.equal('talk');
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(moves()).to.equal('none');
  });

  it('takes shelf and links from its room, by place and by id, and waits with empty cards', async () => {
    const transport = new FakeTransport();
    const place = await fixture(html`
      <div>
        <qun-room id="shop" .transport=${transport}><qun-product-carousel></qun-product-carousel></qun-room>
        <qun-product-carousel room="shop"></qun-product-carousel>
      </div>
    `);
    const both = [...place.querySelectorAll('qun-product-carousel')];
    for (const el of both) await el.updateComplete;
    for (const el of both) expect(all(el, '.ghost').length).to.be.above(0);
    transport.snapshot({ products: some(2), pins: [{ productId: 'p2', at: 1, mediaAt: 1 }] });
    for (const el of both) {
      await el.updateComplete;
      expect(ids(el)).to.deep.equal(['p1', 'p2']);
      expect(all(el, '[part~=live]')).to.have.length(1);
      expect(buttons(el)[0]!.getAttribute('href')).to.equal('https://live.shop.example/shop/p1');
    }
    transport.control('product.stock', { productId: 'p1', stock: 0 });
    await both[1]!.updateComplete;
    expect(said(buttons(both[1]!)[0]!)).to.equal('Sold out');
  });

  it('honours properties that were set before the element was known', async () => {
    class LateShelf extends customElements.get('qun-product-carousel')! {}
    const el = document.createElement('late-shelf') as QunProductCarousel;
    Object.assign(el, { products: some(2), view: 'list' });
    document.body.append(el);
    customElements.define('late-shelf', LateShelf);
    await el.updateComplete;
    expect(ids(el)).to.deep.equal(['p1', 'p2']);
    expect(one(el, '[part~=base]').classList.contains('list')).to.be.true;
    el.remove();
  });

  it('comes and goes a hundred times and leaves nothing behind', async () => {
    await showsWhileThere<QunProductCarousel>(
      'qun-product-carousel',
      new FakeTransport(),
      some(9),
      async el => {
        await new Promise<unknown>(resolve => requestIdleCallback(resolve));
        expect(cards(el).length).to.equal(8);
      },
    );
  });
});
