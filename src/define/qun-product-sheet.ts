import { QunProductSheet } from '../elements/product-sheet/product-sheet.js';
import { define } from './define.js';

define('qun-product-sheet', QunProductSheet);
export { QunProductSheet };
