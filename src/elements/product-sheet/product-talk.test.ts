import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { comment } from '../../../test/fixtures/fake-transport.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import {
  all,
  choose,
  openInRoom,
  part,
  said,
  settled,
} from '../../../test/fixtures/product-sheet-harness.js';
import { figures, held, reserving, sale } from '../../../test/fixtures/sales.js';
import '../../define/qun-flash-sale.js';
import { QunError } from '../../protocol/index.js';

describe('a product that is asked about, or sold in a flash', function () {
  this.timeout(PATIENCE_MS);

  it('lets the viewer ask the host about it, and says when that went wrong', async () => {
    const { sheet, transport } = await openInRoom();
    sheet.show('tea');
    const field = () => part(sheet, 'ask')?.querySelector('input');
    await until(field);
    const ask = async (words: string) => {
      field()!.focus();
      await sendKeys({ type: words });
      await sendKeys({ press: 'Enter' });
    };
    transport.answer = () => Promise.reject(new QunError('rate-limited'));
    await ask('Is it sweet');
    await until(() => part(sheet, 'ask')!.querySelector('.failed'));
    expect(field()!.value).to.equal('Is it sweet');
    // Of another product nothing has been asked.
    sheet.show('cup');
    await settled(sheet);
    expect([field()!.value, said(part(sheet, 'ask'))]).to.deep.equal(['', 'Ask']);
    sheet.show('tea');
    await settled(sheet);
    transport.answer = command => ({
      comment: comment('c1', (command as { text: string }).text, { productId: 'tea' }),
    });
    await ask('?');
    await until(() => said(part(sheet, 'ask')).startsWith('Ask Asked.'));
    expect(field()!.value).to.equal('');
    expect(transport.sent.map(({ command }) => command)).to.deep.equal([
      { type: 'comment.send', text: 'Is it sweet', productId: 'tea' },
      { type: 'comment.send', text: 'Is it sweet?', productId: 'tea' },
    ]);
    await expect(sheet).to.be.accessible();
    // A page that asks in its own way is told all.
    const heard: unknown[] = [];
    sheet.addEventListener('qun-send-message', event => {
      heard.push(event.text, event.productId);
      event.preventDefault();
    });
    await ask('Sour?');
    expect(heard).to.deep.equal(['Sour?', 'tea']);
    expect(transport.sent).to.have.length(2);
    transport.control('room.phase', { phase: 'ended' });
    await until(() => !part(sheet, 'ask'));
  });

  it('leaves the one loud button to a flash sale that is on, with as many pieces as were chosen', async () => {
    const flash = sale({ productId: 'tea', perViewer: 5, opensAt: Date.now() + 60_000 });
    const { sheet, transport } = await openInRoom({ sales: [flash] });
    sheet.setAttribute('cart', 'page');
    sheet.show('tea');
    await choose(sheet, '100 g');
    await choose(sheet, 'Tin');
    const quiet = () => part(sheet, 'button')!.classList.contains('button--quiet');
    expect(quiet()).to.be.false;
    transport.control('sale.open', { saleId: 's', opensAt: 1, closesAt: null });
    transport.tick({ sales: { s: figures() } });
    await until(quiet);
    sheet.shadowRoot!.querySelector<HTMLElement>('[aria-label="One more"]')!.click();
    const strip = sheet.shadowRoot!.querySelector('qun-flash-sale')!;
    await until(() => strip.quantity === 2);
    await strip.updateComplete;
    const asked = reserving(sheet, () => held({ variantId: '100-tin' }));
    await until(() => said(strip.shadowRoot!.querySelector('[part=button]')) === 'Grab it');
    strip.shadowRoot!.querySelector<HTMLElement>('[part=button]')!.click();
    expect(asked.map(({ quantity, variantId }) => [quantity, variantId])).to.deep.equal([[2, '100-tin']]);
    transport.control('sale.stop', { saleId: 's' });
    await until(() => !quiet());
  });

  it('shows what is missing to who taps a sale before choosing', async () => {
    const { sheet } = await openInRoom({ sales: [sale({ productId: 'tea', opensAt: 1 })] });
    sheet.show('tea');
    await settled(sheet);
    const strip = sheet.shadowRoot!.querySelector('qun-flash-sale')!;
    await until(() => said(strip.shadowRoot?.querySelector('[part=button]')) === 'Choose yours');
    strip.shadowRoot!.querySelector<HTMLElement>('[part=button]')!.click();
    await settled(sheet);
    expect(all(sheet, '.option.due').map(option => option.dataset.option)).to.deep.equal(['weight']);
    expect(said(sheet.shadowRoot!.activeElement)).to.equal('50 g');
  });

  for (const scheme of ['light', 'dark'])
    it(`can be read and used in Chinese, large words, 320 px and ${scheme} colours`, async () => {
      const flash = sale({ productId: 'tea', opensAt: 1 });
      const { box, room, sheet, transport } = await openInRoom({ sales: [flash] });
      box.lang = 'zh-CN';
      box.style.width = '320px';
      box.style.setProperty('--qun-text-scale', '1.25');
      room.scheme = scheme;
      sheet.setAttribute('cart', 'page');
      transport.tick({ sales: { s: figures() } });
      sheet.show('tea');
      await until(() => said(part(sheet, 'ask')) === '提问');
      const [field, button] = [...part(sheet, 'ask')!.querySelectorAll<HTMLElement>('input, button')];
      expect(field!.getAttribute('aria-label')).to.equal('想了解什么，问问主播');
      for (const one of [field!, button!]) expect(one.offsetHeight).to.be.at.least(44);
      const [inner, outer] = [button!, part(sheet, 'ask')!].map(one => one.getBoundingClientRect());
      expect(inner!.right).to.be.at.most(outer!.right);
      expect(button!.scrollWidth, 'its words are whole').to.be.at.most(button!.clientWidth);
      const buy = part(sheet, 'button')!;
      await until(() => buy.classList.contains('button--quiet'));
      expect(said(buy)).to.equal('立即购买');
      expect(buy.scrollWidth).to.be.at.most(buy.clientWidth);
      const colours = [getComputedStyle(buy), getComputedStyle(field!)].map(({ color }) => color);
      expect(new Set(colours).size, 'both in the words’ own colour').to.equal(1);
      await expect(sheet).to.be.accessible();
      for (const one of all(sheet, '*')) {
        const { left, right, width } = one.getBoundingClientRect();
        const swiped = one.closest('[part~=gallery], .visually-hidden');
        if (width > 0 && !swiped) expect(right - left, one.className).to.be.at.most(320);
      }
    });
});
