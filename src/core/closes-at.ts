import type { Coupon } from '../protocol/index.js';

/** When a coupon of these terms closes if it opens at `opensAt`, ms. */
export function couponClosesAt(expires: Coupon['expires'], opensAt: number): number | null {
  if (expires.kind === 'after') return opensAt + expires.minutes * 60_000;
  return expires.kind === 'at' ? expires.at : null;
}
