import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FakeTransport } from '../../../test/fixtures/fake-transport.js';
import { until } from '../../../test/fixtures/patience.js';
import { watchListeners } from '../../../test/fixtures/watch-listeners.js';
import type { CartAnswer, CartLine } from '../../core/cart.js';
import '../../define/qun-cart-button.js';
import '../../define/qun-room.js';
import '../../define/qun-sheet.js';
import type { QunChangeCartEvent } from '../../events/qun-change-cart-event.js';
import type { QunCheckoutEvent } from '../../events/qun-checkout-event.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import { createRoom } from '../../stores/create-room.js';
import type { QunRoom } from '../room/room.js';
import type { QunCartButton } from './cart-button.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const tea: CartLine = {
  id: 'l1',
  title: { en: 'Spring tea', 'zh-CN': '春茶' },
  chosen: '100 g',
  price: cny(12_900),
  quantity: 2,
};
const pot: CartLine = {
  id: 'l2',
  title: { en: 'Pot', 'zh-CN': '壶' },
  price: cny(4500),
  quantity: 1,
  reservation: 'r1',
};

const root = (element: QunCartButton) => element.shadowRoot!;
const part = (element: QunCartButton, name: string) =>
  root(element).querySelector<HTMLElement>(`[part~="${name}"]`)!;
