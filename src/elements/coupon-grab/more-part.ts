import { Part } from '../../core/part.js';

/** What only draws, crowds and coupons with conditions or products of their own need. */
export const couponMore = new Part(async () => (await import('./coupon-more.js')).CouponMore);
