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
    frame = makeFrame(currency, locale, 'narrowSymbol') ??
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

const numbers = new Map<string, Intl.NumberFormat>();

/** Kept, since making one is slow. */
function numberFormat(locale: string, notation: 'standard' | 'compact'): Intl.NumberFormat {
  const name = `${locale} ${notation}`;
  let format = numbers.get(name);
  if (!format) {
    format = new Intl.NumberFormat(locale, { notation, maximumFractionDigits: 1 });
    numbers.set(name, format);
  }
  return format;
}

/** 1.2万, 12K: a number of people or things, as the reader's language shortens it. */
export function formatCount(count: number, locale: string): string {
  // No language has a short form below, and looking for one takes a phone far longer.
  if (count < 1000) return formatNumber(count, locale);
  try {
    return numberFormat(locale, 'compact').format(count);
  } catch {
    return String(count);
  }
}

/** 1,200: a number in full, as the reader's language groups it. */
export function formatNumber(count: number, locale: string): string {
  try {
    return numberFormat(locale, 'standard').format(count);
  } catch {
    return String(count);
  }
}

/** 02:15, or 1:02:15, or 49:02:15: what a countdown shows for `ms`. Rounded up, so that 00:00 is really over. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** A clock time such as 20:00, or with the day where it is another day than `now`. */
export function formatTime(at: number, locale: string, now: number = Date.now()): string {
  const date = new Date(at);
  const sameDay = date.toDateString() === new Date(now).toDateString();
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return date.toLocaleString(locale, sameDay ? time : { ...time, month: 'short', day: 'numeric' });
  } catch {
    return date
      .toISOString()
      .slice(sameDay ? 11 : 5, 16)
      .replace('T', ' ');
  }
}
