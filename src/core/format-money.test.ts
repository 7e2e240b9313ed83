import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { someMoney } from '../../test/fixtures/arbitrary-room.js';
import { formatMoney, minorDigits, moneyParts } from './format-money.js';

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

test('what is known by heart is what Intl says', () => {
  const locales = 'zh zh-CN zh-TW zh-HK zh-Hans zh-Hant en en-US en-GB'.split(' ');
  const currencies = 'CNY USD EUR GBP JPY HKD KRW'.split(' ');
  fc.assert(
    fc.property(
      fc.constantFrom(...locales),
      fc.constantFrom(...currencies),
      fc.maxSafeNat(),
      (locale, currency, minor) => {
        const { currency: sign, integer, currencyFirst } = moneyParts(money(minor, currency), locale);
        const whole = Math.floor(minor / 10 ** minorDigits(currency));
        const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
        const format = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 0 });
        assert.equal(currencyFirst ? sign + integer : integer + sign, format.format(whole));
      },
    ),
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
