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
import { until } from '../../../test/fixtures/patience.js';
import { product } from '../../../test/fixtures/sales.js';
import '../../define/qun-contact-card.js';
import '../../define/qun-room.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import type { QunOpenContactEvent } from '../../events/qun-open-contact-event.js';
import { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import { QunError, type Contact } from '../../protocol/index.js';
import type { QunContactCard } from './contact-card.js';

const good = { id: 'g2', picture, capacity: 200 };
const group = contact('3', {
  codes: [{ id: 'g1', picture: `${picture}#old`, expiresAt: 1 }, good],
});
const clerk = contact('qing', { kind: 'person', account: 'hillside-qing', codes: [{ id: 'c1', picture }] });

const alone = (contacts: readonly Contact[], lang = 'en') =>
  fixture<QunContactCard>(html`<qun-contact-card lang=${lang} .contacts=${contacts}></qun-contact-card>`);
const inRoom = (contacts: Contact[], answer: () => unknown) =>
  beforeShow<QunContactCard>('qun-contact-card', { around: { contacts } }, 'en', answer);
const shown = (element: QunContactCard) => part<HTMLImageElement>(element, 'picture')?.getAttribute('src');
const asked = (sent: readonly { command: object }[]) => sent.map(({ command }) => command);

describe('the contact card', () => {
  it('is a real picture with words, and nothing lies over it', async () => {
    const element = await alone([group]);
    await until(() => shown(element));
    const img = part<HTMLImageElement>(element, 'picture')!;
    expect([img.localName, img.alt]).to.deep.equal(['img', 'Code to add Tea lovers 3']);
    img.scrollIntoView();
    const box = img.getBoundingClientRect();
    const top = element.shadowRoot!.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    expect(top).to.equal(img);
    const { pointerEvents, userSelect } = getComputedStyle(img);
    expect([pointerEvents, userSelect]).to.deep.equal(['auto', 'auto']);
    element.lang = 'zh-CN';
    await until(() => img.alt === '茶友 3 群的二维码');
  });

  it('shows without a room the first code that has not run out, and exchanges one that does', async () => {
    const element = await alone([group]);
    await until(() => shown(element) === picture);
    const later = { id: 'g3', picture: `${picture}#3` };
    const soon = { ...good, expiresAt: Date.now() + 300 };
    element.contacts = [{ ...group, codes: [soon, later] }];
    await until(() => words(element, 'code').includes('Good until'));
    await until(() => shown(element) === later.picture);
    element.contacts = [{ ...group, codes: [group.codes[0]!] }];
    await until(() => words(element, 'code') === 'All groups are full. Ask for a place in the comments.');
  });

  it('asks the room which code is this viewer’s, once', async () => {
    const { element, transport } = await inRoom([group], () => ({ codeId: 'g2' }));
    await until(() => shown(element) === picture);
    transport.control('room.notice', { notice: 'Hello' });
    await element.updateComplete;
    expect(asked(transport.sent)).to.deep.equal([{ type: 'contact.open', contactId: '3' }]);
  });

  it('says so when no place is free, names the account, and asks again when there are other codes', async () => {
    const full = { ...group, account: 'hillside' };
    const { element, transport, stands } = await inRoom([full], () => ({ codeId: null }));
    await until(() => words(element, 'code') === 'All codes are taken. Search for the account instead.');
    transport.answer = () => ({ codeId: 'g9' });
    await stands({ around: { contacts: [{ ...full, codes: [...full.codes, { id: 'g9', picture }] }] } });
    await until(() => shown(element) === picture);
    expect(transport.sent).to.have.length(2);
  });

  it('shows a code that may be full rather than none where the room cannot be asked', async () => {
    const errors: QunErrorEvent[] = [];
    const hear = (event: Event) => errors.push(event as QunErrorEvent);
    document.addEventListener('qun-error', hear);
    const { element } = await inRoom([group], () => {
      throw new QunError('overloaded');
    });
    await until(() => shown(element) === picture);
    document.removeEventListener('qun-error', hear);
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['overloaded']);
  });

  it('lets the page say which code, or that there is none', async () => {
    const box = await fixture(html`<div></div>`);
    let answer: (event: QunOpenContactEvent) => void = event => event.respondWith('g2');
    box.addEventListener('qun-open-contact', event => answer(event as QunOpenContactEvent));
    const put = (): QunContactCard => {
      const element = document.createElement('qun-contact-card');
      element.lang = 'en';
      element.contacts = [{ ...group, codes: [{ id: 'g0', picture: `${picture}#0` }, good] }];
      box.append(element);
      return element;
    };
    const first = put();
    await until(() => shown(first) === picture);
    answer = event => event.respondWith(Promise.resolve(null));
    const second = put();
    await until(() => words(second, 'code').startsWith('All groups are full'));
    answer = event => event.preventDefault();
    const third = put();
    await until(() => words(third, 'code').startsWith('All groups are full'));
  });

  it('has words where the picture does not come', async () => {
    const element = await alone([
      contact('x', { codes: [{ id: 'x', picture: `${location.origin}/none.png` }] }),
    ]);
    await until(() => words(element, 'code') === 'The code did not load.');
  });

  it('says how to take it: held in an app that reads codes, scanned elsewhere', async () => {
    const element = await alone([clerk]);
    await until(() => words(element, 'code').includes('Scan the code'));
    element.environment = { userAgent: 'MicroMessenger/8.0.50', document };
    await until(() => words(element, 'code').includes('Hold the code'));
  });

  it('copies the account, and says so', async () => {
    const element = await alone([clerk]);
    const copied: string[] = [];
    element.environment = { userAgent: '', document, writeText: async text => void copied.push(text) };
    part(element, 'account')!.querySelector('button')!.click();
    await until(() => words(element, 'account').endsWith('Account copied'));
    expect(copied).to.deep.equal(['hillside-qing']);
  });

  it('shows the one that is named, and what the page adds', async () => {
    const element = await fixture<QunContactCard>(
      html`<qun-contact-card lang="en" contact="qing" .contacts=${[group, clerk]}>See you</qun-contact-card>`,
    );
    expect(element.shadowRoot!.querySelectorAll('[part=card]')).to.have.length(1);
    expect(words(element, 'title')).to.equal('Tea lovers qing');
    expect(element.shadowRoot!.querySelector('slot')!.assignedNodes()).to.have.length(1);
  });

  it('floats as a button that opens the cards, and only then asks for codes', async () => {
    const { element, transport, stands } = await inRoom([], () => ({ codeId: 'g2' }));
    element.view = 'float';
    await stands({ around: { contacts: [group] } });
    expect(transport.sent).to.deep.equal([]);
    await element.updateComplete;
    const float = part(element, 'float')!;
    expect(float.getAttribute('aria-label')).to.equal('Add us');
    float.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => part(element, 'layer') && shown(element) === picture);
    await still(part(element, 'layer'));
    await still(part(element, 'panel'));
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => !part(element, 'layer'));
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'float'));
  });

  it('is the sheet alone with `sheet`, and asks for a code once it is open, wherever it stands', async () => {
    const { element, transport, stands } = await inRoom([], () => ({ codeId: 'g2' }));
    Object.assign(element, { view: 'sheet', contact: '3' });
    element.style.setProperty('position', 'absolute');
    element.style.setProperty('top', '400vh');
    await stands({ around: { contacts: [group, clerk] } });
    expect([element.offsetHeight, transport.sent]).to.deep.equal([0, []]);
    element.open = true;
    await until(() => shown(element) === picture);
    expect(element.shadowRoot!.querySelectorAll('[part=card]')).to.have.length(1);
    await sendKeys({ press: 'Escape' });
    await until(() => !part(element, 'layer'));
    expect(element.open).to.equal(false);
  });

  it('opens a sheet over the whole page: its way out stays in sight, all else scrolls below it', async () => {
    const many = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(id => contact(id));
    const element = await fixture<QunContactCard>(
      html`<qun-contact-card lang="en" view="float" .contacts=${many}>
        <p>Our shop</p>
        <button>Ours</button>
      </qun-contact-card>`,
    );
    const closed = () => until(() => !part(element, 'layer') && !element.open);
    for (const way of ['close', 'layer']) {
      part(element, 'float')!.click();
      await until(() => part(element, 'layer') && shown(element));
      const layer = part(element, 'layer')!;
      const panel = part(element, 'panel')!;
      await still(panel);
      const { width, height } = layer.getBoundingClientRect();
      expect([width, height], 'the veil').to.deep.equal([innerWidth, innerHeight]);
      const last = element.querySelector('button')!;
      last.focus();
      expect(document.activeElement, 'what is slotted can be reached').to.equal(last);
      const [box, out, lowest] = [panel, part(element, 'close')!, last].map(one =>
        one.getBoundingClientRect(),
      );
      expect(box!.bottom).to.be.at.most(innerHeight);
      expect(out!.top, 'still at the top').to.be.within(box!.top, box!.top + 20);
      expect(lowest!.bottom, 'scrolled into sight').to.be.at.most(box!.bottom);
      part(element, way)!.click();
      await closed();
    }
    part(element, 'float')!.click();
    await until(() => part(element, 'panel'));
    element.querySelector('button')!.focus();
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement, 'the focus stays').to.equal(part(element, 'panel'));
    // What it leads to in the room would stand below the sheet.
    element.querySelector('button')!.dispatchEvent(new QunOpenProductEvent(product(), undefined));
    await closed();
  });

  it('can be used by everybody', async () => {
    const element = await alone([group, clerk, contact('none', { codes: [group.codes[0]!] })]);
    await until(() => shown(element));
    await forEverybody(element);
  });

  it('leaves nothing behind, and keeps what was set before it was there', async () => {
    await comesAndGoes(() =>
      Object.assign(document.createElement('qun-contact-card'), { contacts: [group] }),
    );
    const early = beforeUpgrade<QunContactCard>('qun-contact-card', { contacts: [clerk], lang: 'en' });
    document.body.append(early);
    await until(() => words(early, 'title') === 'Tea lovers qing');
    early.remove();
  });
});
