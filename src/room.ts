/**
 * A room without elements: for pages that draw their own, and for transports of their own.
 * `import { createRoom, SseTransport } from 'qunlive/room.js'`
 */
export { createRoom, type RoomOptions } from './stores/create-room.js';
export type { Cart } from './stores/cart.js';
export type { Connection, Playhead, Room } from './stores/room.js';
export { SseTransport, type SseTransportOptions, type Token } from './transport/sse-transport.js';
export type {
  ConnectionStatus,
  Feed,
  FeedListener,
  HistoryQuery,
  RoomTransport,
} from './transport/room-transport.js';
export type {
  CartAnswer,
  CartContents,
  CartItem,
  CartLine,
  CartReply,
  CartShop,
  Checkout,
} from './core/cart.js';
export type { Chapter, DateSpan } from './core/chapters.js';
export { ServerClock } from './core/server-clock.js';
export { couponPhase, type ClaimState, type CouponPhase } from './core/coupon-phase.js';
export type { CommentLine, CommentWindow } from './core/comment-window.js';
export { pickText } from './core/pick-text.js';
export { codes, QunError } from './protocol/index.js';
export type { Code, QunErrorOptions } from './protocol/index.js';
export type {
  AnswerOf,
  Claim,
  ClaimAnswer,
  Command,
  Comment,
  Coupon,
  HistoryPage,
  HostCommand,
  LocalText,
  Money,
  Phase,
  Pin,
  Position,
  Price,
  Product,
  RoomState,
  Session,
  Speaker,
} from './protocol/index.js';
