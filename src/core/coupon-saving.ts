import type { Coupon, Money, Price } from '../protocol/index.js';

/** What a coupon does to a price: what is taken off, and what is left to pay. */
export interface CouponSaving {
  off: Money;
  then: Money;
}

/**
 * What `coupon` takes off one piece at `price`, rounded down so that no more is promised than is given. Undefined: nothing,
 * as where the minimum spend is not reached by one piece, or the currency is another.
 */
export function couponSaving({ value, minSpend }: Coupon, price: Price): CouponSaving | undefined {
  const { minor, currency } = price.kind === 'range' ? price.from : price.amount;
  if (minSpend && (minSpend.currency !== currency || minSpend.minor > minor)) return undefined;
  if (value.kind === 'amount' && value.amount.currency !== currency) return undefined;
  const off =
    value.kind === 'amount'
      ? Math.min(value.amount.minor, minor)
      : // In whole hundreds first: the product of a large price and a percentage is no safe integer.
        Math.floor(minor / 100) * value.percentOff + Math.floor(((minor % 100) * value.percentOff) / 100);
  if (off <= 0) return undefined;
  return { off: { minor: off, currency }, then: { minor: minor - off, currency } };
}
