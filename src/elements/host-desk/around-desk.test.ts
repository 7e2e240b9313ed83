import { expect } from '@open-wc/testing';
import { coupon } from '../../../test/fixtures/coupons.js';
import { openDesk } from '../../../test/fixtures/host-desk-harness.js';
import { until } from '../../../test/fixtures/patience.js';
import '../../define/qun-host-desk.js';
import type { Around, RoomState } from '../../protocol/index.js';
import type { QunHostDesk } from './host-desk.js';

const code = { id: 'c1', picture: 'https://shop.example/1.png' };
const around: Around = {
  noticeLead: { contactId: 'g' },
  contacts: [{ id: 'g', kind: 'group', title: { en: 'Tea lovers', 'zh-CN': '茶友群' }, codes: [code] }],
  promos: [{ id: 'p', title: 'Our shop', lead: { url: 'https://shop.example/' } }],
};

const form = (el: QunHostDesk) => el.shadowRoot!.querySelector<HTMLFormElement>('.around form')!;
/** The nth field of this name. */
const field = (el: QunHostDesk, label: string, at = 0) => {
  const labels = [...form(el).querySelectorAll('label')];
  const named = labels.filter(one => one.querySelector('span')!.textContent === label);
  return named[at]!.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')!;
};
async function fill(el: QunHostDesk, label: string, value: string, at = 0): Promise<void> {
  const input = field(el, label, at);
  input.value = value;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  await el.updateComplete;
}
async function press(el: QunHostDesk, selector: string): Promise<void> {
  form(el).querySelector<HTMLButtonElement>(selector)!.click();
  await el.updateComplete;
}
const publish = (el: QunHostDesk) => press(el, '[type=submit]');

async function open(state: Partial<RoomState> = {}, lang = 'en') {
  const desk = await openDesk({ lang, state });
  await until(() => form(desk.el));
  desk.el.shadowRoot!.querySelector<HTMLElement>('#tab-notice')!.click();
  desk.el.shadowRoot!.querySelector<HTMLDetailsElement>('details.around')!.open = true;
  await desk.el.updateComplete;
  return desk;
}

describe('what stands around the show, at the desk', () => {
  it('is published as a whole, and other languages keep their words', async () => {
    const { el, transport } = await open({ around });
    expect(form(el).querySelector<HTMLButtonElement>('[type=submit]')!.disabled).to.equal(true);
    await fill(el, 'Name', 'Tea circle');
    await fill(el, 'Places', '200');
    await fill(el, 'The notice leads to', 'p a');
    await publish(el);
    const [command] = transport.commands;
    expect(command).to.deep.equal({
      type: 'around.set',
      around: {
        ...around,
        noticeLead: { productId: 'a' },
        contacts: [
          {
            ...around.contacts[0],
            title: { en: 'Tea circle', 'zh-CN': '茶友群' },
            codes: [{ ...code, capacity: 200 }],
          },
        ],
      },
    });
    transport.give(1);
    transport.control('room.around', { around: (command as { around: object }).around as never });
    await until(() => form(el).querySelector<HTMLButtonElement>('[type=submit]')!.disabled);
    expect((field(el, 'Name') as HTMLInputElement).value).to.equal('Tea circle');
  });

  it('begins with nothing, and adds contacts and promotions', async () => {
    const { el, transport } = await open();
    await press(el, '.add-contact');
    await publish(el);
    expect(transport.commands, 'nothing of it has been filled in').to.deep.equal([]);
    await until(() => form(el).querySelector('.around-wrong')!.textContent !== '');
    await fill(el, 'Name', 'Qing');
    await fill(el, 'Kind', 'person');
    await fill(el, 'Account to search for', 'hillside-qing');
    await fill(el, 'Picture of the code, https://…', 'https://shop.example/q.png');
    await press(el, '.add-promo');
    await fill(el, 'Name', 'Our shop', 1);
    await fill(el, 'Address, https://…', 'https://shop.example/home');
    await publish(el);
    const { around: sent } = transport.commands[0] as { around: Around };
    expect(sent.contacts).to.have.length(1);
    expect(sent.contacts[0]).to.include({ kind: 'person', title: 'Qing', account: 'hillside-qing' });
    expect(sent.contacts[0]!.codes.map(({ picture }) => picture)).to.deep.equal([
      'https://shop.example/q.png',
    ]);
    expect(sent.promos[0]).to.include({ title: 'Our shop' });
    expect(sent.promos[0]!.lead).to.deep.equal({ url: 'https://shop.example/home' });
  });

  it('takes addresses of the same site, as the wire does, and nothing that is none', async () => {
    const picture = '/media/group.png';
    const contacts = [{ ...around.contacts[0]!, codes: [{ ...code, picture }] }];
    const { el, transport } = await open({ around: { ...around, contacts } });
    await fill(el, 'Name', 'Tea circle');
    await publish(el);
    expect((transport.commands[0] as { around: Around }).around.contacts[0]!.codes[0]!.picture).to.equal(
      picture,
    );
    for (const wrong of ['group.png', 'https://', 'javascript:alert(1)']) {
      await fill(el, 'Picture of the code, https://…', wrong);
      expect((field(el, 'Picture of the code, https://…') as HTMLInputElement).validity.valid, wrong).to.be
        .false;
    }
  });

  it('says where the store is, and how viewers are invited to be reminded', async () => {
    const early = coupon({ id: 'early', title: 'Early bird', conditions: [{ kind: 'reserve' }] });
    const { el, transport } = await open({ around, coupons: [early, coupon({ id: 'other' })] });
    await press(el, '.add-store');
    await fill(el, 'Name of the store', 'Hillside, Wulin Road');
    await fill(el, 'Telephone', 'call us');
    expect((field(el, 'Telephone') as HTMLInputElement).validity.patternMismatch).to.equal(true);
    await fill(el, 'Telephone', '+86 (571) 12-34');
    await fill(el, 'Map, https://…', 'https://maps.example/1');
    await fill(el, 'The invitation', 'Be there');
    const choice = field(el, 'Coupon for those who reserve') as HTMLSelectElement;
    expect([...choice.options].map(({ value }) => value)).to.deep.equal(['', 'early']);
    await fill(el, 'Coupon for those who reserve', 'early');
    await fill(el, 'How long the show is planned, minutes', '9000');
    await publish(el);
    const [command] = transport.commands as unknown as { around: Around }[];
    expect(command!.around.store).to.deep.equal({
      ...{ name: 'Hillside, Wulin Road', phone: '+86 (571) 12-34', map: 'https://maps.example/1' },
    });
    expect(command!.around.reminder).to.deep.equal({ text: 'Be there', couponId: 'early', minutes: 1440 });
  });

  it('takes out what is removed, and forgets what is discarded', async () => {
    const { el, transport } = await open({ around });
    await press(el, '.around-row .link:last-of-type');
    expect(form(el).querySelectorAll('.around-row').length).to.be.below(3);
    await press(el, '.row .button--quiet');
    expect((field(el, 'Name') as HTMLInputElement).value).to.equal('Tea lovers');
    expect(transport.commands).to.deep.equal([]);
  });

  it('can be used by everybody, in Chinese too', async () => {
    const { el } = await open({ around }, 'zh-CN');
    expect(form(el).querySelector('[type=submit]')!.textContent.trim()).to.equal('发布');
    await expect(el).to.be.accessible();
  });
});
