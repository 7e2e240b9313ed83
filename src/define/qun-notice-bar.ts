import { QunNoticeBar } from '../elements/notice-bar/notice-bar.js';
import { define } from './define.js';

define('qun-notice-bar', QunNoticeBar);
export { QunNoticeBar };
