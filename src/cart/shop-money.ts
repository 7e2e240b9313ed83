import { minorDigits } from '../core/format-money.js';
import type { Money } from '../protocol/index.js';

/** A shop's whole number of units of which `digits` are behind the point, as ours. */
export function shopMoney(units: number | string, digits: number, currency: string): Money {
  const shift = minorDigits(currency) - digits;
  const text = String(units).replace(/\..*$/, '');
  // Digits are added or cut as text: a product of floats may miss by one.
  const minor = shift >= 0 ? Number(text + '0'.repeat(shift)) : Math.round(Number(text) / 10 ** -shift);
  return { minor, currency };
}
