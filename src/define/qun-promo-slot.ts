import { QunPromoSlot } from '../elements/promo-slot/promo-slot.js';
import { define } from './define.js';

define('qun-promo-slot', QunPromoSlot);
export { QunPromoSlot };
