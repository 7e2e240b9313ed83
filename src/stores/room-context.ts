import type { ServerClock } from '../core/server-clock.js';
import type { Session } from '../protocol/index.js';
import type { RoomTransport } from '../transport/room-transport.js';

/** What the actions of one room share. */
export interface RoomContext {
  transport: RoomTransport;
  clock: ServerClock;
  join(): Promise<Session>;
  makeId(): string;
}
