/** What the merchant's staff need: the host desk, and the player for its preview; report and guides' desk come when a page has them. */
import './define/qun-host-desk.js';
import './define/qun-live-player.js';
import './define/later-staff-elements.js';

export { QunError } from './protocol/qun-error.js';
