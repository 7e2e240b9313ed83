import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { showsWhileThere } from '../../../test/fixtures/comings-and-goings.js';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import {
  every,
  first,
  lineOf,
  openShelf,
  scrollTo,
  seen,
  shelfProduct,
  someProducts,
} from '../../../test/fixtures/shelf-harness.js';
import '../../define/qun-product-shelf.js';
import '../../define/qun-room.js';
import type { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import type { QunProductShelf } from './product-shelf.js';

const said = (node: Element | undefined | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const grouped = (index: number) => ({ group: index < 10 ? 'Tea' : { en: 'Tea ware', 'zh-CN': '茶器' } });

async function seek(el: QunProductShelf, words: string): Promise<void> {
  const field = first(el, 'input') as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await el.updateComplete;
  await new Promise(requestAnimationFrame);
}

function tap(button: HTMLElement): boolean {
  let follows = false;
  const stop = (event: Event) => {
    follows = !event.defaultPrevented && button.hasAttribute('href');
    event.preventDefault();
  };
  addEventListener('click', stop, { once: true });
  button.dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }),
  );
  removeEventListener('click', stop);
  return follows;
}

describe('qun-product-shelf', () => {
  it('shows of a thousand products those in view, each told its place among all', async () => {
    const el = await openShelf({ products: someProducts(1000) });
    await waitUntil(() => seen(el).length > 3);
    expect(seen(el)[0]).to.equal('p1');
    expect(every(el, '.card').length).to.be.below(20);
    expect(first(el, '.lines').offsetHeight).to.equal(1000 * lineOf(el, 'p1').offsetHeight);
    await scrollTo(el, 500 * lineOf(el, 'p1').offsetHeight);
    expect(seen(el)[0]).to.equal('p501');
    expect(lineOf(el, 'p501').getAttribute('aria-posinset')).to.equal('501');
    expect(lineOf(el, 'p501').getAttribute('aria-setsize')).to.equal('1000');
    expect(every(el, '.card').length).to.be.below(20);
    await expect(el).to.be.accessible();
  });

  it('asks to open a product and then leads to its page, unless the page prevents it', async () => {
    const el = await openShelf({ products: someProducts(2) });
    const asked = oneEvent<QunOpenProductEvent>(el, 'qun-open-product');
    expect(tap(lineOf(el, 'p1').querySelector('a')!)).to.be.true;
    const event = await asked;
    expect([event.product.id, event.url]).to.deep.equal(['p1', new URL('/shop/p1', document.baseURI).href]);
    el.addEventListener('qun-open-product', prevented => prevented.preventDefault());
    expect(tap(lineOf(el, 'p1').querySelector('a')!)).to.be.false;
  });

  it('has no search and no groups where they would lead nowhere', async () => {
    const el = await openShelf({ products: someProducts(7) });
    expect(first(el, 'input')).to.be.null;
    expect(first(el, '.groups')).to.be.null;
    expect(first(el, '.on-now')).to.be.null;
  });

  it('finds by number and by words, in Chinese too, and says how much', async () => {
    const el = await openShelf({ products: someProducts(30) }, 'zh-CN');
    await seek(el, '3号链接');
    expect(seen(el)).to.deep.equal(['p3']);
    expect(said(first(el, '[role=status]'))).to.equal('找到 1 件');
    await seek(el, '茶 p1');
    expect(seen(el)[0]).to.equal('p1');
    expect(said(first(el, '[role=status]'))).to.equal('找到 11 件');
    await seek(el, '咖啡');
    expect(said(every(el, '.empty').find(one => !one.hidden))).to.equal(
      '没有找到“咖啡”，换个词或链接号试试 看全部商品',
    );
    await expect(el).to.be.accessible();
    first(el, '.empty button').click();
    await el.updateComplete;
    await waitUntil(() => seen(el).slice(0, 2).join() === 'p1,p2');
    expect(el.shadowRoot!.activeElement).to.equal(first(el, 'input'));
  });

  it('clears the search by Escape, and leaves the next Escape to the sheet around it', async () => {
    const el = await openShelf({ products: someProducts(30) });
    await seek(el, 'p7');
    first(el, 'input').focus();
    let heard = 0;
    el.addEventListener('keydown', event => (heard += event.key === 'Escape' ? 1 : 0));
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect((first(el, 'input') as HTMLInputElement).value).to.equal('');
    expect(heard).to.equal(0);
    await sendKeys({ press: 'Escape' });
    expect(heard).to.equal(1);
  });

  it('does not look for letters that are still to become characters', async () => {
    const el = await openShelf({ products: someProducts(30) });
    const field = first(el, 'input') as HTMLInputElement;
    field.value = 'ca';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    await el.updateComplete;
    expect(seen(el)[0]).to.equal('p1');
    field.value = 'p9';
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await waitUntil(() => seen(el).join() === 'p9');
  });

  it('stands in groups, leads to each, and says in which one the reader is', async () => {
    const el = await openShelf({ products: someProducts(20, grouped) });
    const current = () => every(el, '.chip').find(chip => chip.getAttribute('aria-current') === 'true');
    expect(every(el, '.chip').map(said)).to.deep.equal(['Tea', 'Tea ware']);
    await waitUntil(() => said(current()) === 'Tea');
    expect(seen(el)[0]).to.equal('/Tea');
    every(el, '.chip')[1]!.click();
    await waitUntil(() => seen(el)[0] === '/Tea ware');
    await waitUntil(() => said(current()) === 'Tea ware');
    await expect(el).to.be.accessible();
    el.lang = 'zh-CN';
    await waitUntil(() => said(every(el, '.chip')[1]) === '茶器');
  });

  it('marks what is on now, and leads to it', async () => {
    const el = await openShelf({ products: someProducts(60), pinned: ['p40'] });
    first(el, '.on-now').click();
    await waitUntil(() => seen(el)[0] === 'p40');
    expect(lineOf(el, 'p40').querySelector('[part~=live]')).to.exist;
    expect(el.showProduct('p2')).to.be.true;
    await waitUntil(() => seen(el)[0] === 'p2');
    expect(el.showProduct('nothing')).to.be.false;
  });

  it('walks by keys through all of them with one tab stop', async () => {
    const el = await openShelf({ products: someProducts(500) });
    await waitUntil(() => seen(el).length > 3);
    const at = () => el.shadowRoot!.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key;
    const input = first(el, 'input');
    input.focus();
    await sendKeys({ press: 'ArrowDown' });
    const walked = [at()];
    for (const press of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'PageUp', 'Home', 'PageDown']) {
      await sendKeys({ press });
      walked.push(at());
    }
    expect(walked).to.deep.equal(['p1', 'p2', 'p500', 'p500', 'p499', 'p496', 'p1', 'p4']);
    expect(every(el, '.open[tabindex="0"]').length).to.equal(1);
    await waitUntil(() => seen(el).includes('p4'));
  });

  it('keeps the focus where it is when it is scrolled out of view', async () => {
    const el = await openShelf({ products: someProducts(500) });
    await waitUntil(() => seen(el).length > 3);
    lineOf(el, 'p1').querySelector('a')!.focus();
    await scrollTo(el, 20_000);
    expect(el.shadowRoot!.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key).to.equal('p1');
    await sendKeys({ press: 'ArrowDown' });
    expect(seen(el)).to.include('p2');
  });

  it('invites while there is nothing, in words the page may replace', async () => {
    const el = await fixture<QunProductShelf>(
      html`<qun-product-shelf lang="en" .products=${[]}><b slot="empty">Soon</b></qun-product-shelf>`,
    );
    expect(el.querySelector('b')!.offsetWidth).to.be.above(0);
    el.products = someProducts(1);
    await el.updateComplete;
    expect(el.querySelector('b')!.offsetWidth).to.equal(0);
    const plain = await openShelf({ products: [] });
    expect(said(every(plain, '.empty').find(one => !one.hidden))).to.match(/on their way/);
    await expect(plain).to.be.accessible();
  });

  it('follows its room, around it or named by id, with its place kept until it has spoken', async () => {
    const transport = new FakeTransport();
    const place = await fixture(html`
      <div lang="en">
        <qun-room id="shop" .transport=${transport}><qun-product-shelf></qun-product-shelf></qun-room>
        <qun-product-shelf room="shop"></qun-product-shelf>
      </div>
    `);
    const both = [...place.querySelectorAll('qun-product-shelf')];
    for (const el of both) await el.updateComplete;
    for (const el of both) expect(every(el, '.ghost').length).to.equal(4);
    transport.snapshot({ products: someProducts(2), pins: [{ productId: 'p2', at: 1, mediaAt: 1 }] });
    for (const el of both) {
      await el.updateComplete;
      await waitUntil(() => seen(el).length === 2);
      expect(every(el, '[part~=live]').length).to.equal(1);
      expect(every(el, '.ghost').length).to.equal(0);
    }
    transport.control('product.stock', { productId: 'p1', stock: 0 });
    await both[1]!.updateComplete;
    expect(said(lineOf(both[1]!, 'p1').querySelector('.open'))).to.equal('Sold out');
  });

  it('honours properties that were set before the element was known, and a broken picture', async () => {
    class LateShelf extends customElements.get('qun-product-shelf')! {}
    const el = document.createElement('late-product-shelf') as QunProductShelf;
    el.lang = 'en';
    el.products = [shelfProduct('p1', { pictures: ['/no-such-picture.webp'] })];
    document.body.append(el);
    customElements.define('late-product-shelf', LateShelf);
    await el.updateComplete;
    await waitUntil(() => seen(el).length === 1 && every(el, 'img').length === 0);
    el.remove();
  });

  it('comes and goes a hundred times and leaves nothing behind', async () => {
    await showsWhileThere<QunProductShelf>(
      'qun-product-shelf',
      new FakeTransport(),
      someProducts(40),
      el => el.updateComplete,
    );
  });
});
