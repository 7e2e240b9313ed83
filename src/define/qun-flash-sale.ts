import { QunFlashSale } from '../elements/flash-sale/flash-sale.js';
import { define } from './define.js';

define('qun-flash-sale', QunFlashSale);
export { QunFlashSale };
