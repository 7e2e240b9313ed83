import { expect } from '@open-wc/testing';
import { inRoom, money, show, until } from '../../../test/fixtures/poster-harness.js';
import { browser } from '../../../test/fixtures/share-harness.js';

describe('the poster of a room', () => {
  it('says what the room says, in the viewer’s language and with their own link', async () => {
    const { harness, transport } = await inRoom(browser(), 'zh-CN');
    await harness.show();
    const { alt } = harness.picture!;
    expect(alt).to.match(/^开播预告。春茶。阿青。4月12日 周日 \d\d:00。/);
    expect(alt).to.include('1号链接 a茶 ¥88 立省¥10。2号链接 b茶 ¥10起。4号链接 d茶 ¥88。');
    expect(alt).to.include('https://shop.example/spring?qs=a1B2c3D4e5F6.p');
    expect(transport.sent.map(one => one.command)).to.deep.equal([{ type: 'share.intend', via: 'poster' }]);
  });

  it('says the flash price, until when, and how long it is until the room opens', async () => {
    const now = Date.now();
    const sale = {
      ...{ id: 's', productId: 'a', price: money(6600), total: 5, perViewer: 1, holdSeconds: 300 },
      ...{ expires: { kind: 'stopped' as const }, soldOut: false, state: 'open' as const },
      ...{ opensAt: now - 1000, closesAt: now + 3 * 86_400_000 },
    };
    const startsAt = now + 4 * 86_400_000;
    const { harness } = await inRoom(browser(), 'zh-CN', { ...show, startsAt, sales: [sale] });
    await harness.show();
    expect(harness.picture!.alt).to.match(/^开播预告。春茶。阿青。[^。]+，还有 4 天。/);
    expect(harness.picture!.alt).to.match(/1号链接 a茶 ¥66 立省¥22，秒杀价 \d+月\d+日 ?\d\d:\d\d 截止/);
  });

  it('puts the product it is about first, then what the host shows', async () => {
    const pins = [{ productId: 'e', at: 1, mediaAt: 1 }];
    const { harness, transport } = await inRoom(browser(), 'en', { ...show, phase: 'live', pins });
    harness.element.product = 'd';
    await harness.show();
    expect(harness.picture!.alt).to.match(/^Live now\. Spring tea\. Qing\. No\. 4 .*No\. 5 .*No\. 1 /);
    expect(harness.button('Close-up')!.getAttribute('aria-pressed')).to.equal('true');
    expect(transport.sent[0]!.command).to.deep.include({ productId: 'd' });
  });

  it('fetches its pictures while it still waits for its link', async () => {
    const asked: string[] = [];
    const { fetch } = window;
    window.fetch = (url, options) => {
      asked.push(String(url));
      return fetch(url, options);
    };
    try {
      const stream = { src: '/live.m3u8', poster: `${location.origin}/demo/media/poster.webp` };
      const state = { ...show, stream, share: {} };
      const { harness, transport } = await inRoom(browser(), 'en', state);
      let linked!: (answer: { share: string }) => void;
      transport.answer = () => new Promise(resolve => (linked = resolve)) as never;
      harness.element.addEventListener('qun-make-poster', () => void asked.push('drawn'));
      harness.element.show();
      await until(() => asked.length > 0, 'a picture is asked for');
      expect(asked).to.deep.equal([stream.poster]);
      linked({ share: 'a1B2c3D4e5F6' });
      await until(() => harness.picture?.complete, 'the poster is shown');
      expect(asked.slice(0, 2)).to.deep.equal([stream.poster, 'drawn']);
      expect(asked.filter(url => url === stream.poster)).to.have.length(1);
    } finally {
      window.fetch = fetch;
    }
  });

  it('asks for its pictures once, when a tap begins, and shows nothing before the tap has ended', async () => {
    const asked: string[] = [];
    const { fetch } = window;
    window.fetch = (url, options) => {
      asked.push(String(url));
      return fetch(url, options);
    };
    try {
      const poster = `${location.origin}/demo/media/poster.webp`;
      const stream = { src: '/live.m3u8', poster };
      const { harness, transport } = await inRoom(browser(), 'en', { ...show, stream, share: {} });
      harness.find('.make')!.dispatchEvent(new PointerEvent('pointerdown'));
      await until(() => asked.includes(poster), 'the picture is asked for');
      expect(harness.dialog?.open).not.to.equal(true);
      expect(transport.sent).to.deep.equal([]);
      harness.find('.make')!.click();
      await until(() => harness.picture?.complete, 'the poster is shown');
      expect(asked.filter(url => url === poster)).to.have.length(1);
    } finally {
      window.fetch = fetch;
    }
  });

  it('says what is so when it is opened, where a touch long before has led to nothing', async () => {
    const { harness, transport } = await inRoom();
    const { now } = performance;
    harness.find('.make')!.dispatchEvent(new PointerEvent('pointerdown'));
    transport.control('product.price', {
      ...{ productId: 'd', price: { kind: 'fixed', amount: money(7700) } },
    });
    try {
      performance.now = () => now.call(performance) + 10_000;
      await harness.show();
    } finally {
      performance.now = now;
    }
    expect(harness.picture!.alt).to.include('No. 4 Tea d ¥77');
  });

  it('makes a poster where the room knows nothing of links', async () => {
    const { harness, transport } = await inRoom();
    transport.answer = () => {
      throw new Error('unknown command');
    };
    await harness.show();
    expect(harness.picture!.alt).to.match(/https:\/\/shop\.example\/spring$/);
  });
});
