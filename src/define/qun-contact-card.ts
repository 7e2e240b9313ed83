import { QunContactCard } from '../elements/contact-card/contact-card.js';
import { define } from './define.js';

define('qun-contact-card', QunContactCard);
export { QunContactCard };
