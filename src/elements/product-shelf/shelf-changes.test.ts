import { expect, waitUntil } from '@open-wc/testing';
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
import type { Product } from '../../protocol/index.js';
import type { QunProductShelf } from './product-shelf.js';

const products = someProducts(60);
const without = (...ids: string[]) => products.filter(product => !ids.includes(product.id));

async function set(el: QunProductShelf, next: readonly Product[]): Promise<void> {
  el.products = next;
  await el.updateComplete;
  await el.updateComplete;
}

const top = (el: QunProductShelf, key: string) => lineOf(el, key).getBoundingClientRect().top;

/** A finger comes down on the shelf. */
function touch(el: QunProductShelf, fingers = 1): void {
  const event = new Event(fingers > 0 ? 'touchstart' : 'touchend', { bubbles: true });
  Object.assign(event, { touches: { length: fingers } });
  first(el, '.scroller').dispatchEvent(event);
}

const open = async () => {
  const el = await openShelf({ products });
  await waitUntil(() => seen(el).length > 3);
  return el;
};

describe('a shelf that changes while somebody is at it', () => {
  it('moves nothing under a finger: what has gone is marked, what has come is told', async () => {
    const el = await open();
    await scrollTo(el, lineOf(el, 'p1').offsetHeight * 10);
    touch(el);
    const before = seen(el);
    const places = before.map(key => top(el, key));
    await set(el, [shelfProduct('new'), ...[...without('p3', 'p12')].reverse()]);
    expect(seen(el)).to.deep.equal(before);
    expect(before.map(key => top(el, key))).to.deep.equal(places);
    expect(lineOf(el, 'p12').querySelector('.open')!.textContent!.trim()).to.equal('Taken off');
    expect(lineOf(el, 'p12').querySelector('.open')!.getAttribute('aria-disabled')).to.equal('true');
    expect(first(el, '.new').textContent!.trim()).to.equal('1 new on the shelf');
    await expect(el).to.be.accessible();
  });

  it('shows a new price and stock in place at once', async () => {
    const el = await open();
    touch(el);
    await set(
      el,
      products.map(product => (product.id === 'p2' ? { ...product, stock: 0 } : product)),
    );
    expect(lineOf(el, 'p2').querySelector('.open')!.textContent!.trim()).to.equal('Sold out');
  });

  it('takes the shelf’s order when the hand has gone, and what is looked at stays where it is', async () => {
    const el = await open();
    await scrollTo(el, lineOf(el, 'p1').offsetHeight * 10 + 20);
    touch(el);
    const before = seen(el);
    const whole = before[1]!;
    const place = top(el, whole);
    await set(el, [shelfProduct('new1'), shelfProduct('new2'), ...without('p3', 'p13')]);
    touch(el, 0);
    await waitUntil(() => !seen(el).includes('p13'), 'the hand has gone', { timeout: 5000 });
    expect(top(el, whole)).to.be.closeTo(place, 1);
    expect(first(el, '.new').textContent!.trim()).to.equal('2 new on the shelf');
  });

  it('leaves what a mouse stands on where it is, though it has been taken off', async () => {
    const el = await open();
    const line = lineOf(el, 'p2');
    line.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }));
    const place = top(el, 'p2');
    await set(el, [shelfProduct('new'), ...without('p1', 'p2', 'p3')]);
    await waitUntil(
      () => !every(el, '[data-key]').some(one => one.dataset.key === 'p3'),
      'the rest follows',
      {
        timeout: 5000,
      },
    );
    expect(top(el, 'p2')).to.be.closeTo(place, 1);
    expect(lineOf(el, 'p2').querySelector('.open')!.textContent!.trim()).to.equal('Taken off');
    first(el, '.scroller').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await waitUntil(() => !every(el, '[data-key]').some(one => one.dataset.key === 'p2'), 'it goes too', {
      timeout: 5000,
    });
  });

  it('keeps the focus on a product that is moved far away', async () => {
    const el = await open();
    const button = lineOf(el, 'p2').querySelector<HTMLElement>('.open')!;
    button.focus();
    const place = top(el, 'p2');
    await set(el, [...without('p2'), products[1]!]);
    await waitUntil(
      () => lineOf(el, 'p2').getAttribute('aria-posinset') === '60',
      'it stands at its new place',
      {
        timeout: 5000,
      },
    );
    expect(el.shadowRoot!.activeElement).to.equal(button);
    expect(top(el, 'p2')).to.be.closeTo(place, 1);
  });

  it('takes no tap for a line that has only just come under the finger', async () => {
    const el = await open();
    let opened = 0;
    el.addEventListener('qun-open-product', event => {
      opened += 1;
      event.preventDefault();
    });
    const tap = (key: string) =>
      lineOf(el, key)
        .querySelector('.open')!
        .dispatchEvent(
          new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }),
        );
    tap('p2');
    expect(opened).to.equal(1);
    await set(el, [products[0]!, shelfProduct('new'), ...products.slice(1)]);
    await waitUntil(() => seen(el).includes('new'), 'the order has been taken', {
      timeout: 5000,
      interval: 5,
    });
    tap('new');
    expect(opened).to.equal(1);
    await waitUntil(
      () => {
        tap('new');
        return opened === 2;
      },
      'and then it does',
      { timeout: 5000 },
    );
  });

  it('leads to what is new, and tells of it no more once it has been seen', async () => {
    const el = await open();
    await set(el, [...products, shelfProduct('new')]);
    await waitUntil(() => first(el, '.new') !== null);
    first(el, '.new').click();
    await waitUntil(() => seen(el).includes('new'));
    await waitUntil(() => first(el, '.new') === null);
  });

  it('says nothing of new products when another shop’s shelf takes its place', async () => {
    const el = await open();
    await set(el, [shelfProduct('x1'), shelfProduct('x2')]);
    await waitUntil(() => seen(el).join() === 'x1,x2', 'the other shelf', { timeout: 5000 });
    expect(first(el, '.new')).to.be.null;
  });
});
