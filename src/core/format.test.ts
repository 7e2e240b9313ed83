import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { someMoney } from '../../test/fixtures/arbitrary-room.js';
import { formatCount, formatDuration, formatMoney, formatTime, minorDigits, moneyParts } from './format.js';

const money = (minor: number, currency: string) => ({ minor, currency });

test('prices read as each language writes them', () => {
  const cases: [number, string, string, string][] = [
    [12900, 'CNY', 'zh-CN', '¥129'],
    [12990, 'CNY', 'zh-CN', '¥129.90'],
    [5, 'CNY', 'zh-CN', '¥0.05'],
    [0, 'CNY', 'zh-CN', '¥0'],
    [123456789, 'CNY', 'zh-CN', '¥1,234,567.89'],
    [12900, 'CNY', 'zh-TW', '¥129'],
    [12900, 'CNY', 'en', '¥129'],
    [1999, 'USD', 'en', '$19.99'],
    [1999, 'USD', 'zh-CN', '$19.99'],
    [1980, 'JPY', 'en', '¥1,980'],
    [1980, 'JPY', 'zh-CN', '¥1,980'],
    [1999, 'EUR', 'de', '19,99\u00a0€'],
    [1500, 'KWD', 'en', 'KWD1.500'],
  ];
  for (const [minor, currency, locale, expected] of cases) {
    assert.equal(formatMoney(money(minor, currency), locale), expected);
  }
});

test('the digits shown are the digits given, however many: no price was ever a float', () => {
  fc.assert(
    fc.property(someMoney, fc.constantFrom('zh-CN', 'en', 'de', 'ar-EG'), (price, locale) => {
      const { integer, fraction } = moneyParts(price, locale);
      const digits = minorDigits(price.currency);
      const shown = integer.replace(/\D/g, '') + (fraction ? fraction.slice(1) : '0'.repeat(digits));
      assert.equal(BigInt(shown), BigInt(price.minor));
    }),
    {
      examples: [
        [money(Number.MAX_SAFE_INTEGER, 'JPY'), 'zh-CN'],
        [money(Number.MAX_SAFE_INTEGER, 'CNY'), 'en'],
      ],
    },
  );
});

test('a currency or a language that Intl does not know is still a price', () => {
  assert.equal(formatMoney(money(1234, 'XQQ'), 'en'), 'XQQ12.34');
  assert.equal(formatMoney(money(1290, 'CNY'), 'no-such-language-at-all'), 'CNY12.90');
});

test('an Intl without the short currency sign shows the long one', () => {
  const { NumberFormat } = Intl;
  const old = function (this: unknown, locale: string, options: Intl.NumberFormatOptions) {
    if (options.currencyDisplay === 'narrowSymbol') throw new RangeError('narrowSymbol');
    return new NumberFormat(locale, options);
  };
  Intl.NumberFormat = old as unknown as typeof Intl.NumberFormat;
  try {
    assert.equal(formatMoney(money(1290, 'CNY'), 'zh-Hans-CN'), '¥12.90');
  } finally {
    Intl.NumberFormat = NumberFormat;
  }
});

test('crowds are counted the way each language shortens them', () => {
  assert.equal(formatCount(999, 'en'), '999');
  assert.equal(formatCount(12_345, 'en'), '12.3K');
  assert.equal(formatCount(12_345, 'zh-CN'), '1.2万');
  assert.equal(formatCount(12_345, 'zh-TW'), '1.2萬');
  assert.equal(formatCount(7, 'no-such-language-at-all'), '7');
});

test('a countdown never shows zero before it is over', () => {
  assert.equal(formatDuration(0), '00:00');
  assert.equal(formatDuration(1), '00:01');
  assert.equal(formatDuration(135_000), '02:15');
  assert.equal(formatDuration(3_735_000), '1:02:15');
  assert.equal(formatDuration(176_535_000), '49:02:15');
  assert.equal(formatDuration(-5000), '00:00');
});

test('a time says its day only where it is another day', () => {
  const now = new Date(2026, 4, 1, 12, 0).getTime();
  const evening = new Date(2026, 4, 1, 20, 0).getTime();
  const tomorrow = new Date(2026, 4, 2, 0, 30).getTime();
  assert.equal(formatTime(evening, 'zh-CN', now), '20:00');
  assert.equal(formatTime(evening, 'en', now), '20:00');
  assert.equal(formatTime(tomorrow, 'zh-CN', now), '5月2日 00:30');
  assert.match(formatTime(tomorrow, 'en', now), /May 2.*00:30/);
});
