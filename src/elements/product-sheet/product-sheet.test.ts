import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  all,
  choose,
  open,
  openInRoom,
  part,
  said,
  settled,
  tea,
} from '../../../test/fixtures/product-sheet-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import type { QunAddToCartEvent } from '../../events/qun-add-to-cart-event.js';
import { QunOpenProductEvent } from '../../events/qun-open-product-event.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });

describe('qun-product-sheet', function () {
  this.timeout(PATIENCE_MS);

  it('shows a product in full: pictures, price, what can be chosen, facts', async () => {
    const { sheet } = await open();
    expect(said(part(sheet, 'title'))).to.equal('Spring tea');
    expect(said(part(sheet, 'price'))).to.equal('¥68 – ¥158');
    expect(all(sheet, '[part~=picture]')).to.have.length(2);
    expect(said(part(sheet, 'counter'))).to.equal('1/2');
    expect(all(sheet, '[part~=value]').map(said)).to.deep.equal([
      '50 g',
      '100 g',
      '250 g',
      'Tin',
      'Gift box',
    ]);
    expect(said(part(sheet, 'facts'))).to.equal('Details From Anji');
    await expect(sheet).to.be.accessible();
  });

  it('says what a combination costs, and how much is left of it', async () => {
    const { sheet } = await open();
    await choose(sheet, '100 g');
    await choose(sheet, 'Tin');
    expect(said(part(sheet, 'price'))).to.equal('¥128 Before ¥168');
    expect(said(part(sheet, 'saved'))).to.equal('Save ¥40');
    expect(said(part(sheet, 'stock'))).to.equal('Only 3 left');
    await choose(sheet, 'Gift box');
    expect(said(part(sheet, 'price'))).to.equal('¥158');
  });

  it('shows what does not exist and what is sold out, and never leads into a dead end', async () => {
    const { sheet } = await open();
    const names = () => all(sheet, '[part~=value]').map(one => one.getAttribute('aria-label') ?? said(one));
    expect(names()).to.include('250 g, sold out');
    await choose(sheet, '50 g');
    // What is no question any more is answered.
    expect(all(sheet, '[aria-checked=true]').map(said)).to.deep.equal(['50 g', 'Tin']);
    expect(names()).to.include('Gift box, not available with this choice');
    await choose(sheet, 'Gift box');
    expect(all(sheet, '[aria-checked=true]').map(said)).to.deep.equal(['Gift box']);
    await choose(sheet, '250 g');
    expect(said(part(sheet, 'button'))).to.equal('Sold out');
    expect(part(sheet, 'button')!.matches(':disabled')).to.be.true;
    expect(said(part(sheet, 'bar'))).to.contain('Have a look at the others');
    await expect(sheet).to.be.accessible();
  });

  it('shows the picture of what is chosen', async () => {
    const { sheet } = await open();
    const list = sheet.shadowRoot!.querySelector('.pictures')!;
    await choose(sheet, 'Gift box');
    await until(() => list.scrollLeft > 0 && said(part(sheet, 'counter')) === '2/2');
  });

  it('asks the page to put what was chosen into the cart, and says so when it has', async () => {
    const { sheet } = await open({ cart: 'page' });
    await choose(sheet, '100 g');
    await choose(sheet, 'Tin');
    sheet.shadowRoot!.querySelector<HTMLElement>('[aria-label="One more"]')!.click();
    await settled(sheet);
    let answer!: (yes: true) => void;
    const asked = oneEvent(sheet, 'qun-add-to-cart') as Promise<unknown>;
    sheet.addEventListener('qun-add-to-cart', event =>
      event.respondWith(new Promise(resolve => (answer = resolve))),
    );
    part(sheet, 'add')!.click();
    const event = (await asked) as QunAddToCartEvent;
    expect(event.variant!.id).to.equal('100-tin');
    expect(event.quantity).to.equal(2);
    expect(event.price).to.deep.equal(cny(12_800));
    await settled(sheet);
    expect(said(part(sheet, 'add'))).to.equal('Adding…');
    await expect(sheet).to.be.accessible();
    answer(true);
    await until(() => said(part(sheet, 'add')) === 'In your cart');
  });

  it('asks once however often it is tapped', async () => {
    const { sheet } = await open({ cart: 'page', product: { ...tea, options: [], variants: [] } });
    let asked = 0;
    sheet.addEventListener('qun-buy-now', event => {
      asked += 1;
      event.respondWith(new Promise(() => {}));
    });
    for (let tap = 0; tap < 20; tap += 1) part(sheet, 'button')!.click();
    await settled(sheet);
    expect(asked).to.equal(1);
  });

  it('says why the shop does not take it, and what to do', async () => {
    const { sheet } = await open({ cart: 'page', product: { ...tea, options: [], variants: [] } });
    const answers = [
      [{ no: 'out-of-stock', left: 2 }, 'Only 2 left'],
      [{ no: 'other', text: { en: 'Members only' } }, 'Members only'],
      [{ no: 'sign-in' }, 'Sign in'],
    ] as const;
    let next: (typeof answers)[number][0];
    sheet.addEventListener('qun-add-to-cart', event => event.respondWith(next));
    for (const [answer, words] of answers) {
      next = answer;
      part(sheet, 'add')!.click();
      await until(() => said(sheet.shadowRoot!.querySelector('.note')).includes(words), words);
    }
    let signIns = 0;
    sheet.addEventListener('qun-sign-in', event => {
      signIns += 1;
      event.preventDefault();
    });
    sheet.shadowRoot!.querySelector<HTMLElement>('.note button')!.click();
    expect(signIns).to.equal(1);
    // Something else is wanted now.
    sheet.shadowRoot!.querySelector<HTMLElement>('[aria-label="One more"]')!.click();
    await settled(sheet);
    expect(said(sheet.shadowRoot!.querySelector('.note'))).to.equal('');
  });

  it('shows and says what is still to be chosen, rather than ask the shop', async () => {
    const { sheet } = await open({ cart: 'page' });
    let asked = 0;
    sheet.addEventListener('qun-buy-now', () => (asked += 1));
    part(sheet, 'button')!.click();
    await settled(sheet);
    expect(said(sheet.shadowRoot!.querySelector('.note'))).to.equal('Choose Weight, Pack first');
    expect(said(sheet.shadowRoot!.activeElement)).to.equal('50 g');
    expect(asked).to.equal(0);
    await expect(sheet).to.be.accessible();
  });

  it('leads to the product’s page where nobody takes orders, with what says who brought the viewer', async () => {
    const here = location.href;
    history.replaceState(null, '', '?utm_source=group&other=1');
    try {
      const { sheet } = await open();
      expect(part(sheet, 'add')).to.be.null;
      expect(part(sheet, 'quantity')).to.be.null;
      await choose(sheet, '50 g');
      const link = part<HTMLAnchorElement>(sheet, 'button')!;
      expect(link.href).to.equal('https://shop.example/tea?utm_source=group&qun-variant=50-tin');
      expect(link.target).to.equal('_blank');
      sheet.addEventListener('qun-buy-now', event => event.preventDefault());
      const click = new MouseEvent('click', { cancelable: true, bubbles: true, composed: true });
      expect(link.dispatchEvent(click)).to.be.false;
    } finally {
      history.replaceState(null, '', here);
    }
  });

  it('has no button where there is nothing to do', async () => {
    const { links: _none, ...plain } = tea;
    const { sheet } = await open({ product: plain });
    for (const name of ['add', 'button', 'app']) expect(part(sheet, name), name).to.be.null;
    await expect(sheet).to.be.accessible();
  });

  it('is chosen from by keys', async () => {
    const { sheet } = await open();
    const first = all(sheet, '[part~=value]')[0]!;
    first.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(said(sheet.shadowRoot!.activeElement)).to.equal('100 g');
    await sendKeys({ press: 'Enter' });
    await settled(sheet);
    expect(said(sheet.shadowRoot!.querySelector('[aria-checked=true]'))).to.equal('100 g');
    all(sheet, '[part~=picture]')[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await until(() => said(part(sheet, 'counter')) === '2/2');
    expect(sheet.shadowRoot!.activeElement).to.equal(all(sheet, '[part~=picture]')[1]);
  });

  it('takes a typed quantity as far as the shop sells', async () => {
    const { sheet } = await open({ cart: 'page', product: { ...tea, options: [], variants: [], most: 5 } });
    const field = sheet.shadowRoot!.querySelector('input')!;
    for (const [typed, taken] of [
      ['4', '4'],
      ['99', '5'],
      ['none', '5'],
      ['-3', '1'],
    ] as const) {
      field.value = typed;
      field.dispatchEvent(new Event('change'));
      await settled(sheet);
      expect(field.value).to.equal(taken);
    }
    field.value = '5';
    field.dispatchEvent(new Event('change'));
    await settled(sheet);
    expect(said(sheet.shadowRoot!.querySelector('.why'))).to.equal('At most 5 an order');
  });

  it('speaks both languages, also when that changes while it is shown', async () => {
    const { box, sheet } = await open({ cart: 'page' });
    expect(said(part(sheet, 'add'))).to.equal('Add to cart');
    box.lang = 'zh-CN';
    await until(() => said(part(sheet, 'add')) === '加入购物车');
    expect(said(part(sheet, 'title'))).to.equal('明前绿茶');
    box.lang = 'zh-TW';
    await until(() => said(part(sheet, 'add')) === '加入購物車');
  });

  it('shows what stands in its slots, and WeChat’s own tag only where that leads on', async () => {
    const { sheet } = await open();
    const note = document.createElement('p');
    const tag = document.createElement('div');
    tag.slot = 'launch';
    sheet.append(note, tag);
    await settled(sheet);
    expect(note.assignedSlot).to.exist;
    expect(tag.getClientRects()).to.be.empty;
    expect(part(sheet, 'button')).to.exist;
  });

  it('stands on a page without a sheet', async () => {
    const { sheet } = await open({ view: 'page' });
    expect(sheet.shadowRoot!.querySelector('qun-sheet')).to.be.null;
    expect(said(part(sheet, 'title'))).to.equal('Spring tea');
    await expect(sheet).to.be.accessible();
  });

  it('stands in front of the window’s lower part, and gives the focus back when it goes', async () => {
    const { box, sheet } = await open({ view: 'page' });
    const opener = document.createElement('button');
    box.append(opener);
    sheet.open = false;
    sheet.view = 'sheet';
    await settled(sheet);
    opener.focus();
    sheet.show(tea);
    await settled(sheet);
    const panel = sheet.shadowRoot!.querySelector('qun-sheet')!.shadowRoot!.querySelector('[part=panel]')!;
    await until(() => Math.round(panel.getBoundingClientRect().bottom) === innerHeight);
    expect(part(sheet, 'base')!.matches(':popover-open')).to.be.true;
    await expect(sheet).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => !part(sheet, 'base')!.matches(':popover-open'));
    expect(document.activeElement === opener).to.be.true;
  });

  it('stays whole at 320 px with large words', async () => {
    const { box, sheet } = await open({ view: 'page', cart: 'page' });
    box.style.width = '320px';
    box.style.setProperty('--qun-text-scale', '1.25');
    await settled(sheet);
    expect(sheet.scrollWidth).to.be.at.most(320);
  });

  it('shows what was set before it was registered', async () => {
    const early = document.createElement('qun-late-product-sheet') as HTMLElement & { product?: unknown };
    early.product = tea;
    early.setAttribute('view', 'page');
    document.body.append(early);
    const { QunProductSheet } = await import('./product-sheet.js');
    customElements.define('qun-late-product-sheet', class extends QunProductSheet {});
    await until(() => said(early.shadowRoot?.querySelector('[part=title]')) === 'Spring tea');
    early.remove();
  });

  it('leaves nothing behind, a hundred times', async () => {
    const { box, sheet } = await open({ view: 'inside' });
    sheet.remove();
    const watch = watchListeners(window, document);
    try {
      for (let index = 0; index < 100; index += 1) {
        box.append(sheet);
        sheet.open = true;
        await sheet.updateComplete;
        sheet.remove();
      }
      await nextFrame();
      expect(watch.left()).to.deep.equal([]);
    } finally {
      watch.stop();
    }
  });
});

