import { QunProductShelf } from '../elements/product-shelf/product-shelf.js';
import { define } from './define.js';

define('qun-product-shelf', QunProductShelf);
export { QunProductShelf };
