import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  beforeShow,
  beforeUpgrade,
  comesAndGoes,
  contact,
  forEverybody,
  part,
  words,
} from '../../../test/fixtures/around.js';
import { until } from '../../../test/fixtures/patience.js';
import '../../define/qun-contact-card.js';
import '../../define/qun-notice-bar.js';
import '../../define/qun-room.js';
import type { QunOpenLeadEvent } from '../../events/qun-open-lead-event.js';
import type { QunNoticeBar } from './notice-bar.js';

const notice = { en: 'Free delivery today', 'zh-CN': '今天包邮' };
const inRoom = (around = {}) => beforeShow<QunNoticeBar>('qun-notice-bar', { notice, around });
const toggle = (element: QunNoticeBar) => part(element, 'toggle')!;

describe('the notice bar', () => {
  it('shows the room’s notice in both languages, and nothing where there is none', async () => {
    const { element, transport } = await inRoom();
    expect(words(element, 'text')).to.equal('Free delivery today');
    element.lang = 'zh-CN';
    await until(() => words(element, 'text') === '今天包邮');
    transport.control('room.notice', { notice: null });
    await until(() => part(element, 'base')!.hidden);
  });

  it('opens and closes by keyboard, and leads on once it is open', async () => {
    const { element } = await inRoom({ noticeLead: { contactId: 'qing' }, contacts: [contact('qing')] });
    expect(part(element, 'lead')).to.equal(null);
    toggle(element).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => part(element, 'lead'));
    expect([element.open, toggle(element).getAttribute('aria-label')]).to.deep.equal([true, 'Show less']);
    expect(words(element, 'lead')).to.equal('Add us');
    part(element, 'lead')!.click();
    const card = element.shadowRoot!.querySelector('qun-contact-card')!;
    await until(() => part(card, 'panel') && words(card, 'title') === 'Tea lovers qingGroup');
    part(card, 'close')!.click();
    await until(() => !part(card, 'layer'));
    toggle(element).click();
    await until(() => !part(element, 'lead'));
  });

  it('has no button that opens it where all can be read, until it is narrower', async () => {
    const element = await fixture<QunNoticeBar>(
      html`<qun-notice-bar lang="en" text="Delivery is free today and tomorrow"></qun-notice-bar>`,
    );
    const gone = () => getComputedStyle(toggle(element)).visibility === 'hidden';
    await until(gone);
    element.style.setProperty('width', '160px');
    await until(() => !gone());
    element.style.removeProperty('width');
    await until(gone);
    element.href = '/more';
    await until(() => !gone());
  });

  it('needs no room: words of an attribute or a slot, and an address', async () => {
    const element = await fixture<QunNoticeBar>(
      html`<qun-notice-bar lang="en" text="Hello" href="/more" view="whole"></qun-notice-bar>`,
    );
    const asked: QunOpenLeadEvent[] = [];
    element.addEventListener('qun-open-lead', event => {
      asked.push(event);
      event.preventDefault();
    });
    part(element, 'lead')!.click();
    expect(asked[0]!.url).to.equal(`${location.origin}/more`);
    element.href = 'javascript:alert(1)';
    await element.updateComplete;
    expect(part(element, 'lead')).to.equal(null);
    const slotted = await fixture<QunNoticeBar>(html`<qun-notice-bar lang="en">By hand</qun-notice-bar>`);
    await until(() => !part(slotted, 'base')!.hidden);
  });

  it('is only the way on with `lead`', async () => {
    const { element } = await inRoom({ noticeLead: { url: 'https://shop.example/' } });
    element.view = 'lead';
    await element.updateComplete;
    expect(part(element, 'text')!.getClientRects()).to.have.length(0);
    expect(words(element, 'lead')).to.equal('Have a look');
  });

  it('says with `verified` what the mark of a certified merchant means and who verified them, and nothing of others', async () => {
    const { element, stands } = await beforeShow<QunNoticeBar>('qun-notice-bar', {
      host: { name: 'Hillside', verified: true },
    });
    expect(part(element, 'verified')).to.equal(null);
    element.view = 'verified';
    await element.updateComplete;
    expect(words(element, 'verified')).to.match(
      /^The operator of this room has checked .* behind Hillside\./,
    );
    await expect(element).to.be.accessible();
    await stands({
      host: { name: 'Hillside', verified: true, verifiedBy: { en: 'Tea Guild', 'zh-CN': '茶会' } },
    });
    expect(words(element, 'verified')).to.match(/^Tea Guild has checked who stands behind Hillside\./);
    element.lang = 'zh-CN';
    await until(() => words(element, 'verified').startsWith('茶会已核实“Hillside”的商家身份'));
    await stands({ host: { name: 'Hillside' } });
    expect(part(element, 'base')!.hidden).to.equal(true);
  });

  it('can be used by everybody, and leaves nothing behind', async () => {
    const { element } = await inRoom({ noticeLead: { url: 'https://shop.example/' } });
    await forEverybody(element);
    element.open = true;
    await element.updateComplete;
    await forEverybody(element);
    await comesAndGoes(() =>
      Object.assign(document.createElement('qun-notice-bar'), { text: 'x', open: true }),
    );
    const early = beforeUpgrade<QunNoticeBar>('qun-notice-bar', { text: 'Early' });
    document.body.append(early);
    await until(() => words(early, 'text') === 'Early');
    early.remove();
  });
});
