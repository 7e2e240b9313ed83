import type { ServerClock } from '../core/server-clock.js';
import type { Session } from '../protocol/index.js';
import type { RoomTransport } from '../transport/room-transport.js';

/** What the actions of one room share. */
export interface RoomContext {
  transport: RoomTransport;
  clock: ServerClock;
  /** Resolves when the server knows this viewer. */
  join(): Promise<void>;
  makeId(): string;
  /** Who this viewer is and what they hold, as last heard; undefined: not joined yet. */
  session(): Session | undefined;
  /** Asks that anew. Rejects with a QunError. */
  renew(): Promise<void>;
}
