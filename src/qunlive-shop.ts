/** What only a room's snapshot can fill: the talk, the shelf, the coupons, sharing, and the sheets they open in. */
import { defineInTurns } from './define/define-in-turns.js';
import { QunCommentStream } from './elements/comment-stream/comment-stream.js';
import { QunCouponGrab } from './elements/coupon-grab/coupon-grab.js';
import { QunProductCarousel } from './elements/product-carousel/product-carousel.js';
import { QunShareToGroup } from './elements/share-to-group/share-to-group.js';
import { QunSheet } from './elements/sheet/sheet.js';

void defineInTurns({
  'qun-comment-stream': QunCommentStream,
  'qun-product-carousel': QunProductCarousel,
  'qun-coupon-grab': QunCouponGrab,
  'qun-share-to-group': QunShareToGroup,
  'qun-sheet': QunSheet,
});
