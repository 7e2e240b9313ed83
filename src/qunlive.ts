/** Everything a viewer's page needs: registers the elements, and exports the little that is wanted beside them. */
import './define/qun-comment-stream.js';
import './define/qun-coupon-grab.js';
import './define/qun-live-player.js';
import './define/qun-live-room.js';
import './define/qun-product-carousel.js';
import './define/qun-room.js';
import './define/qun-share-to-group.js';
import './define/qun-sheet.js';

export { addMessages } from './i18n/translate.js';
export { QunError } from './protocol/qun-error.js';
export { createRoom } from './stores/create-room.js';
export type { Room } from './stores/room.js';
export type { RoomTransport } from './transport/room-transport.js';
