import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, buttonOf, one, openDesk, settled } from '../../../test/fixtures/host-desk-harness.js';
import { product } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { QunError, type Product } from '../../protocol/index.js';
import type { QunHostDesk } from './host-desk.js';
import '../../define/qun-host-desk.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });

async function open(options: Parameters<typeof openDesk>[0] = {}) {
  const desk = await openDesk(options);
  await until(() => one(desk.el, '.new-product'));
  one(desk.el, '.new-product summary')!.click();
  return desk;
}

const form = (el: QunHostDesk) => one<HTMLFormElement>(el, '.new-product form')!;
const field = (el: QunHostDesk, name: string) => form(el).querySelector<HTMLInputElement>(`[name=${name}]`)!;

function fill(el: QunHostDesk, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) field(el, name).value = value;
}

async function put(el: QunHostDesk): Promise<void> {
  form(el).requestSubmit();
  await settled(el);
}

const wrong = (el: QunHostDesk) =>
  [...form(el).querySelectorAll<HTMLInputElement>('[aria-invalid=true]')].map(({ name }) => name);

describe('a product that is new on the shelf', function () {
  this.timeout(PATIENCE_MS);

  it('needs a title and a price', async () => {
    const { el, transport } = await open();
    fill(el, { title: ' Spring tea ', price: '129.9' });
    await put(el);
    const [command] = transport.commands as unknown as { product: Product }[];
    const { id } = command!.product;
    expect(command).to.deep.equal({
      type: 'shelf.put',
      product: {
        id,
        title: { en: 'Spring tea' },
        pictures: [],
        price: { kind: 'fixed', amount: cny(12990) },
        stock: null,
      },
    });
    expect(id).to.match(/^[\da-f]{12}$/);
    expect(buttonOf(el, 'Sending…').getAttribute('aria-busy')).to.equal('true');
    await put(el);
    expect(transport.commands, 'sent once').to.have.length(1);
    transport.give();
    transport.control('shelf.put', { product: { ...command!.product, number: 3 } });
    await until(() => one(el, '.new-done')!.textContent!.includes('“Spring tea” is on the shelf.'));
    expect(field(el, 'title').value).to.equal('');
    expect(all(el, '.products .item')).to.have.length(3);
  });

  it('may say all that a card shows, and joins a group that is there', async () => {
    const group = { en: 'Tea', 'zh-CN': '茶' };
    const { el, transport } = await open({ lang: 'zh-CN', state: { products: [product('a', { group })] } });
    fill(el, {
      title: '明前龙井',
      number: '8',
      price: '89',
      was: '119',
      stock: '40',
      group: '茶',
      picture: '/tea.webp',
      link: 'https://shop.example/tea',
    });
    await put(el);
    const [command] = transport.commands as unknown as { product: Product }[];
    expect(command!.product).to.deep.include({
      number: 8,
      title: { 'zh-CN': '明前龙井' },
      pictures: ['/tea.webp'],
      price: { kind: 'struck', amount: cny(8900), was: cny(11900) },
      stock: 40,
      links: { h5: 'https://shop.example/tea' },
      group,
    });
  });

  it('says at each field what cannot be meant, and sends nothing of it', async () => {
    const { el, transport } = await open({ width: 320 });
    await put(el);
    expect(wrong(el)).to.deep.equal(['title', 'price']);
    expect(el.shadowRoot!.activeElement).to.equal(field(el, 'title'));
    fill(el, {
      title: 'x'.repeat(121),
      number: '2',
      price: '5.001',
      was: '0',
      stock: '1.5',
      picture: 'javascript:alert(1)',
      link: 'https://a b',
      group: 'g'.repeat(60),
    });
    await put(el);
    const names = ['title', 'price', 'was', 'stock', 'number', 'group', 'picture', 'link'];
    expect(wrong(el)).to.deep.equal(names);
    for (const name of names) {
      const hint = field(el, name).getAttribute('aria-describedby')!;
      expect(one(el, `#${hint}`)!.textContent!.trim(), name).not.to.equal('');
    }
    expect(transport.commands).to.be.empty;
    await expect(el).to.be.accessible();
    const { scrollWidth, clientWidth } = one(el, '.panel.products')!;
    expect(scrollWidth, 'nothing hangs out').to.equal(clientWidth);
  });

  it('keeps what was typed where it is refused', async () => {
    const { el, transport } = await open();
    fill(el, { title: 'Tea', price: '5' });
    await put(el);
    transport.turnDown(new QunError('malformed'));
    await until(() => one(el, '.wrong')?.textContent!.trim());
    expect([field(el, 'title').value, one(el, '.new-done')!.textContent!.trim()]).to.deep.equal(['Tea', '']);
    buttonOf(el, 'Put on the shelf');
  });

  it('is put there by keyboard alone, as the first of its shelf in a currency of the shop', async () => {
    const { el, transport } = await openDesk({ state: { products: [], pins: [], sales: [] } });
    await until(() => one(el, '.new-product'));
    one(el, '.new-product summary')!.focus();
    await sendKeys({ press: 'Enter' });
    for (const words of ['Tea', '5']) {
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: words });
    }
    field(el, 'currency').value = 'eur';
    await sendKeys({ press: 'Enter' });
    await settled(el);
    const [command] = transport.commands as unknown as { product: Product }[];
    expect(command!.product.price).to.deep.equal({ kind: 'fixed', amount: { minor: 500, currency: 'EUR' } });
  });
});

