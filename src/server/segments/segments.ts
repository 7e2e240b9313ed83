import { QunError } from '../../protocol/index.js';
import type { Hub } from '../hub/hub.js';
import type { RoomStore } from '../store/room-store.js';
import { RoomSegments, type SegmentOptions } from './room-segments.js';

/** The rooms of one process as files. */
export class Segments {
  readonly #rooms: Map<string, RoomSegments>;

  constructor(hub: Hub, store: RoomStore, options: SegmentOptions = {}) {
    this.#rooms = new Map(
      hub.rooms.map(({ id }) => [id, new RoomSegments(hub.feed(id), store, options)] as const),
    );
  }

  /** Throws `room-not-found`. */
  of(room: string): RoomSegments {
    const segments = this.#rooms.get(room);
    if (segments) return segments;
    throw new QunError('room-not-found', { detail: `no room ${room.slice(0, 64)} on this server` });
  }

  close(): void {
    for (const room of this.#rooms.values()) room.close();
  }
}
