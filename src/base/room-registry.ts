import { createRoom } from '../stores/create-room.js';
import type { Room } from '../stores/room.js';
import { SseTransport, type SseTransportOptions, type Token } from '../transport/sse-transport.js';

interface Entry {
  readonly url: string;
  readonly transport: SseTransport;
  readonly room: Room;
  token: Token | undefined;
  holders: number;
}

/** Open rooms, so that elements which name the same one share its connection. Empty when nobody holds any. */
const entries = new Set<Entry>();

const find = (url: string, token: Token | undefined) =>
  [...entries].find(entry => entry.url === url && entry.token === token);

export interface RoomHandle {
  readonly room: Room;
  /** Goes on as the holder of `token`, without losing the room. False: others hold it too; open another one. */
  sign(token: Token | undefined): boolean;
  release: () => void;
}

/**
 * The room at `url`, connected for as long as somebody holds it. Those who bring a token of the merchant share with
 * those who bring the same one, and never with anonymous ones: nobody speaks in another's name by standing beside them.
 */
export function openRoom(
  url: string,
  options: Pick<SseTransportOptions, 'token' | 'consent'> = {},
): RoomHandle {
  const { token } = options;
  const entry = find(url, token) ?? makeEntry(url, options);
  entry.holders += 1;
  const letGo = entry.room.retain();
  let open = true;
  return {
    room: entry.room,
    sign(next) {
      if (next === entry.token) return true;
      if (entry.holders > 1 || find(url, next)) return false;
      entry.token = next;
      entry.transport.sign(next);
      return true;
    },
    release() {
      if (!open) return;
      open = false;
      letGo();
      entry.holders -= 1;
      // An element that is only moved lets go and takes again within one task; it finds its room as it left it.
      queueMicrotask(() => {
        if (entry.holders === 0) entries.delete(entry);
      });
    },
  };
}

function makeEntry(url: string, options: Pick<SseTransportOptions, 'token' | 'consent'>): Entry {
  const transport = new SseTransport({ ...options, url });
  const room = createRoom({ transport, id: url });
  const entry = { url, transport, room, token: options.token, holders: 0 };
  entries.add(entry);
  return entry;
}

/** How many rooms are open on this page. */
export const openRooms = (): number => entries.size;
