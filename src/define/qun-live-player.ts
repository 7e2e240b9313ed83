import { QunLivePlayer } from '../elements/live-player/live-player.js';
import { define } from './define.js';

define('qun-live-player', QunLivePlayer);

export { QunLivePlayer };
