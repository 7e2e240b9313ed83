import { QunHostDesk } from '../elements/host-desk/host-desk.js';
import { define } from './define.js';

define('qun-host-desk', QunHostDesk);
export { QunHostDesk };
