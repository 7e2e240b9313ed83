import type { ServerClock } from '../core/server-clock.js';
import type { RoomTransport } from '../transport/room-transport.js';

/** What the actions of one room share. */
export interface RoomContext {
  transport: RoomTransport;
  clock: ServerClock;
  /** Resolves when the server knows this viewer. */
  join(): Promise<void>;
  makeId(): string;
}
