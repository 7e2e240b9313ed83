import { expect, waitUntil } from '@open-wc/testing';
import {
  browser,
  inApp,
  OWN_SHARE,
  refused,
  sharingRoom,
  WECHAT,
} from '../../../test/fixtures/share-harness.js';
import type { QunShareEvent } from '../../events/qun-share-event.js';
import type { Product } from '../../protocol/index.js';

const teapot: Product = {
  id: 'p1',
  number: 1,
  title: 'Clay teapot',
  pictures: ['/pot.webp'],
  price: { kind: 'fixed', amount: { minor: 12_800, currency: 'CNY' } },
  stock: 9,
};
const pinned = {
  products: [teapot],
  pins: [{ productId: 'p1', at: 1_000_000, mediaAt: 1_000_000 }],
};
const own = (letter: string) => `https://shop.example/live?id=7&qs=${OWN_SHARE}.${letter}`;

describe('a link passed on from a room', () => {
  it('carries the viewer’s own share in the place of the one that brought them, and the way', async () => {
    const shared: ShareData[] = [];
    const { harness, intents } = await sharingRoom(browser({ share: async data => void shared.push(data) }));
    await harness.share();
    expect(harness.asked[0]!.url).to.equal(own('w').slice(0, -2));
    expect(shared[0]!.url).to.equal(own('w'));
    await waitUntil(() => intents.length > 0);
    expect(intents).to.eql(['web']);
  });

  it('says that it was copied where it was, and the room hears of both ways', async () => {
    const written: string[] = [];
    const writeText = async (text: string) => void written.push(text);
    const { harness, intents } = await sharingRoom(browser({ ...refused('NotAllowedError'), writeText }));
    await harness.share();
    expect(written).to.eql([own('c')]);
    await waitUntil(() => intents.length > 1);
    expect(intents).to.eql(['web', 'copy']);
    expect(harness.find<HTMLInputElement>('input').value).to.equal(own('t'));
  });

  it('tells the room of a guide, and what was on show', async () => {
    const { harness, intents, transport, share } = await sharingRoom(inApp(WECHAT));
    transport.epoch = 'e2';
    transport.snapshot({ share, ...pinned });
    await harness.share();
    await waitUntil(() => intents.length > 0);
    expect(intents).to.eql(['guide p1']);
  });

  it('stays the page’s where the page puts another in its place', async () => {
    const shared: ShareData[] = [];
    const { harness } = await sharingRoom(browser({ share: async data => void shared.push(data) }));
    harness.element.addEventListener('qun-share', (event: QunShareEvent) => {
      event.data.url = `https://other.example/?qs=${OWN_SHARE}x`;
    });
    await harness.share();
    expect(shared[0]!.url).to.equal(`https://other.example/?qs=${OWN_SHARE}x`);
  });

  it('goes on where the room cannot be told', async () => {
    const shared: ShareData[] = [];
    const { harness, transport } = await sharingRoom(
      browser({ share: async data => void shared.push(data) }),
    );
    transport.answer = () => {
      throw new Error('no network');
    };
    await harness.share();
    expect(shared).to.have.length(1);
  });

  it('tells nothing of a viewer whom the room gives no share', async () => {
    const { harness, intents, transport } = await sharingRoom(browser({ share: async () => {} }));
    const { share: _, ...session } = transport.session;
    transport.joined(session);
    await harness.share();
    expect(intents).to.eql([]);
    expect(harness.asked[0]!.url).to.equal('https://shop.example/live?id=7&qs=OldShare1234.w');
  });
});

describe('what is passed on', () => {
  it('speaks of the product on show, shows it, and stops with it', async () => {
    const { harness, transport, share } = await sharingRoom(browser({ share: async () => {} }));
    transport.epoch = 'e2';
    transport.snapshot({ share, ...pinned });
    await harness.share();
    expect(harness.asked[0]).to.include({
      title: 'Live now: Spring',
      text: 'On now: Clay teapot, ¥128',
      picture: 'https://live.shop.example/pot.webp',
    });
    transport.control('room.phase', { phase: 'replay' });
    await harness.share();
    expect(harness.asked[1]!.title).to.equal('Replay: Spring');
    expect(harness.asked[1]!.text).to.equal('');
    expect(harness.asked[1]!.picture).to.equal(undefined);
  });

  it('says it in the shop’s own titles, filled in', async () => {
    const { harness, transport, share } = await sharingRoom(browser({ share: async () => {} }));
    const titles = {
      live: { en: '{host} is live: {title}' },
      pinned: { en: '{product} at {price}, shown by {host} {nothing}' },
      replay: { en: 'Seen it? {title}' },
    };
    const room = { ...share, titles, title: 'First flush', picture: '/room.webp', text: 'Come in' };
    for (const state of [{}, pinned, { phase: 'replay' as const }]) {
      transport.epoch += '+';
      transport.snapshot({ share: room, ...state });
      await harness.share();
    }
    expect(harness.asked.map(({ title }) => title)).to.eql([
      'Qing is live: First flush',
      'Clay teapot at ¥128, shown by Qing',
      'Seen it? First flush',
    ]);
    expect(harness.asked.map(({ picture }) => picture!.split('/').pop())).to.eql([
      'room.webp',
      'pot.webp',
      'room.webp',
    ]);
    expect(harness.asked[1]!.text).to.equal('Come in');
  });
});
