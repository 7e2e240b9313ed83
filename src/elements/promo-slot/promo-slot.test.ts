import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  beforeShow,
  beforeUpgrade,
  comesAndGoes,
  contact,
  forEverybody,
  part,
  picture,
  still,
  words,
} from '../../../test/fixtures/around.js';
import { product } from '../../../test/fixtures/live-room-harness.js';
import { until } from '../../../test/fixtures/patience.js';
import '../../define/qun-contact-card.js';
import '../../define/qun-promo-slot.js';
import '../../define/qun-room.js';
import type { QunOpenLeadEvent } from '../../events/qun-open-lead-event.js';
import type { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import type { Promo } from '../../protocol/index.js';
import type { QunPromoSlot } from './promo-slot.js';

const home: Promo = {
  id: 'home',
  title: { en: 'Visit our shop', 'zh-CN': '逛逛我们的店' },
  text: 'From the hills',
  picture,
  lead: { url: 'https://shop.example/home' },
};
const tea: Promo = { id: 'tea', title: 'Tonight', lead: { productId: 'a' }, button: 'Taste it' };
const join: Promo = { id: 'join', title: 'Our group', lead: { contactId: 'qing' } };
const contacts = [contact('qing')];
const products = [product('a', { links: { h5: 'https://shop.example/p/a' } })];

const leads = (element: QunPromoSlot) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=lead]'),
];
const said = (element: QunPromoSlot) =>
  leads(element).map(one => one.textContent.replace(/\s+/g, ' ').trim());
const all = () =>
  fixture<QunPromoSlot>(
    html`<qun-promo-slot
      lang="en"
      .promos=${[home, tea, join]}
      .products=${products}
      .contacts=${contacts}
    ></qun-promo-slot>`,
  );

describe('the promo slot', () => {
  it('shows the room’s, in both languages, and none that leads nowhere', async () => {
    const { element, stands } = await beforeShow<QunPromoSlot>('qun-promo-slot', {
      around: {
        promos: [home, tea, join, { id: 'gone', title: 'x', lead: { contactId: 'nobody' } }],
        contacts,
      },
      products,
    });
    expect(said(element)).to.deep.equal(
      ['Visit our shopFrom the hills Have a look', 'Tonight Taste it', 'Our group Add us'].map(line =>
        line.replace(/ (?=Have|Taste|Add)/, ''),
      ),
    );
    element.lang = 'zh-CN';
    await until(() => said(element)[0] === '逛逛我们的店From the hills去看看');
    await stands({});
    expect(leads(element)).to.deep.equal([]);
  });

  it('puts what is long below the words, so that both can be read', async () => {
    const element = await all();
    element.style.setProperty('width', '288px');
    element.promos = [
      { ...home, button: 'Look' },
      { ...home, id: 'long', button: 'Taste the first picking of this spring' },
    ];
    await element.updateComplete;
    const boxes = leads(element).map(lead => {
      const [words, go] = ['.words', '.go'].map(one => lead.querySelector(one)!.getBoundingClientRect());
      return { width: Math.round(words!.width), below: go!.top >= words!.bottom };
    });
    expect(boxes.map(({ below }) => below)).to.deep.equal([false, true]);
    expect(boxes[1]!.width).to.be.at.least(180);
  });

  it('asks before it leads to a page', async () => {
    const element = await all();
    const asked: QunOpenLeadEvent[] = [];
    element.addEventListener('qun-open-lead', event => {
      asked.push(event);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { cancelable: true, bubbles: true });
    leads(element)[0]!.dispatchEvent(click);
    expect(asked.map(({ url }) => url)).to.deep.equal(['https://shop.example/home']);
    expect(click.defaultPrevented).to.equal(true);
  });

  it('asks to open the product it leads to', async () => {
    const element = await all();
    const asked: QunOpenProductEvent[] = [];
    element.addEventListener('qun-open-product', event => {
      asked.push(event);
      event.preventDefault();
    });
    leads(element)[1]!.click();
    expect(asked.map(event => [event.product.id, event.url])).to.deep.equal([
      ['a', 'https://shop.example/p/a'],
    ]);
  });

  it('opens a contact’s card in the one sheet there is for it, unless the page does', async () => {
    const element = await all();
    const button = leads(element)[2]!;
    const card = () => element.shadowRoot!.querySelector('qun-contact-card')!;
    expect(part(card(), 'layer')).to.equal(null);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => part(card(), 'picture'));
    expect(words(card(), 'title')).to.equal('Tea lovers qingGroup');
    await still(part(card(), 'layer'));
    await still(part(card(), 'panel'));
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => !part(card(), 'layer'));
    expect(element.shadowRoot!.activeElement).to.equal(button);
    element.contacts = [...contacts, contact('lin')];
    element.promos = [{ ...join, lead: { contactId: 'lin' } }];
    await element.updateComplete;
    leads(element)[0]!.click();
    await until(() => part(card(), 'picture') && words(card(), 'title') === 'Tea lovers linGroup');
    part(card(), 'close')!.click();
    await until(() => !part(card(), 'layer'));
    expect(element.shadowRoot!.activeElement, 'a tap gives it no focus everywhere').to.equal(
      leads(element)[0],
    );
    element.addEventListener('qun-open-lead', event => event.preventDefault());
    leads(element)[0]!.click();
    await card().updateComplete;
    expect(part(card(), 'layer')).to.equal(null);
  });

  it('can be used by everybody, and leaves nothing behind', async () => {
    await forEverybody(await all());
    await comesAndGoes(() => Object.assign(document.createElement('qun-promo-slot'), { promos: [home] }));
    const early = beforeUpgrade<QunPromoSlot>('qun-promo-slot', {
      promos: [home],
      promo: 'home',
      lang: 'en',
    });
    document.body.append(early);
    await until(() => said(early).length === 1);
    early.remove();
  });
});
