import { expect, fixture, html } from '@open-wc/testing';
import { makeItem } from '../../test/fixtures/cart-items.js';
import { FakeTransport } from '../../test/fixtures/fake-transport.js';
import type { CartAnswer, CartReply, CartShop } from '../core/cart.js';
import '../define/qun-room.js';
import type { QunRoom } from '../elements/room/room.js';
import { QunAddToCartEvent } from '../events/qun-add-to-cart-event.js';
import { QunBuyNowEvent } from '../events/qun-buy-now-event.js';
import { QunChangeCartEvent } from '../events/qun-change-cart-event.js';
import { QunCheckoutEvent } from '../events/qun-checkout-event.js';
import { QunError } from '../protocol/index.js';
import { createRoom } from '../stores/create-room.js';
import { askCart, leading, type CartEvent } from './ask-cart.js';
import { cartName } from './cart-place.js';
import { cartWords } from './cart-words.js';
import { carts, takesOrders } from './cart-shop.js';
import { QunElement } from './qun-element.js';
import { addTradeWords } from '../i18n/trade-messages.js';

class AskProbe extends QunElement {
  override render() {
    return html``;
  }
  says(outcome: Parameters<typeof cartWords>[0]): string | undefined {
    const { t, words, language } = this.voice;
    return cartWords(outcome, { t, words, language: language() });
  }
}
customElements.define('ask-probe', AskProbe);
addTradeWords();

const line = {
  id: 'l1',
  title: 'Tea',
  price: { minor: 100, currency: 'CNY' },
  quantity: 1,
  reservation: 'r1',
};
const add = () => new QunAddToCartEvent(makeItem('tea'));

/** A shop's cart in a test's hand: it says what it is told to say, and remembers what it was asked. */
class FakeShop implements CartShop {
  readonly asked: string[] = [];
  reply: () => CartReply | Promise<CartReply> = () => ({ answer: true });
  holds = [line];
  #take = async (name: string) => {
    this.asked.push(name);
    return this.reply();
  };
  read = async () => {
    this.asked.push('read');
    return { lines: this.holds };
  };
  add = () => this.#take('add');
  buy = () => this.#take('buy');
  change = (_: unknown, quantity: number) => this.#take(`change ${quantity}`);
  checkout = () => this.#take('checkout');
}

/** A probe in a room with the shop's cart. */
async function inRoom(shop?: CartShop) {
  const room = createRoom({ transport: new FakeTransport() });
  if (shop) room.cart.$shop.set(shop);
  const provider = await fixture<QunRoom>(
    html`<qun-room .roomStore=${room}><ask-probe></ask-probe></qun-room>`,
  );
  const probe = provider.querySelector<AskProbe>('ask-probe')!;
  await probe.updateComplete;
  return { room, provider, probe };
}

/** Asks, and answers as a page does that listens far up. */
async function answered(probe: AskProbe, answer: CartAnswer | Promise<CartAnswer>, event: CartEvent = add()) {
  const listen = (heard: Event) => (heard as CartEvent).respondWith(answer);
  document.addEventListener(event.type, listen, { once: true });
  return askCart(probe, event);
}

