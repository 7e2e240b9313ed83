import { expect, fixture, html } from '@open-wc/testing';
import {
  beforeShow,
  beforeUpgrade,
  comesAndGoes,
  forEverybody,
  part,
  picture,
  words,
} from '../../../test/fixtures/around.js';
import { until } from '../../../test/fixtures/patience.js';
import '../../define/qun-room.js';
import '../../define/qun-store-card.js';
import type { StorePlace } from '../../protocol/index.js';
import type { QunStoreCard } from './store-card.js';

const store: StorePlace = {
  name: { en: 'Hillside, Wulin Road', 'zh-CN': '山野集 武林路店' },
  address: '12 Wulin Road',
  map: 'https://map.example/?q=hillside',
  phone: '+86 (571) 8765-4321',
  hours: '9:00–21:30',
  picture,
};
const link = (element: QunStoreCard, name: string) =>
  part<HTMLAnchorElement>(element, name)?.getAttribute('href');

describe('the store card', () => {
  it('says where the room’s shop is, in both languages, and calls and leads there', async () => {
    const { element, stands } = await beforeShow<QunStoreCard>('qun-store-card', { around: { store } });
    expect([words(element, 'name'), words(element, 'address'), words(element, 'hours')]).to.deep.equal([
      'Hillside, Wulin Road',
      '12 Wulin Road',
      'Open 9:00–21:30',
    ]);
    expect(words(element, 'number'), 'for a desk that cannot call').to.equal('+86 (571) 8765-4321');
    expect([link(element, 'map'), link(element, 'phone')]).to.deep.equal([
      'https://map.example/?q=hillside',
      'tel:+8657187654321',
    ]);
    element.lang = 'zh-CN';
    await until(() => words(element, 'name') === '山野集 武林路店' && words(element, 'phone') === '打电话');
    await stands({});
    expect(part(element, 'card')).to.equal(null);
  });

  it('shows what it is given, and no more', async () => {
    const element = await fixture<QunStoreCard>(
      html`<qun-store-card lang="en" .store=${{ name: 'Hillside', map: 'javascript:alert(1)' }}
        ><p>Parking behind</p></qun-store-card
      >`,
    );
    expect(words(element, 'name')).to.equal('Hillside');
    for (const name of ['map', 'phone', 'number', 'hours', 'address', 'picture'])
      expect(part(element, name)).to.equal(null);
    expect(element.shadowRoot!.querySelector('slot')!.assignedElements()).to.have.length(1);
  });

  it('leaves out a picture that does not come, and shows the one that does', async () => {
    const element = await fixture<QunStoreCard>(
      html`<qun-store-card lang="en" .store=${{ ...store, picture: '/none.png' }}></qun-store-card>`,
    );
    await until(() => part(element, 'picture') === null);
    element.store = store;
    await until(() => part(element, 'picture')?.getClientRects().length === 1);
  });

  it('can be used by everybody, and leaves nothing behind', async () => {
    const element = await fixture<QunStoreCard>(
      html`<qun-store-card lang="en" .store=${store}></qun-store-card>`,
    );
    await forEverybody(element);
    await comesAndGoes(() => Object.assign(document.createElement('qun-store-card'), { store }));
    const early = beforeUpgrade<QunStoreCard>('qun-store-card', { store, lang: 'en' });
    document.body.append(early);
    await until(() => words(early, 'name') === 'Hillside, Wulin Road');
    early.remove();
  });
});