const size = { id: 'size', title: 'Size', values: ['s', 'm'].map(id => ({ id, title: id.toUpperCase() })) };
const shirt = product('a', {
  stock: 9,
  options: [size],
  variants: [
    {
      id: 'a-s',
      choice: { size: 's' },
      price: { kind: 'struck', amount: cny(8900), was: cny(9900) },
      stock: 4,
    },
    { id: 'a-m', choice: { size: 'm' } },
  ],
});

describe('combinations of a product, at the desk', function () {
  this.timeout(PATIENCE_MS);

  async function edit(lang: string, width = 390) {
    const desk = await openDesk({ lang, width, state: { products: [shirt] } });
    all(desk.el, '.change')[0]!.click();
    await until(() => one(desk.el, '.variant'));
    return desk;
  }
  const line = (el: QunHostDesk, at: number) => all(el, '.variant')[at] as HTMLFormElement;
  const fieldsOf = (el: QunHostDesk, at: number) =>
    [...line(el, at).querySelectorAll('input')].map(({ value, placeholder }) => value || `(${placeholder})`);
  async function save(el: QunHostDesk, at: number, price: string, stock: string): Promise<void> {
    const [priceField, stockField] = line(el, at).querySelectorAll('input');
    priceField!.value = price;
    stockField!.value = stock;
    line(el, at).requestSubmit();
    await settled(el);
  }

  it('have price and stock of their own, or show the product’s', async () => {
    const { el, transport } = await edit('en', 320);
    expect(fieldsOf(el, 0)).to.deep.equal(['89.00', '4']);
    expect(fieldsOf(el, 1)).to.deep.equal(['(128.00)', '(9)']);
    await save(el, 1, '', '');
    await save(el, 0, '89', '4');
    expect(transport.commands, 'as it was').to.be.empty;
    await save(el, 0, '79', '4');
    await save(el, 1, '', '3');
    expect(transport.commands).to.deep.equal([
      {
        type: 'price.set',
        productId: 'a',
        variantId: 'a-s',
        price: { kind: 'struck', amount: cny(7900), was: cny(9900) },
      },
      { type: 'stock.set', productId: 'a', variantId: 'a-m', stock: 3 },
    ]);
    expect(line(el, 1).querySelector('button')!.getAttribute('aria-busy')).to.equal('true');
    transport.give();
    transport.give();
    transport.control('product.stock', { productId: 'a', variantId: 'a-m', stock: 3 });
    await until(() => line(el, 1).querySelector('button')!.getAttribute('aria-busy') === 'false');
    expect(fieldsOf(el, 1)[1]).to.equal('3');
    await expect(el).to.be.accessible();
    const { scrollWidth, clientWidth } = one(el, '.panel.products')!;
    expect(scrollWidth, 'nothing hangs out').to.equal(clientWidth);
  });

  it('are marked where what is typed cannot be meant, and nothing of the line is sent', async () => {
    const { el, transport } = await edit('zh-CN');
    await save(el, 0, '', '3');
    const marks = [...line(el, 0).querySelectorAll('input')].map(one => one.getAttribute('aria-invalid'));
    expect(marks).to.deep.equal(['true', 'false']);
    expect(transport.commands).to.be.empty;
    expect(line(el, 0).getAttribute('aria-label')).to.equal('S');
  });
});
