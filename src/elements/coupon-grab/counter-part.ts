import { Part } from '../../core/part.js';

/** All that is of use only once there is a coupon. */
export const counter = new Part(async () => (await import(/* along */ './coupon-counter.js')).CouponCounter);
