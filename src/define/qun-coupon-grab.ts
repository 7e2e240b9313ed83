import { QunCouponGrab } from '../elements/coupon-grab/coupon-grab.js';
import { define } from './define.js';

define('qun-coupon-grab', QunCouponGrab);
export { QunCouponGrab };
