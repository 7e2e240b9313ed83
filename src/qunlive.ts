/**
 * Everything a viewer's page needs. The room and its picture are registered at once; what stays empty until the room's
 * snapshot has come is fetched while that is on its way, so it costs the first picture nothing.
 */
import { defineInTurns } from './define/define-in-turns.js';
import { fetchPersistently } from './define/fetch-persistently.js';
import { whenShopIsWanted } from './define/when-shop-is-wanted.js';
import { QunLivePlayer } from './elements/live-player/live-player.js';
import { QunLiveRoom } from './elements/live-room/live-room.js';
import { QunRoom } from './elements/room/room.js';
import { beginEarly } from './media/early.js';

const shop = [
  ...['qun-live-room', 'qun-room', 'qun-comment-stream', 'qun-product-carousel'],
  ...['qun-coupon-grab', 'qun-share-to-group', 'qun-sheet'],
];
beginEarly();
void defineInTurns({ 'qun-live-player': QunLivePlayer, 'qun-room': QunRoom, 'qun-live-room': QunLiveRoom });
void whenShopIsWanted(shop).then(() => {
  // In a file of its own, with all that several parts share; asked for here, so that the shop need not wait for it.
  import('./platform/copy-text.js').catch(() => undefined);
  void fetchPersistently(() => import('./define/later-elements.js'));
  return fetchPersistently(() => import('./qunlive-shop.js'));
});

export { addMessages } from './i18n/translate.js';
export { QunError } from './protocol/qun-error.js';
export { createRoom } from './stores/create-room.js';
export type { Room } from './stores/room.js';
export type { RoomTransport } from './transport/room-transport.js';
