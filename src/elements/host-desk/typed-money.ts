import { minorDigits } from '../../core/format-money.js';
import { parseMoney } from '../../core/parse-money.js';
import type { Money, Price } from '../../protocol/index.js';

/** What is paid, or the least of it. */
export const amountOf = (price: Price): Money => (price.kind === 'range' ? price.from : price.amount);

/** `12850` of CNY as `128.50`, as a host types it. */
export function typedMoney({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `price` with the amount a host has typed; the struck-out one stays while it is higher. Undefined: that is no amount. */
export function repriced(price: Price, typed: string): Price | undefined {
  const amount = parseMoney(typed, amountOf(price).currency);
  if (!amount) return undefined;
  const was = price.kind === 'struck' && price.was.minor > amount.minor ? price.was : undefined;
  return was ? { kind: 'struck', amount, was } : { kind: 'fixed', amount };
}
