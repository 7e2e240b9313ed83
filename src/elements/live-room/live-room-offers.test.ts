import { expect } from '@open-wc/testing';
import { all, coupon, one, openLiveRoom, settled } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import { figures, reservation, sale } from '../../../test/fixtures/sales.js';
import { sha256 } from '../../core/sha256.js';
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

  it('lead to the composer where a comment is wanted first', async () => {
    const coupons = [
      coupon('c1', { conditions: [{ kind: 'comment' }] }),
      coupon('c2'),
      coupon('c3'),
      coupon('c4'),
    ];
    const { el, transport } = await openLiveRoom({ state: { coupons } });
    transport.answer = () => ({ result: 'ineligible', needs: { kind: 'comment' } });
    one(el, '.all-coupons')!.click();
    await settled(el);
    const offers = one(el, 'qun-sheet')!.querySelector('qun-coupon-grab')!;
    const button = () => offers.shadowRoot?.querySelector<HTMLElement>('[data-id=c1] [part=button]');
    await until(button);
    button()!.click();
    await until(() => button()!.textContent!.trim() === 'Comment');
    button()!.click();
    const talk = one(el, 'qun-comment-stream')!;
    await until(() => talk.shadowRoot!.activeElement?.matches('textarea, input'));
    expect(one<HTMLElementTagNameMap['qun-sheet']>(el, 'qun-sheet')!.open).to.be.false;
    expect(transport.sent.filter(({ command }) => command.type === 'coupon.claim')).to.have.length(1);
  });

  it('say so in Chinese, in large words, in the dark and at 320 px', async () => {
    const coupons = [
      coupon('c1', { conditions: [{ kind: 'comment' }] }),
      ...['c2', 'c3', 'c4'].map(id => coupon(id)),
    ];
    const attributes = { scheme: 'dark' };
    const { box, el, transport } = await openLiveRoom({
      ...{ width: 320, lang: 'zh-CN', attributes },
      state: { coupons },
    });
    box.style.setProperty('--qun-text-scale', '1.25');
    transport.answer = () => ({ result: 'ineligible', needs: { kind: 'comment' } });
    one(el, '.all-coupons')!.click();
    await settled(el);
    const offers = one(el, 'qun-sheet')!.querySelector('qun-coupon-grab')!;
    const button = () => offers.shadowRoot?.querySelector<HTMLElement>('[data-id=c1] [part=button]');
    await until(button);
    button()!.click();
    await until(() => button()!.textContent!.trim() === '去评论');
    const [inner, outer] = [button()!, box].map(one => one.getBoundingClientRect());
    expect(inner!.left).to.be.at.least(outer!.left);
    expect(inner!.right).to.be.at.most(outer!.right);
    const touched = parseFloat(getComputedStyle(button()!, '::after').height);
    expect(touched, 'px of touch').to.be.at.least(44);
    expect(button()!.scrollWidth, 'its words are whole').to.be.at.most(button()!.clientWidth);
    await expect(offers).to.be.accessible();
  });

  it('stay at the edge while something of them is the viewer’s to see to', async () => {
    const seed = 'ab12';
    const sales = [flash('s1'), flash('s2', { state: 'stopped' })];
    const coupons = [coupon('lucky', { mode: 'draw', commit: sha256(seed) })];
    const { el, transport } = await openLiveRoom({ state: { sales, coupons } });
    transport.session = {
      ...transport.session,
      entered: ['lucky'],
      reservations: [reservation({ saleId: 's1', until: transport.at + 300_000 })],
    };
    transport.joined(transport.session);
    transport.tick({ sales: { s1: figures() } });
    transport.control('sale.stop', { saleId: 's1' });
    transport.control('coupon.stop', { couponId: 'lucky' });
    const cutoff = 'f'.repeat(64);
    transport.control('coupon.drawn', { couponId: 'lucky', seed, entries: 9, cutoff });
    const words = (tag: string) =>
      one(el, `.over ${tag}`)?.shadowRoot?.querySelector('[part=float-state]')?.textContent?.trim();
    await until(() => /^\d+:\d\d/.test(words('qun-flash-sale') ?? ''));
    await until(() => words('qun-coupon-grab') === 'Get the code');
    expect(all(el, '.over qun-flash-sale')).to.have.length(1);
  });
});
