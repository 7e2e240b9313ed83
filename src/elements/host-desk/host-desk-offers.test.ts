import { expect } from '@open-wc/testing';
import { all, one, openDesk, openPanel, settled, tap } from '../../../test/fixtures/host-desk-harness.js';
import { coupon } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { figures, sale } from '../../../test/fixtures/sales.js';
import '../../define/qun-host-desk.js';
import '../../define/qun-live-player.js';

const said = (node: Element | null) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const draft = { state: 'draft', opensAt: null } as const;

describe('the offers of qun-host-desk', function () {
  this.timeout(PATIENCE_MS);

  it('have no place for flash sales in a show without', async () => {
    const { el } = await openDesk();
    expect(one(el, '#tab-sales')).to.equal(null);
  });

  it('show how each flash sale stands, open it ahead and stop it', async () => {
    const { el, transport } = await openDesk({ state: { sales: [sale({ ...draft, productId: 'b' })] } });
    await openPanel(el, 'sales');
    transport.tick({ sales: { s: figures({ waiting: 3 }) } });
    await el.updateComplete;
    expect(said(one(el, '[part~=sale] .words'))).to.equal(
      '¥79 · No. 2 Tea b 12 of 100 left · 5 reserved · 83 ordered · 3 in line',
    );
    await expect(el).to.be.accessible();
    await tap(el, 'In 30 s');
    expect(transport.commands).to.deep.equal([{ type: 'sale.open', saleId: 's', inSeconds: 30 }]);
    expect(said(one(el, '[part~=sale] [aria-busy=true]'))).to.equal('Sending…');
    transport.control('sale.open', { saleId: 's', opensAt: transport.at + 30_000, closesAt: null });
    transport.give(transport.seq);
    await until(() => said(one(el, '[part~=sale]')).includes('Opens in 00:'));
    await tap(el, 'Stop');
    expect(transport.commands.at(-1)).to.deep.equal({ type: 'sale.stop', saleId: 's' });
    transport.control('sale.stop', { saleId: 's' });
    transport.give(transport.seq);
    await settled(el);
    await until(() => said(one(el, '[part~=sale]')).includes('Over'));
    transport.control('sale.sold-out', { saleId: 's', soldOut: true });
    await until(() => said(one(el, '[part~=sale]')).includes('All ordered'));
    expect(all(el, '[part~=sale] button')).to.have.length(0);
  });

  it('speak Chinese', async () => {
    const { el } = await openDesk({ lang: 'zh-CN', state: { sales: [sale({ productId: 'b' })] } });
    await openPanel(el, 'sales');
    expect(said(one(el, '#tab-sales'))).to.equal('秒杀');
    expect(said(one(el, '[part~=sale] .words'))).to.contain('¥79 · 2号链接 茶 b');
    await expect(el).to.be.accessible();
  });

  it('draw a coupon that is drawn, once', async () => {
    const { el, transport } = await openDesk({
      state: { coupons: [coupon('lucky', { mode: 'draw', total: 20 })] },
    });
    await openPanel(el, 'coupons');
    expect(said(one(el, '[part~=coupon] .figures-line'))).to.equal('20 will win · Open');
    await tap(el, 'Draw now');
    expect(transport.commands).to.deep.equal([{ type: 'coupon.stop', couponId: 'lucky' }]);
    transport.control('coupon.stop', { couponId: 'lucky' });
    transport.control('coupon.drawn', { couponId: 'lucky', seed: 'ab', entries: 1234, cutoff: 'ff' });
    transport.give(transport.seq);
    await until(() => said(one(el, '[part~=coupon]')).includes('Drawn among 1234'));
    expect(all(el, '[part~=coupon] button'), 'no second time').to.have.length(0);
  });
});
