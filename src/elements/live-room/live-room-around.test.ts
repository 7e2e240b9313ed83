import { expect } from '@open-wc/testing';
import { picture } from '../../../test/fixtures/around.js';
import { all, one, openLiveRoom, settled } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import '../../qunlive.js';

const around = {
  noticeLead: { contactId: 'g' },
  contacts: [{ id: 'g', kind: 'group', title: 'Tea lovers', codes: [{ id: 'c', picture }] }],
  promos: [{ id: 'home', title: 'Our shop', lead: { url: 'https://shop.example/' } }],
  store: { name: 'Hillside, Wulin Road' },
};
const before = { phase: 'warmup' as const, startsAt: 1_000_000 + 3_600_000, around };
const inside = (el: Element | null, selector: string) => el?.shadowRoot?.querySelector<HTMLElement>(selector);

describe('what stands around the show of qun-live-room', function () {
  this.timeout(PATIENCE_MS);

  it('invites before it, and no more once it runs', async () => {
    const { el, transport } = await openLiveRoom({ state: before });
    transport.answer = () => ({ reserved: true });
    const reminder = one(el, '.screens qun-reminder');
    await until(() => inside(reminder, '[part=button]'));
    expect(inside(reminder, '[part=countdown]'), 'the room counts already').to.equal(null);
    expect(reminder!.getAttribute('exportparts')).to.contain('button:reminder__button');
    inside(reminder, '[part=button]')!.click();
    await until(() => inside(reminder, '[aria-pressed=true]'));
    transport.control('room.phase', { phase: 'live' } as never);
    await until(() => !one(el, 'qun-reminder'));
  });

  it('floats one button that opens whom to add, and what else leads on', async () => {
    const { el, transport } = await openLiveRoom({ state: { around } });
    transport.answer = () => ({ codeId: 'c' });
    const card = one(el, '.over qun-contact-card');
    await until(() => inside(card, '[part=float]'));
    expect(all(el, '.over .offers > qun-contact-card')).to.have.length(1);
    const style = document.createElement('style');
    style.textContent = 'qun-live-room::part(contact__float) { outline: 3px solid rgb(1, 2, 3) }';
    el.before(style);
    expect(getComputedStyle(inside(card, '[part=float]')!).outlineColor).to.equal('rgb(1, 2, 3)');
    inside(card, '[part=float]')!.click();
    await until(() => inside(card, '[part=picture]'));
    expect(
      inside(one(el, 'qun-contact-card qun-promo-slot'), '[part=lead]')!.getClientRects(),
    ).to.have.length(1);
    expect(inside(one(el, 'qun-contact-card qun-store-card'), '[part=name]')!.textContent).to.equal(
      'Hillside, Wulin Road',
    );
    transport.control('room.around', { around: {} });
    await until(() => !one(el, 'qun-contact-card'));
  });

  it('leads on from the whole notice', async () => {
    const { el, transport } = await openLiveRoom({ state: { around } });
    transport.answer = () => ({ codeId: 'c' });
    one(el, '.notice')!.click();
    await settled(el);
    const lead = () => inside(one(el, 'qun-sheet qun-notice-bar'), '[part=lead]');
    await until(lead);
    expect(lead()!.textContent.trim()).to.equal('Add us');
    await until(() => inside(one(el, 'qun-sheet qun-promo-slot'), '[part=lead]'));
  });
});
