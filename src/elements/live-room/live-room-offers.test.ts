import { expect } from '@open-wc/testing';
import { all, coupon, one, openLiveRoom, settled } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { figures, sale } from '../../../test/fixtures/sales.js';
import '../../qunlive.js';

const flash = (id: string, more: Parameters<typeof sale>[0] = {}) =>
  sale({ id, productId: 'a', opensAt: 1, ...more });

describe('the flash sales of qun-live-room', function () {
  this.timeout(PATIENCE_MS);

  it('are fetched when the show has one, and float before the coupons, three offers at most', async () => {
    const { el, transport } = await openLiveRoom({
      state: {
        sales: [flash('s1'), flash('later', { opensAt: 1_060_000 }), flash('gone', { soldOut: true })],
        coupons: [coupon('c1'), coupon('c2'), coupon('c3')],
      },
    });
    const floating = all(el, '.over .offers > :not(button)').map(({ localName, attributes }) => [
      localName,
      attributes.getNamedItem('sale')?.value ?? attributes.getNamedItem('coupon')?.value,
    ]);
    expect(floating).to.deep.equal([
      ['qun-flash-sale', 's1'],
      ['qun-coupon-grab', 'c1'],
      ['qun-coupon-grab', 'c2'],
    ]);
    const tag = one(el, 'qun-flash-sale')!;
    await until(() => tag.shadowRoot?.querySelector('[part=float]'));
    transport.tick({ sales: { s1: figures({ left: 0 }) } });
    await until(() => tag.shadowRoot!.querySelector('[part=float-state]')!.textContent === 'Join the line');
  });

  it('stand above the coupons in the sheet of all offers', async () => {
    const { el } = await openLiveRoom({
      state: { sales: [flash('s1'), flash('s2', { soldOut: true })], coupons: [coupon('c1'), coupon('c2')] },
    });
    one(el, '.all-coupons')!.click();
    await settled(el);
    const sheet = one(el, 'qun-sheet')!;
    await until(
      () => sheet.querySelector('qun-flash-sale')?.shadowRoot?.querySelectorAll('[part=card]').length === 2,
    );
    const [sales, coupons] = [...sheet.querySelectorAll('.coupons > *')];
    expect(sales!.getBoundingClientRect().bottom).to.be.at.most(coupons!.getBoundingClientRect().top);
  });
});