describe('something asked of the cart', () => {
  it('is answered by the page: yes, or no for each reason', async () => {
    const shop = new FakeShop();
    const { probe } = await inRoom(shop);
    expect(await answered(probe, true)).to.eql({ result: 'yes' });
    for (const no of ['out-of-stock', 'price-changed', 'sign-in', 'options-missing', 'other'] as const)
      expect(await answered(probe, Promise.resolve({ no }))).to.eql({ result: 'no', no: { no } });
    for (const unclear of [false, undefined, null, 'yes', {}])
      expect(await answered(probe, unclear as never)).to.have.property('result', 'no');
    expect(shop.asked).to.eql([]);
  });

  it('is the page’s own where it is only prevented, and nobody’s where nobody is there', async () => {
    const { probe } = await inRoom();
    probe.addEventListener('qun-add-to-cart', event => event.preventDefault(), { once: true });
    expect(await askCart(probe, add())).to.eql({ result: 'taken' });
    expect(await askCart(probe, add())).to.eql({ result: 'nobody' });
  });

  it('goes to the shop’s cart where no page takes it, and tells the room what the cart holds', async () => {
    const shop = new FakeShop();
    const { probe, room } = await inRoom(shop);
    shop.reply = () => ({ answer: true, cart: { lines: [line], total: { minor: 90, currency: 'CNY' } } });
    expect(await askCart(probe, add())).to.eql({ result: 'yes' });
    await askCart(probe, new QunChangeCartEvent(line, 3));
    await askCart(probe, new QunCheckoutEvent({ lines: [line], reservations: ['r1'] }));
    expect(shop.asked).to.eql(['add', 'change 3', 'checkout']);
    expect([room.cart.$count.get(), room.cart.$total.get()]).to.eql([1, { minor: 90, currency: 'CNY' }]);
  });

  it('leads the viewer where the shop says, and only after a yes', async () => {
    const shop = new FakeShop();
    const { probe } = await inRoom(shop);
    const { to } = leading;
    const led: string[] = [];
    leading.to = url => void led.push(url);
    shop.reply = () => ({ answer: true, lead: 'https://shop.example/checkout' });
    await askCart(probe, new QunBuyNowEvent(makeItem('tea')));
    shop.reply = () => ({ answer: { no: 'sign-in' }, lead: 'https://shop.example/checkout' });
    await askCart(probe, new QunBuyNowEvent(makeItem('tea')));
    leading.to = to;
    expect(led).to.eql(['https://shop.example/checkout']);
  });

  it('fails for another try where page or shop break, and reads what became of it', async () => {
    const shop = new FakeShop();
    const { probe, room } = await inRoom(shop);
    expect(await answered(probe, Promise.reject(new Error('no')))).to.eql({
      result: 'failed',
      code: 'internal',
    });
    shop.reply = () => Promise.reject(new QunError('network'));
    expect(await askCart(probe, add())).to.eql({ result: 'failed', code: 'network' });
    expect(shop.asked).to.eql(['add', 'read']);
    expect(room.cart.$count.get()).to.equal(1);
  });

  it('waits ten seconds and no longer', async () => {
    const { probe } = await inRoom();
    const { setTimeout: real } = window;
    let give: (() => void) | undefined;
    window.setTimeout = ((run: () => void, ms: number) =>
      ms === 10_000 ? ((give = run), 0) : real(run, ms)) as typeof window.setTimeout;
    const outcome = answered(probe, new Promise(() => undefined));
    window.setTimeout = real;
    give!();
    expect(await outcome).to.eql({ result: 'failed', code: 'timeout' });
  });

  it('is told in plain words of both languages', async () => {
    const { probe } = await inRoom();
    const says = async (lang: string, answer: CartAnswer) => {
      probe.lang = lang;
      await probe.updateComplete;
      return probe.says(await answered(probe, answer));
    };
    await says('zh-CN', true);
    const price = { minor: 8800, currency: 'CNY' };
    expect(await says('en', { no: 'out-of-stock', left: 2 })).to.equal('Only 2 left. Please choose fewer.');
    expect(await says('zh-CN', { no: 'price-changed', price })).to.contain('¥88');
    expect(await says('zh-CN', { no: 'sign-in' })).to.equal('登录后就能继续');
    expect(await says('en', { no: 'other', text: { en: 'Back at nine.', 'zh-CN': '九点再来' } })).to.equal(
      'Back at nine.',
    );
    expect(await says('en', { no: 'nonsense' as never })).to.equal('The shop could not take this.');
    expect(await says('en', true)).to.equal(undefined);
    expect(probe.says({ result: 'failed', code: 'timeout' })).to.contain('Look into your cart');
  });
});

describe('whose cart it is', () => {
  it('is said by the room around, through shadow roots, or by the one that is named', async () => {
    const place = await fixture(
      html`<div>
        <qun-room id="spring" cart="shopify"><p></p></qun-room>
        <ask-probe room="spring"></ask-probe>
        <ask-probe class="alone"></ask-probe>
      </div>`,
    );
    const host = place.querySelector('p')!;
    const inner = document.createElement('ask-probe');
    host.attachShadow({ mode: 'open' }).append(inner);
    expect([...place.querySelectorAll<AskProbe>('ask-probe')].map(cartName)).to.eql(['shopify', undefined]);
    expect(cartName(inner)).to.equal('shopify');
  });

  it('is the page’s own with `page`, which asks no ready cart', async () => {
    const { probe, provider } = await inRoom();
    expect(takesOrders(probe)).to.equal(false);
    provider.setAttribute('cart', 'page');
    expect(takesOrders(probe)).to.equal(true);
    expect(await askCart(probe, add())).to.eql({ result: 'nobody' });
    expect(carts.here).to.equal(undefined);
  });

  it('is opened once for a room, and a slip in its name is told', async () => {
    const { probe, provider } = await inRoom();
    provider.setAttribute('cart', 'shopfy');
    expect(await askCart(probe, add())).to.eql({ result: 'failed', code: 'bad-config' });
    const { here } = carts;
    let opened = 0;
    carts.bring(name => ((opened += 1), here!(name)));
    provider.setAttribute('cart', 'link');
    await askCart(probe, add());
    await askCart(probe, add());
    carts.bring(here!);
    expect(opened).to.equal(1);
  });
});
