/** The room server as a library: `npx qunlive serve` and the demo both stand on this. */
export {
  createRoomServer,
  type RoomServer,
  type RoomServerOptions,
  type ActAs,
} from './create-room-server.js';
export { recordRoom, type RecordRoomOptions } from './record/record-room.js';
export type { SegmentOptions } from './segments/room-segments.js';
export { readShows, ShowFault, type ShowFile } from './show/read-shows.js';
export { parseShow } from './show/parse-show.js';
export { parseReferral, type ReferralConfig } from './referral/config.js';
export { readReferral } from './referral/read-referral.js';
export { SqliteStore, type SqliteStoreOptions } from './store/sqlite/sqlite-store.js';
export type { RoomStore } from './store/room-store.js';
export type { Hub, HubOptions } from './hub/hub.js';
export type { MerchantTokenOptions } from './auth/merchant-tokens.js';
export type { TradeOptions } from './trade/trade.js';
export type { PageSigningOptions } from './wechat/page-signing.js';
export type { LogOptions } from './http/log.js';
