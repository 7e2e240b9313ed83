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

const digitsOf = new Map<string, number>();

/** Minor units in one unit of `currency`, as a power of ten: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    try {
      digits =
        new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
          .maximumFractionDigits ?? 2;
    } catch {
      digits = 2; // an Intl without this currency: nearly all have two
    }
    digitsOf.set(currency, digits);
  }
  return digits;
}

/** Minor units as a decimal string, without ever making a float of them. */
function decimal(minor: number, digits: number): { integer: string; fraction: string } {
  const text = String(minor).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return { integer: text.slice(0, cut), fraction: text.slice(cut) };
}

export function moneyParts({ minor, currency }: Money, locale: string): MoneyParts {
  const digits = minorDigits(currency);
  const { integer, fraction } = decimal(minor, digits);
  const shown = /^0*$/.test(fraction) ? '' : fraction;
  try {
    const parts = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: 1,
    }).formatToParts(Number(`${integer}.1`));
    const text = (type: string) =>
      parts
        .filter(part => part.type === type)
        .map(part => part.value)
        .join('');
    const grouped = parts
      .filter(part => part.type === 'integer' || part.type === 'group')
      .map(part => part.value)
      .join('');
    return {
      currency: text('currency'),
      integer: grouped,
      fraction: shown && (text('decimal') || '.') + shown,
      currencyFirst:
        parts.findIndex(part => part.type === 'currency') < parts.findIndex(part => part.type === 'integer'),
    };
  } catch {
    return { currency, integer, fraction: shown && `.${shown}`, currencyFirst: true };
  }
}

export function formatMoney(money: Money, locale: string): string {
  const { currency, integer, fraction, currencyFirst } = moneyParts(money, locale);
  return currencyFirst ? `${currency}${integer}${fraction}` : `${integer}${fraction}\u00a0${currency}`;
}

/** 1.2万, 12K: a number of people or things, as the reader's language shortens it. */
export function formatCount(count: number, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(count);
  } catch {
    return String(count);
  }
}

/** 1,200: a number in full, as the reader's language groups it. */
export function formatNumber(count: number, locale: string): string {
  try {
    return new Intl.NumberFormat(locale).format(count);
  } catch {
    return String(count);
  }
}

/** 02:15, 1:02:15, or with days left over `2d`-free hours: what a countdown shows for `ms`. Rounded up, so that 0 is really over. */
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
