import { expect } from '@open-wc/testing';
import { posterContent } from '../../test/fixtures/poster-content.js';
import { posterWords } from './poster-content.js';

describe('what a poster says to those who cannot see it', () => {
  it('is everything that stands on it', () => {
    expect(posterWords(posterContent({ products: 2 }))).to.equal(
      "Coming up. Spring tea opening. Qing is showing this year's first green tea. Qing · Hillside. " +
        'Sunday, 12 April 20:00, in 3 days. No. 1 First-flush green tea, 100 g tin, picked before Qingming ¥128 Save ¥40, ' +
        'Flash price from 20:30 GMT+8. ' +
        'No. 2 Celadon gaiwan with a thin rim from ¥88.50. Scan to enter the room. ' +
        'https://live.hillside.example/spring?qs=a1B2c3D4e5F6.p',
    );
  });

  it('reads as its language is written, and leaves out what is not there', () => {
    const content = posterContent({ lang: 'zh-CN', live: true, products: 1 });
    expect(posterWords({ ...content, badge: '', text: '来看看。' })).to.equal(
      '春茶上新专场，明前茶和手作茶器。来看看。山野集 · 阿青。1号链接 明前绿茶 100g 罐装，2026 头采 ¥128 立省¥40，秒杀价 20:30 开抢。' +
        '长按或扫码，进入直播间。https://live.hillside.example/spring?qs=a1B2c3D4e5F6.p',
    );
  });
});
