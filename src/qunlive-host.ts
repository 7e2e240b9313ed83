/** What the merchant's staff need: the host desk, and the player for its preview. */
import './define/qun-host-desk.js';
import './define/qun-live-player.js';

export { QunError } from './protocol/qun-error.js';
