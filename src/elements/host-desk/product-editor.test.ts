import { expect } from '@open-wc/testing';
import { all, buttonOf, one, openDesk, settled } from '../../../test/fixtures/host-desk-harness.js';
import { product, said } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS } from '../../../test/fixtures/patience.js';
import type { QunHostDesk } from './host-desk.js';
import '../../define/qun-host-desk.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });

async function edit(el: QunHostDesk, at: number): Promise<void> {
  all(el, '.change')[at]!.click();
  await settled(el);
}

/** Types into the field of the `index`th line and sends it. */
async function type(el: QunHostDesk, index: number, text: string): Promise<HTMLInputElement> {
  const form = all(el, '.editor-line')[index] as HTMLFormElement;
  const field = form.querySelector('input')!;
  field.value = text;
  form.requestSubmit();
  await settled(el);
  return field;
}

describe('what the host changes of a product', function () {
  this.timeout(PATIENCE_MS);

  it('price and stock, as they are typed, and nothing that cannot be meant', async () => {
    const { el, transport } = await openDesk();
    await edit(el, 0);
    await expect(el).to.be.accessible();
    expect((all(el, '.editor-line input')[0] as HTMLInputElement).value).to.equal('128.00');
    for (const wrong of ['', '-1', '1.234', 'free'])
      expect((await type(el, 0, wrong)).getAttribute('aria-invalid')).to.equal('true');
    expect(transport.commands).to.be.empty;
    await type(el, 0, '99.9');
    await type(el, 1, '');
    await type(el, 1, '5');
    expect(transport.commands).to.deep.equal([
      { type: 'price.set', productId: 'a', price: { kind: 'fixed', amount: cny(9990) } },
      { type: 'stock.set', productId: 'a', stock: null },
    ]);
    transport.give();
    transport.control('product.price', { productId: 'a', price: { kind: 'fixed', amount: cny(9990) } });
    await settled(el);
    expect(said(all(el, '.item')[0])).to.include('¥99.90');
  });

  it('keeps the struck-out price while it is the higher one', async () => {
    const price = { kind: 'struck' as const, amount: cny(8900), was: cny(11900) };
    const { el, transport } = await openDesk({ state: { products: [product('a', { price })] } });
    await edit(el, 0);
    await type(el, 0, '79');
    expect(transport.commands).to.deep.equal([
      { type: 'price.set', productId: 'a', price: { ...price, amount: cny(7900) } },
    ]);
  });

  it('its place, one step or to the front', async () => {
    const products = ['a', 'b', 'c'].map(id => product(id));
    const { el, transport } = await openDesk({ state: { products } });
    await edit(el, 1);
    for (const words of ['Up', 'Down', 'First']) buttonOf(el, words).click();
    await settled(el);
    expect(transport.commands).to.deep.equal([
      { type: 'shelf.move', productId: 'b', index: 0 },
      { type: 'shelf.move', productId: 'b', index: 2 },
      { type: 'shelf.move', productId: 'b', index: 0 },
    ]);
  });

  it('takes it off, and puts it back where it stood', async () => {
    const { el, transport } = await openDesk();
    await edit(el, 0);
    buttonOf(el, 'Take off').click();
    await settled(el);
    expect(transport.commands).to.deep.equal([{ type: 'shelf.remove', productId: 'a' }]);
    transport.give();
    transport.control('shelf.remove', { productId: 'a' });
    await settled(el);
    expect(said(one(el, '.gone'))).to.equal('Taken off: Tea a Put back');
    await expect(el).to.be.accessible();
    buttonOf(el, 'Put back').click();
    await settled(el);
    expect(transport.commands[1]).to.deep.equal({ type: 'shelf.put', product: product('a'), index: 0 });
    transport.give();
    transport.control('shelf.put', { product: product('a'), index: 0 });
    await settled(el);
    expect(one(el, '.gone')).to.be.null;
  });

  it('speaks Chinese', async () => {
    const { el } = await openDesk({ lang: 'zh-CN' });
    await edit(el, 0);
    expect(said(one(el, '.editor'))).to.equal('价格（CNY） 保存 库存 保存 置顶 上移 下移 下架');
  });
});
