import { QunRoom } from '../elements/room/room.js';
import { define } from './define.js';

define('qun-room', QunRoom);
export { QunRoom };
