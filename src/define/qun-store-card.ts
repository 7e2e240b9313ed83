import { QunStoreCard } from '../elements/store-card/store-card.js';
import { define } from './define.js';

define('qun-store-card', QunStoreCard);
export { QunStoreCard };
