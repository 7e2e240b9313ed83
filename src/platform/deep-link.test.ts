import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseDeepLink, parseTime } from './deep-link.js';

/** 3723 as `1h2m3s`. */
const written = (time: number) => `${Math.floor(time / 3600)}h${Math.floor(time / 60) % 60}m${time % 60}s`;

describe('a deep link', () => {
  it('names a time in three ways', () => {
    const times = ['1h2m3s', '125', '02:05', '1:02:03', '2m', '1h', '90s', '90m', '12.5', '0', '1h5s'];
    expect(times.map(parseTime)).to.deep.equal([3723, 125, 125, 3723, 120, 3600, 90, 5400, 12.5, 0, 3605]);
  });

  it('is none where there is no time, or not one of ours', () => {
    for (const text of ['', 'x', '-5', '1e9', '1:2:3:4', '5x', 'h', '::', '12:', 'NaN', '1h2h', '99999999'])
      expect(parseTime(text), text).to.equal(undefined);
    for (const hash of [
      '',
      '#',
      '#top',
      '#t=5',
      '#qun-t=',
      '#qun-t=%',
      '#qun-product=',
      '#qun-product=a%20b',
    ])
      expect(parseDeepLink(hash), hash).to.deep.equal({});
  });

  it('stands beside whatever else a page keeps in its fragment', () => {
    expect(parseDeepLink('#qun-t=02%3A05')).to.deep.equal({ time: 125 });
    expect(parseDeepLink('#/shop/live?tab=2&qun-t=1m5s')).to.deep.equal({ time: 65 });
    expect(parseDeepLink('#qun-product=spring-tea&qun-t=5')).to.deep.equal({
      time: 5,
      productId: 'spring-tea',
    });
    expect(parseDeepLink('#/qun-product=a.b_c-1/x')).to.deep.equal({ productId: 'a.b_c-1' });
    expect(parseDeepLink('#my-qun-t=5')).to.deep.equal({});
  });

  it('reads every time there is, and anything at all without harm', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 * 3600 }), time => parseTime(written(time)) === time),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        const { time, productId } = parseDeepLink(`#${name}&qun-t=${value}&qun-product=${value}`);
        if (time !== undefined) expect(time).to.be.within(0, 1e8);
        if (productId !== undefined) expect(productId).to.match(/^[\w.-]{1,64}$/);
      }),
    );
  });
});