const words = (element: QunCartButton, name: string) =>
  (part(element, name)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const counts = (element: QunCartButton) =>
  [...root(element).querySelectorAll('.stepper .count')].map(({ textContent }) => textContent);
const named = (element: QunCartButton, label: string) => {
  const found = [...root(element).querySelectorAll<HTMLButtonElement>('button')].find(
    one => one.getAttribute('aria-label') === label,
  );
  if (!found) throw new Error(`no button ${label}`);
  return found;
};
const said = (element: QunCartButton) => root(element).querySelector('[role=status]')!.textContent;

async function alone(lines: readonly CartLine[] = [tea, pot], lang = 'en'): Promise<QunCartButton> {
  const box = await fixture(
    html`<div lang=${lang}><qun-cart-button .lines=${lines}></qun-cart-button></div>`,
  );
  const element = box.querySelector('qun-cart-button')!;
  await element.updateComplete;
  return element;
}

async function inRoom(lines: readonly CartLine[] = [tea, pot]) {
  const room = createRoom({ transport: new FakeTransport() });
  room.cart.set(lines);
  const box = await fixture<QunRoom>(
    html`<qun-room lang="en" .roomStore=${room}><qun-cart-button></qun-cart-button></qun-room>`,
  );
  const element = box.querySelector('qun-cart-button')!;
  await until(() => element.roomStore === room);
  await element.updateComplete;
  return { element, room, box };
}

async function open(element: QunCartButton): Promise<void> {
  part(element, 'button').click();
  await element.updateComplete;
  await until(() => root(element).querySelector('qun-sheet')?.open);
}

/** Answers wishes as a page does, and tells what it was asked for. */
function answer(element: QunCartButton, type: string, give: () => CartAnswer | Promise<CartAnswer>) {
  const asked: (QunChangeCartEvent & QunCheckoutEvent)[] = [];
  element.addEventListener(type, event => {
    asked.push(event as (typeof asked)[number]);
    (event as QunCheckoutEvent).respondWith(give());
  });
  return asked;
}

describe('the cart’s button', () => {
  it('says how much is in the cart, in both languages, and follows the room', async () => {
    const { element, room } = await inRoom();
    const label = () => part(element, 'button').getAttribute('aria-label');
    expect([words(element, 'badge'), label()]).to.eql(['3', 'Cart, 3 items']);
    element.lang = 'zh-CN';
    await until(() => label() === '购物车，共 3 件');
    room.cart.set([{ ...tea, quantity: 120 }]);
    await element.updateComplete;
    expect(words(element, 'badge')).to.equal('99+');
    room.cart.set([]);
    await element.updateComplete;
    expect(part(element, 'badge').hidden).to.equal(true);
  });

  it('takes no place with `when-filled` while the cart is empty', async () => {
    const element = await alone([]);
    element.whenFilled = true;
    await element.updateComplete;
    expect(part(element, 'button').hidden).to.equal(true);
    element.lines = [tea];
    await element.updateComplete;
    expect(part(element, 'button').hidden).to.equal(false);
  });

  it('can be used by everybody, closed and open, empty and filled, dark and large', async () => {
    const element = await alone();
    await expect(element).to.be.accessible();
    await open(element);
    await expect(element).to.be.accessible();
    element.parentElement!.style.setProperty('color-scheme', 'dark');
    element.parentElement!.style.setProperty('--qun-text-scale', '1.25');
    await expect(element).to.be.accessible();
    element.lines = [];
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('opens the page’s own cart where the page wants that', async () => {
    const element = await alone();
    element.addEventListener('qun-open-cart', event => event.preventDefault());
    element.show();
    await element.updateComplete;
    expect(element.open).to.equal(false);
  });

  it('leaves lines out that are broken, and keeps its properties from before it was there', async () => {
    // In a document without our elements it is none of them yet.
    const element = document.implementation.createHTMLDocument('').createElement('qun-cart-button');
    element.lines = [tea, { id: 'x' } as CartLine];
    document.body.append(element);
    await element.updateComplete;
    expect(words(element, 'badge')).to.equal('2');
    element.remove();
  });
});

describe('the cart', () => {
  it('shows each line, what is kept at its flash price, and the total; a shop’s own total counts', async () => {
    const element = await alone();
    await open(element);
    expect(words(element, 'lines')).to.equal('Spring tea 100 g ¥129 2 Pot Flash price kept for you ¥45 1');
    expect(words(element, 'total')).to.equal('Total ¥303');
    element.total = cny(29_950);
    await element.updateComplete;
    expect(words(element, 'total')).to.equal('Total ¥299.50');
  });

  it('is opened and closed by keys, and gives the focus back', async () => {
    const element = await alone();
    part(element, 'button').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => root(element).querySelector('qun-sheet')?.open);
    await sendKeys({ press: 'Escape' });
    await until(() => !element.open);
    expect(root(element).activeElement).to.equal(part(element, 'button'));
  });

  it('asks the page for more and less, and shows it as done once the page has said yes', async () => {
    const element = await alone();
    await open(element);
    let yes = (_: CartAnswer) => {};
    const asked = answer(element, 'qun-change-cart', () => new Promise(resolve => (yes = resolve)));
    named(element, 'One more: Spring tea').click();
    await element.updateComplete;
    expect(part(element, 'line').getAttribute('aria-busy')).to.equal('true');
    expect(element.lines![0]!.quantity).to.equal(2);
    yes(true);
    await until(() => element.lines![0]!.quantity === 3);
    await element.updateComplete;
    expect([asked[0]!.line, asked[0]!.quantity]).to.eql([tea, 3]);
    expect([counts(element), said(element)]).to.eql([['3', '1'], 'Spring tea: 3']);
    named(element, 'Remove Pot').click();
    await element.updateComplete;
    yes(true);
    await until(() => element.lines!.length === 1);
  });

  it('makes one more wish of twenty taps while the shop is busy', async () => {
    const { element, room } = await inRoom();
    await open(element);
    const wishes: ((answer: CartAnswer) => void)[] = [];
    const asked = answer(element, 'qun-change-cart', () => new Promise(resolve => wishes.push(resolve)));
    const more = named(element, 'One more: Spring tea');
    for (let tap = 0; tap < 20; tap += 1) {
      more.click();
      await element.updateComplete;
    }
    expect([asked.map(({ quantity }) => quantity), counts(element)[0]]).to.eql([[3], '22']);
    wishes[0]!(true);
    await until(() => wishes.length === 2);
    wishes[1]!(true);
    await until(() => room.cart.$count.get() === 23);
    expect(asked.map(({ quantity }) => quantity)).to.eql([3, 22]);
  });

  it('says no in the shop’s reason at the line, and shows what is in the cart', async () => {
    const element = await alone();
    await open(element);
    answer(element, 'qun-change-cart', () => ({ no: 'out-of-stock', left: 2 }));
    named(element, 'One more: Spring tea').click();
    await until(() => words(element, 'note') !== '');
    expect([words(element, 'note'), counts(element)]).to.eql([
      'Only 2 left. Please choose fewer.',
      ['2', '1'],
    ]);
    await expect(element).to.be.accessible();
  });

  it('lets a viewer sign in and asks again', async () => {
    const element = await alone();
    await open(element);
    const answers: CartAnswer[] = [{ no: 'sign-in' }, true];
    const asked = answer(element, 'qun-checkout', () => answers.shift()!);
    part(element, 'checkout').click();
    await until(() => root(element).querySelector('.sign-in'));
    root(element).querySelector<HTMLElement>('.sign-in')!.click();
    await until(() => words(element, 'checkout') === 'Taking you there…');
    expect(asked).to.have.length(2);
  });

  it('pays for everything, naming the reservations, once however often it is tapped', async () => {
    const { element, room } = await inRoom();
    await open(element);
    let refuse = (_: Error) => {};
    const asked = answer(element, 'qun-checkout', () => new Promise((_, reject) => (refuse = reject)));
    for (let tap = 0; tap < 20; tap += 1) part(element, 'checkout').click();
    expect(asked.map(({ lines, reservations }) => [lines, reservations])).to.eql([
      [room.cart.$lines.get(), ['r1']],
    ]);
    let fault = '';
    element.addEventListener('qun-error', event => (fault = (event as QunErrorEvent).error.code));
    refuse(new Error('down'));
    await until(() => words(element, 'note') !== '');
    expect([words(element, 'note'), words(element, 'checkout'), fault]).to.eql([
      'The shop could not be reached. Please try again.',
      'Checkout',
      'internal',
    ]);
  });

  it('tells the page that nobody takes orders', async () => {
    const element = await alone();
    await open(element);
    let fault = '';
    element.addEventListener('qun-error', event => (fault = (event as QunErrorEvent).error.code));
    part(element, 'checkout').click();
    await until(() => fault !== '');
    await element.updateComplete;
    expect([fault, words(element, 'note')]).to.eql(['bad-config', 'The shop could not take this.']);
  });

  it('reads the shop’s cart when it meets it and whenever the viewer comes back', async () => {
    const { element, room } = await inRoom([]);
    let reads = 0;
    const no = () => Promise.resolve({ answer: { no: 'other' as const } });
    room.cart.$shop.set({
      read: () => Promise.resolve({ lines: [{ ...pot, quantity: (reads += 1) }] }),
      ...{ add: no, buy: no, change: no, checkout: no },
    });
    element.setAttribute('cart', 'page');
    await until(() => room.cart.$count.get() === 1);
    window.dispatchEvent(new Event('pageshow'));
    await until(() => room.cart.$count.get() === 2);
    await open(element);
    await until(() => room.cart.$count.get() === 3);
  });

  it('shows the page’s own words where it is empty', async () => {
    const element = await fixture<QunCartButton>(
      html`<qun-cart-button lang="en" .lines=${[]}><b>Basket</b><i slot="empty">Go on</i></qun-cart-button>`,
    );
    await open(element);
    const shown = [...root(element).querySelectorAll('slot')].map(
      slot => slot.assignedNodes()[0]?.textContent,
    );
    expect(shown).to.eql(['Basket', 'Go on']);
  });

  it('leaves nothing behind, a hundred times', async () => {
    const watch = watchListeners(window, document);
    const { room, box, element } = await inRoom();
    await open(element);
    for (let turn = 0; turn < 100; turn += 1) {
      const one = document.createElement('qun-cart-button');
      box.append(one);
      await one.updateComplete;
      one.remove();
    }
    box.remove();
    await nextFrame();
    expect(room.cart.$lines.lc).to.equal(0);
    expect(watch.left().filter(type => /pageshow|visibilitychange/.test(type))).to.eql([]);
    watch.stop();
  });
});
