/** What only a room's snapshot can fill: the talk, the shelf, the coupons, sharing, and the sheets they open in. */
import './define/qun-comment-stream.js';
import './define/qun-coupon-grab.js';
import './define/qun-product-carousel.js';
import './define/qun-share-to-group.js';
import './define/qun-sheet.js';
