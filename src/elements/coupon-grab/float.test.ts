import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { answering, Clock, coupon, NOW, won } from '../../../test/fixtures/coupons.js';
import '../../define/qun-coupon-grab.js';
import type { Coupon } from '../../protocol/index.js';
import type { QunCouponGrab } from './coupon-grab.js';

const make = (coupons: Coupon[]) =>
  fixture<QunCouponGrab>(
    html`<qun-coupon-grab
      lang="en"
      view="float"
      .coupons=${coupons}
      .clock=${new Clock()}
    ></qun-coupon-grab>`,
  );
const all = (el: QunCouponGrab, part: string) => [
  ...el.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${part}"]`),
];
const one = (el: QunCouponGrab, part: string) => all(el, part)[0]!;
const said = (node: Element) => node.textContent.replace(/\s+/g, ' ').trim();
const focused = (el: QunCouponGrab) => el.shadowRoot!.activeElement?.getAttribute('part');

describe('qun-coupon-grab as a float', () => {
  it('floats the most urgent one and opens it, with the focus inside, until it is left', async () => {
    const coupons = [coupon({ id: 'later', opensAt: NOW + 135_000 }), coupon()];
    const el = await make(coupons);
    const float = one(el, 'float');
    expect(said(float)).to.equal('¥20 off Spring tea Claim');
    await expect(el).to.be.accessible();
    float.focus();
    float.click();
    await el.updateComplete;
    expect(el.open).to.be.true;
    expect(all(el, 'ticket')).to.have.length(2);
    expect(one(el, 'layer').contains(el.shadowRoot!.activeElement)).to.be.true;
    await expect(el).to.be.accessible();
    const { left, right } = one(el, 'layer').getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    let heard = false;
    document.addEventListener('keydown', () => (heard = true), { once: true });
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect([el.open, all(el, 'layer').length, heard]).to.deep.equal([false, 0, false]);
    expect(focused(el)).to.equal('float');
    float.click();
    await el.updateComplete;
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(el.open).to.be.false;
  });

  it('floats the seconds to the opening, the code that was won, and nothing when all is over', async () => {
    const el = await make([coupon({ opensAt: NOW + 135_000 })]);
    expect(said(one(el, 'float-state'))).to.equal('02:15');
    el.coupons = [coupon({ soldOut: true })];
    await el.updateComplete;
    expect(all(el, 'float')).to.have.length(0);
    el.coupons = [coupon()];
    answering(el, () => won());
    await el.claim('c');
    await el.updateComplete;
    expect(said(one(el, 'float-state'))).to.equal('Claimed');
  });
});
