import { QunRoomReport } from '../elements/room-report/room-report.js';
import { define } from './define.js';

define('qun-room-report', QunRoomReport);
export { QunRoomReport };
