import { QunProductCarousel } from '../elements/product-carousel/product-carousel.js';
import { define } from './define.js';

define('qun-product-carousel', QunProductCarousel);
export { QunProductCarousel };
