import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { roomComesAndGoes } from '../../../test/fixtures/comings-and-goings.js';
import { all, one, openDesk, openPanel, settled, tap } from '../../../test/fixtures/host-desk-harness.js';
import { focused, said } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { QunError } from '../../protocol/index.js';
import '../../define/qun-host-desk.js';
import '../../define/qun-live-player.js';
import type { QunHostDesk } from './host-desk.js';

describe('qun-host-desk', function () {
  this.timeout(PATIENCE_MS);

  for (const lang of ['en', 'zh-CN']) {
    it(`stands ready in ${lang}: show, state, connection, figures`, async () => {
      const { el } = await openDesk({ lang });
      const [title, phase, connection, watching] =
        lang === 'en'
          ? ['Spring tea', 'Live', 'Connected', '12.3K']
          : ['春茶专场', '直播中', '已连接', '1.2万'];
      expect(said(one(el, 'h2'))).to.equal(title);
      expect(said(one(el, '.phase-badge'))).to.equal(phase);
      expect(said(one(el, '.connection'))).to.equal(connection);
      expect(all(el, '.figures b').map(said)).to.deep.equal([
        watching,
        lang === 'en' ? '2.4K' : '2381',
        '37',
      ]);
      await expect(el).to.be.accessible();
      for (const panel of ['coupons', 'notice', 'comments', 'questions']) {
        await openPanel(el, panel);
        await expect(el).to.be.accessible();
      }
    });
  }

  it('follows a change of language', async () => {
    const { el } = await openDesk();
    el.lang = 'zh-CN';
    await until(() => said(one(el, '.phase-badge')) === '直播中');
  });

  it('shows every panel at once where there is room, and one at a time on a phone', async () => {
    const shown = (el: QunHostDesk) => all(el, '.panel').filter(panel => !panel.hidden).length;
    expect(shown((await openDesk()).el)).to.equal(1);
    const { el } = await openDesk({ width: 1280 });
    expect(shown(el)).to.equal(5);
    expect(one(el, '.tabs')).to.be.null;
    await expect(el).to.be.accessible();
  });

  it('walks its tabs by arrow keys', async () => {
    const { el } = await openDesk();
    one(el, '#tab-products')!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await el.updateComplete;
    expect(focused()).to.equal(one(el, '#tab-questions'));
    expect(one(el, '#panel-questions')!.hidden).to.be.false;
  });

  it('fits 320 px', async () => {
    const { el } = await openDesk({ width: 320 });
    for (const panel of ['products', 'coupons', 'notice', 'comments', 'questions']) {
      await openPanel(el, panel);
      const shown = one(el, `#panel-${panel}`)!;
      expect(shown.scrollWidth).to.be.at.most(shown.clientWidth);
      for (const button of all(el, 'button').filter(one => one.getClientRects().length > 0))
        expect(button.getBoundingClientRect().right).to.be.at.most(el.getBoundingClientRect().right);
    }
  });

  it('says how the connection stands', async () => {
    const { el, transport } = await openDesk();
    transport.status('reconnecting', new QunError('network'));
    await settled(el);
    expect(said(one(el, '.connection'))).to.equal('Connection lost. Coming back…');
    transport.status('open');
    transport.tick({ seq: 9 });
    await settled(el);
    expect(said(one(el, '.connection'))).to.equal('Catching up…');
  });

  it('shows what viewers see now', async () => {
    const { el, transport } = await openDesk({ width: 1280 });
    const now = () => said(one(el, '.preview ul'));
    expect(now()).to.equal('No. 1 Tea a ¥20 off · Open Free delivery today');
    transport.control('pin.remove', { productId: 'a' });
    transport.control('coupon.stop', { couponId: 'welcome' });
    transport.control('room.notice', { notice: null });
    await settled(el);
    expect(now()).to.equal('No product shown No coupon out No notice');
  });

  it('hands its room to the player of the preview', async () => {
    const { el } = await openDesk({ width: 1280 });
    await tap(el, 'Show the picture');
    const player = one<HTMLElementTagNameMap['qun-live-player']>(el, 'qun-live-player');
    expect(player).to.exist;
    await tap(el, 'Hide the picture');
    expect(one(el, 'qun-live-player')).to.be.null;
  });

  it('shows the shop’s own links in its footer', async () => {
    const { el } = await openDesk();
    const own = document.createElement('a');
    own.slot = 'footer';
    own.textContent = 'Orders';
    el.append(own);
    await settled(el);
    expect(own.getClientRects()).not.to.be.empty;
  });

  it('leaves nothing behind, a hundred times', async () => {
    const desk = await openDesk();
    await roomComesAndGoes(desk, () => settled(desk.el));
  });
});
