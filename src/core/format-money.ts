import type { Money } from '../protocol/index.js';

/** A price in pieces, so that the currency can be small and the integer large. */
export interface MoneyParts {
  currency: string;
  integer: string;
  /** With its separator, as `.90`; empty where there are none or they are zero. */
  fraction: string;
  /** Where the language puts the currency. */
  currencyFirst: boolean;
}

/** ISO 4217's currencies that do not have two decimals. Intl counts by custom rather than by the standard, and is slow to ask. */
const NONE = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR = 'CLF UYW';

/** Minor units in one unit of `currency`, as a power of ten: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  const code = currency.toUpperCase();
  if (NONE.includes(code)) return 0;
  if (THREE.includes(code)) return 3;
  return FOUR.includes(code) ? 4 : 2;
}

/** Minor units as a decimal string, without ever making a float of them. */
function decimal(minor: number, digits: number): { integer: string; fraction: string } {
  const text = String(minor).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return { integer: text.slice(0, cut), fraction: text.slice(cut) };
}

/** What surrounds the digits of a price in one language. */
interface MoneyFrame {
  currency: string;
  decimal: string;
  currencyFirst: boolean;
  group(integer: string): string;
}
const frames = new Map<string, MoneyFrame>();

export function moneyParts({ minor, currency }: Money, locale: string): MoneyParts {
  const { integer, fraction } = decimal(minor, minorDigits(currency));
  const frame = frameOf(currency, locale);
  return {
    currency: frame.currency,
    integer: frame.group(integer),
    fraction: /^0*$/.test(fraction) ? '' : frame.decimal + fraction,
    currencyFirst: frame.currencyFirst,
  };
}

function frameOf(currency: string, locale: string): MoneyFrame {
  const name = `${locale} ${currency}`;
  let frame = frames.get(name);
  if (!frame) {
    frame = knownFrame(currency, locale) ??
      makeFrame(currency, locale, 'narrowSymbol') ??
      // Safari before 14.1 does not know the short sign.
      makeFrame(currency, locale, 'symbol') ?? {
        currency,
        decimal: '.',
        currencyFirst: true,
        group: integer => integer,
      };
    frames.set(name, frame);
  }
  return frame;
}

/** Where Intl's answer is known: its first one takes a cheap phone long, and comes before anything can be shown. */
const KNOWN = /^(zh(-(CN|TW|HK|Hans|Hant))?|en(-(US|GB))?)$/;
const SIGNS = new Map(
  Object.entries({ CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥', HKD: '$', KRW: '₩' }),
);

const knownFrame = (code: string, locale: string): MoneyFrame | undefined => {
  const currency = KNOWN.test(locale) ? SIGNS.get(code) : undefined;
  if (currency === undefined) return undefined;
  const group = (integer: string) => integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return { currency, decimal: '.', currencyFirst: true, group };
};

function makeFrame(
  currency: string,
  locale: string,
  currencyDisplay: 'narrowSymbol' | 'symbol',
): MoneyFrame | undefined {
  try {
    // Our own digits stand beside Intl's, so both have to be of one kind.
    const digits = { numberingSystem: 'latn', minimumFractionDigits: 1 };
    const money = new Intl.NumberFormat(locale, { ...digits, style: 'currency', currency, currencyDisplay });
    const parts = money.formatToParts(1.5);
    const at = (type: string) => parts.findIndex(part => part.type === type);
    return {
      currency: parts[at('currency')]!.value,
      decimal: parts[at('decimal')]!.value,
      currencyFirst: at('currency') < at('integer'),
      // A safe integer has sixteen digits, and a double holds them all.
      group: integer =>
        money
          .formatToParts(Number(integer))
          .map(({ type, value }) => (type === 'integer' || type === 'group' ? value : ''))
          .join(''),
    };
  } catch {
    return undefined; // an Intl without this language, currency or style
  }
}

export function formatMoney(money: Money, locale: string): string {
  const { currency, integer, fraction, currencyFirst } = moneyParts(money, locale);
  return currencyFirst ? `${currency}${integer}${fraction}` : `${integer}${fraction}\u00a0${currency}`;
}