describe('a product opened in a room', function () {
  this.timeout(PATIENCE_MS);

  it('opens in the sheet before its link leads away, and closes where it came from', async () => {
    const { sheet, carousel } = await openInRoom();
    const card = carousel.shadowRoot!.querySelector<HTMLElement>('.open')!;
    card.focus();
    card.click();
    await settled(sheet);
    expect(sheet.open).to.be.true;
    expect(said(part(sheet, 'title'))).to.equal('Spring tea');
    await sendKeys({ press: 'Escape' });
    await until(() => !sheet.open);
    expect(carousel.shadowRoot!.activeElement).to.equal(card);
  });

  it('is left to a page that opens it in its own way', async () => {
    const { room, sheet, carousel } = await openInRoom();
    room.addEventListener('qun-open-product', event => event.preventDefault());
    carousel.shadowRoot!.querySelector<HTMLElement>('.open')!.click();
    await settled(sheet);
    expect(sheet.open).to.be.false;
  });

  it('is another room’s business where it comes from there', async () => {
    const { sheet, box } = await openInRoom();
    const event = new QunOpenProductEvent(tea, undefined);
    box.dispatchEvent(event);
    await settled(sheet);
    expect(event.defaultPrevented).to.be.false;
    expect(sheet.open).to.be.false;
  });

  it('follows its price, its stock and its going while it is shown', async () => {
    const { sheet, transport } = await openInRoom();
    sheet.show('tea');
    await choose(sheet, '50 g');
    transport.control('product.stock', { productId: 'tea', variantId: '50-tin', stock: 0 });
    await until(() => said(part(sheet, 'button')) === 'Sold out');
    // The pack stays as it is.
    await choose(sheet, '100 g');
    const price = { kind: 'fixed', amount: cny(9900) } as const;
    transport.control('product.price', { productId: 'tea', variantId: '100-tin', price });
    await until(() => said(sheet.shadowRoot!.querySelector('.note')) === 'The price is ¥99 now');
    transport.control('shelf.remove', { productId: 'tea' });
    await until(() => said(part(sheet, 'bar')).includes('left the shelf'));
    expect(said(part(sheet, 'title'))).to.equal('Spring tea');
    expect(part(sheet, 'button')).to.be.null;
  });

  it('shows what was asked of it and answered', async () => {
    const { sheet } = await openInRoom();
    sheet.show('tea');
    await settled(sheet);
    expect(said(part(sheet, 'answers'))).to.equal('Questions and answers Keeps long? Qing A year. Ask');
  });

  it('keeps what was chosen for whoever comes back', async () => {
    const { sheet } = await openInRoom();
    sheet.show('tea');
    await choose(sheet, '100 g');
    sheet.show('cup');
    await settled(sheet);
    expect(said(part(sheet, 'title'))).to.equal('Cup');
    sheet.show('tea');
    await settled(sheet);
    expect(said(sheet.shadowRoot!.querySelector('[aria-checked=true]'))).to.equal('100 g');
  });

  it('tells how much it covers', async () => {
    const { sheet } = await openInRoom();
    const heights: number[] = [];
    sheet.addEventListener('qun-sheet-resize', ({ height }) => heights.push(height));
    sheet.show('tea');
    await until(() => heights.some(height => height > 0));
    sheet.open = false;
    await until(() => heights[heights.length - 1] === 0);
  });
});
