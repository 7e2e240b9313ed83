/**
 * Everything a viewer's page needs. The room and its picture are registered at once; what stays empty until the room's
 * snapshot has come is fetched while that is on its way, so it costs the first picture nothing.
 */
import './define/qun-live-player.js';
import './define/qun-live-room.js';
import './define/qun-room.js';
import { fetchPersistently } from './define/fetch-persistently.js';

void fetchPersistently(() => import('./qunlive-shop.js'));

export { addMessages } from './i18n/translate.js';
export { QunError } from './protocol/qun-error.js';
export { createRoom } from './stores/create-room.js';
export type { Room } from './stores/room.js';
export type { RoomTransport } from './transport/room-transport.js';
