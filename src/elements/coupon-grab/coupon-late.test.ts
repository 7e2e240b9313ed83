import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { coupon } from '../../../test/fixtures/coupons.js';
import { holdBack } from '../../../test/fixtures/late-part.js';
import '../../define/qun-coupon-grab.js';
import { counter } from './counter-part.js';

const tickets = (el: Element) => el.shadowRoot!.querySelectorAll('[part=ticket]').length;

// In the order of what happens to one page: what a ticket needs is fetched once.
describe('the first coupon of a page', () => {
  const network = holdBack(counter);

  it('is what fetches how coupons are shown', async () => {
    const el = await fixture(html`<qun-coupon-grab lang="en"></qun-coupon-grab>`);
    expect(network.asked()).to.equal(0);
    expect(el.shadowRoot!.querySelector<HTMLElement>('.empty')!.hidden).to.be.false;
  });

  it('leaves what is shown as it is until that has come, however often it fails', async () => {
    const el = await fixture<HTMLElementTagNameMap['qun-coupon-grab']>(
      html`<qun-coupon-grab lang="en"></qun-coupon-grab>`,
    );
    el.coupons = [coupon()];
    await waitUntil(() => network.asked() === 1);
    network.fail();
    await waitUntil(() => counter.failed);
    expect(tickets(el)).to.equal(0);
    expect(el.shadowRoot!.querySelector<HTMLElement>('.empty')!.hidden).to.be.false;
    // Another that needs it has it asked for at once.
    const gone = document.createElement('qun-coupon-grab');
    gone.coupons = [coupon()];
    document.body.append(gone);
    await waitUntil(() => network.asked() === 2);
    gone.remove();
    network.give();
    await el.updateComplete;
    expect(tickets(el)).to.equal(1);
    expect(el.shadowRoot!.querySelector<HTMLElement>('.empty')!.hidden).to.be.true;
    // Removed while it was on its way, one is whole when it comes back.
    await gone.updateComplete;
    document.body.append(gone);
    await gone.updateComplete;
    expect(tickets(gone)).to.equal(1);
    gone.remove();
  });

  it('is asked for no more once it is here', async () => {
    const el = await fixture(html`<qun-coupon-grab lang="en" .coupons=${[coupon()]}></qun-coupon-grab>`);
    expect(tickets(el)).to.equal(1);
    expect(network.asked()).to.equal(2);
  });
});
