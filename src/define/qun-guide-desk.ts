import { QunGuideDesk } from '../elements/guide-desk/guide-desk.js';
import { define } from './define.js';

define('qun-guide-desk', QunGuideDesk);
export { QunGuideDesk };
