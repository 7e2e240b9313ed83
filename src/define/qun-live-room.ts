import { QunLiveRoom } from '../elements/live-room/live-room.js';
import { define } from './define.js';

define('qun-live-room', QunLiveRoom);
export { QunLiveRoom };
