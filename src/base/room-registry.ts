import { createRoom } from '../stores/create-room.js';
import type { Room } from '../stores/room.js';
import { SseTransport, type SseTransportOptions } from '../transport/sse-transport.js';

interface Entry {
  room: Room;
  holders: number;
}

/** Rooms by URL, so that elements which name the same one share its connection. Empty when nobody holds any. */
const rooms = new Map<string, Entry>();

export interface RoomHandle {
  room: Room;
  release(): void;
}

/** The room at `url`, connected for as long as somebody holds it. Options count for the first holder only. */
export function openRoom(url: string, options: Omit<SseTransportOptions, 'url'> = {}): RoomHandle {
  let entry = rooms.get(url);
  if (!entry) {
    entry = { room: createRoom({ transport: new SseTransport({ ...options, url }), id: url }), holders: 0 };
    rooms.set(url, entry);
  }
  const held = entry;
  held.holders += 1;
  const letGo = held.room.retain();
  let open = true;
  return {
    room: held.room,
    release() {
      if (!open) return;
      open = false;
      letGo();
      held.holders -= 1;
      if (held.holders === 0) rooms.delete(url);
    },
  };
}
