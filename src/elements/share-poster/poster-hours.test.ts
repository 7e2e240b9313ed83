import { expect } from '@open-wc/testing';
import type { Speech } from '../../base/speech.js';
import type { Sale } from '../../protocol/index.js';
import { hourOf, whenItBegins } from './poster-hours.js';
import { saleOnPoster, salePrice, saleWords } from './poster-sale.js';

const speech = (language: string): Speech => ({
  language,
  t: (key, params) => [key.replace('poster.', ''), ...Object.values(params ?? {})].join(' '),
  words: () => '',
});
const zh = speech('zh-CN');
const HOUR = 3_600_000;
/** Noon where the reader is. */
const noon = new Date(2026, 3, 9, 12).getTime();
const evening = (day: number) => new Date(2026, 3, day, 20).getTime();

describe('the hours on a poster', () => {
  it('counts days by midnights, not by twenty-four hours', () => {
    const left = (at: number, now = noon) => whenItBegins(at, now, zh).left;
    expect(left(evening(9))).to.equal('today');
    expect(left(evening(10))).to.equal('tomorrow');
    expect(left(new Date(2026, 3, 10, 0, 1).getTime(), evening(9) + 3 * HOUR)).to.equal('tomorrow');
    expect(left(evening(12))).to.equal('days 3');
    expect(left(noon - 1), 'should have begun').to.equal(undefined);
  });

  it('says the zone where readers may live in several', () => {
    expect(whenItBegins(evening(12), noon, zh)).to.deep.equal({
      ...{ date: '4月12日 周日', time: '20:00', left: 'days 3' },
    });
    const { date, zone } = whenItBegins(evening(12), noon, speech('en'));
    expect(date).to.match(/Sunday/);
    expect(zone).to.match(/\w/);
    expect(hourOf(evening(9), noon, 'zh-CN')).to.equal('20:00');
    expect(hourOf(evening(12), noon, 'zh-CN')).to.match(/^4月12日 ?20:00$/);
    expect(hourOf(evening(9), noon, 'en')).to.match(/^20:00 \S/);
  });

  it('is understood without the language', () => {
    expect(whenItBegins(Date.UTC(2026, 3, 12, 12), noon, speech('no-such-language-at-all'))).to.deep.include({
      ...{ date: '2026-04-12', time: '12:00', zone: 'UTC' },
    });
    expect(hourOf(Date.UTC(2026, 3, 12, 12), noon, 'no-such-language-at-all')).to.equal('04-12 12:00 UTC');
  });
});

describe('a flash sale on a poster', () => {
  const money = (minor: number) => ({ minor, currency: 'CNY' });
  const sale = (id: string, more: Partial<Sale> = {}): Sale => ({
    ...{ id, productId: 'tea', price: money(8800), total: 5, perViewer: 1, holdSeconds: 300 },
    ...{ expires: { kind: 'stopped' }, soldOut: false, state: 'open', opensAt: noon - 1, closesAt: null },
    ...more,
  });
  const on = (...sales: Sale[]) => saleOnPoster(sales, 'tea', noon)?.id;

  it('is the one that is on, or else the next one announced', () => {
    const later = sale('later', { opensAt: noon + 2 * HOUR });
    const next = sale('next', { opensAt: noon + HOUR });
    expect(on(later, next)).to.equal('next');
    expect(on(later, sale('now'), next)).to.equal('now');
    expect(on(sale('other', { productId: 'cup' }))).to.equal(undefined);
    expect(on(sale('secret', { state: 'draft' }), sale('over', { state: 'stopped' }))).to.equal(undefined);
    expect(on(sale('gone', { soldOut: true }), sale('of one size', { variantId: 'xl' }))).to.equal(undefined);
  });

  it('strikes out the usual price where that is higher', () => {
    expect(salePrice({ kind: 'struck', amount: money(9900), was: money(12900) }, sale('a'))).to.deep.equal({
      ...{ kind: 'struck', amount: money(8800), was: money(9900) },
    });
    expect(salePrice({ kind: 'range', from: money(9000), to: money(9900) }, sale('a'))).to.deep.include({
      was: money(9000),
    });
    const fixed = { kind: 'fixed', amount: money(8800) };
    expect(salePrice({ kind: 'fixed', amount: money(8800) }, sale('a'))).to.deep.equal(fixed);
    const abroad = { kind: 'fixed', amount: { minor: 12900, currency: 'USD' } } as const;
    expect(salePrice(abroad, sale('a'))).to.deep.equal(fixed);
  });

  it('says from when before it opens, until when once it has, and neither where nobody knows', () => {
    const hours = { opensAt: evening(9), closesAt: evening(9) + HOUR };
    expect(saleWords(sale('a', hours), noon, zh)).to.deep.equal({ name: 'sale', when: 'from 20:00' });
    expect(saleWords(sale('a', hours), evening(9), zh)).to.deep.equal({ name: 'sale', when: 'until 21:00' });
    expect(saleWords(sale('a'), noon, zh)).to.deep.equal({ name: 'sale' });
    expect(saleWords(sale('a', { closesAt: undefined! }), noon, speech('en'))).to.deep.equal({
      name: 'sale',
    });
  });
});
