/** A room in code: for pages that draw it themselves, and for transports of their own. */
export { createRoom, type RoomOptions } from './stores/create-room.js';
export type { Connection, Room } from './stores/room.js';
export type { ConnectionStatus, Feed, FeedListener, RoomTransport } from './transport/room-transport.js';
export { SseTransport, type SseTransportOptions, type Token } from './transport/sse-transport.js';
