import { QunEntry } from '../elements/entry/entry.js';
import { define } from './define.js';

define('qun-entry', QunEntry);
export { QunEntry };
