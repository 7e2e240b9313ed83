import { QunReminder } from '../elements/reminder/reminder.js';
import { define } from './define.js';

define('qun-reminder', QunReminder);
export { QunReminder };
