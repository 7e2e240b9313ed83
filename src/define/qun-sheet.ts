import { QunSheet } from '../elements/sheet/sheet.js';
import { define } from './define.js';

define('qun-sheet', QunSheet);
export { QunSheet };
