import type { Money } from '../protocol/index.js';
import { minorDigits } from './format-money.js';

/**
 * A price as people and shops write it (`129`, `129.9`, `1,299.00`) in whole minor units, without ever making a float of
 * it. Undefined: it is none, is below zero, or has more decimals than the currency.
 */
export function parseMoney(text: string | number, currency: string): Money | undefined {
  const found = /^(\d[\d,\s]*)(?:\.(\d*))?$/.exec(String(text).normalize('NFKC').trim());
  if (!found || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const digits = minorDigits(currency);
  const fraction = (found[2] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return undefined;
  const minor = Number(found[1]!.replace(/[,\s]/g, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined;
}
