import { expect } from '@open-wc/testing';
import {
  all,
  buttonOf,
  one,
  openDesk,
  openPanel,
  settled,
} from '../../../test/fixtures/host-desk-harness.js';
import { said } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import type { QunHostDesk } from './host-desk.js';
import '../../define/qun-host-desk.js';

const PROMISE = '转发到群里领红包';
const FOR_ALL = '转发给朋友一起看，直播间里人人有券';

const notes = (el: QunHostDesk) => all(el, '.share-check').map(said);
async function type(el: QunHostDesk, selector: string, text: string): Promise<void> {
  await until(() => one(el, selector));
  const field = one<HTMLInputElement>(el, selector)!;
  field.value = text;
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  await el.updateComplete;
}

describe('the desk about words that promise something for sharing', function () {
  this.timeout(PATIENCE_MS);

  it('says under the notice which rule it would break, and does not send it', async () => {
    const { el } = await openDesk();
    await openPanel(el, 'notice');
    await type(el, '.notice-form textarea', PROMISE);
    await until(() => notes(el).length === 1);
    expect(notes(el)[0]).to.equal(
      "“转发到群里领红包” promises something for sharing. WeChat blocks links for this, so it can't go out. Offer it to everyone in the room, or leave it out.",
    );
    expect(one<HTMLButtonElement>(el, '[data-key="notice set"]')!.disabled).to.equal(true);
    await expect(el).to.be.accessible();
    await type(el, '.notice-form textarea', FOR_ALL);
    expect(notes(el)).to.eql([]);
    expect(one<HTMLButtonElement>(el, '[data-key="notice set"]')!.disabled).to.equal(false);
  });

  it('says so in the language of the desk, and in a new one', async () => {
    const { el } = await openDesk({ lang: 'zh-CN' });
    await openPanel(el, 'notice');
    await type(el, '.notice-form textarea', '集满30个赞送小样');
    await until(() => notes(el).length === 1);
    expect(notes(el)[0]).to.match(/^“集满30个赞”是让人集赞、集卡。 微信会因此封链接/);
    el.lang = 'zh-TW';
    await until(() => notes(el)[0]?.startsWith('「集满30个赞」是讓人集讚、集卡。'));
  });

  it('says so of an answer to a question', async () => {
    const { el } = await openDesk({ moderated: { questions: [{ id: 'q1', text: 'A gift?', count: 3 }] } });
    await openPanel(el, 'questions');
    await until(() => one(el, '.question button'));
    buttonOf(el, 'Answer').click();
    await type(el, '.questions textarea', 'Share and win a prize');
    await until(() => notes(el).length === 1);
    expect(buttonOf(el, 'Send the answer').disabled).to.equal(true);
    await type(el, '.questions textarea', 'Everyone gets one');
    expect(buttonOf(el, 'Send the answer').disabled).to.equal(false);
  });

  it('says so of what stands around the show, and leads back to the field', async () => {
    const promos = [{ id: 'p', title: 'Our shop', lead: { url: 'https://shop.example/' } }];
    const { el, transport } = await openDesk({ state: { around: { promos } } });
    await openPanel(el, 'notice');
    await until(() => one(el, '.around form'));
    one<HTMLDetailsElement>(el, 'details.around')!.open = true;
    const title = () =>
      all(el, '.around input').find(input => (input as HTMLInputElement).value === PROMISE) as
        HTMLInputElement | undefined;
    const first = all(el, '.around input').find(input => (input as HTMLInputElement).value === 'Our shop')!;
    (first as HTMLInputElement).value = PROMISE;
    for (const name of ['input', 'change']) first.dispatchEvent(new Event(name, { bubbles: true }));
    await until(() => notes(el).length === 1);
    one<HTMLFormElement>(el, '.around form')!.requestSubmit();
    await settled(el);
    expect(transport.commands).to.eql([]);
    expect(el.shadowRoot!.activeElement === title()).to.equal(true);
    expect(one(el, '.around-wrong')!.textContent).to.equal('');
  });

  it('says so of a product’s title while it is typed, and does not put it on the shelf', async () => {
    const { el, transport } = await openDesk();
    await until(() => one(el, '.new-product'));
    one(el, '.new-product summary')!.click();
    await type(el, '.new-product [name=price]', '9');
    await type(el, '.new-product [name=title]', 'Share to unlock this tea');
    await until(() => notes(el).length === 1);
    expect(notes(el)[0]).to.include('only to those who share');
    one<HTMLFormElement>(el, '.new-product form')!.requestSubmit();
    await settled(el);
    expect(transport.commands).to.eql([]);
    expect(el.shadowRoot!.activeElement?.getAttribute('name')).to.equal('title');
    await type(el, '.new-product [name=title]', 'Spring tea');
    one<HTMLFormElement>(el, '.new-product form')!.requestSubmit();
    await settled(el);
    expect(transport.commands).to.have.length(1);
  });
});
