import { QunError, readAround, type ContactCode, type RoomState } from '../../protocol/index.js';
import type { RoomStore } from '../store/room-store.js';

interface Asked {
  room: string;
  state: RoomState;
  viewer: string;
  contactId: string;
  now: number;
}

/**
 * The code of a contact that is this viewer's to scan: the one they were given while it is good, else the first that is good and not
 * full. undefined: there is none. A group takes no more viewers than its code says, whichever process asks. Throws `not-found`.
 */
export async function codeFor(store: RoomStore, asked: Asked): Promise<string | undefined> {
  const { room, state, viewer, contactId, now } = asked;
  const contact = readAround(state.around).contacts.find(one => one.id === contactId);
  if (!contact) throw new QunError('not-found', { detail: `no contact ${contactId}`, path: 'contactId' });
  const good = contact.codes.filter(({ expiresAt }) => expiresAt === undefined || now < expiresAt);
  if (good.length === 0) return undefined;
  const nameOf = (code: ContactCode) => `contact:${contactId}:${code.id}`;
  const given = new Set(await store.marks(room, viewer));
  const kept = good.find(code => given.has(nameOf(code)));
  if (kept) return kept.id;
  const taken = await store.counted(room, good.map(nameOf));
  for (const [i, code] of good.entries()) {
    if (code.capacity === undefined) return code.id;
    if (taken[i]! >= code.capacity) continue;
    // Several may ask for the last place: each is told which one they are.
    const place = await store.count(room, nameOf(code), viewer);
    if (place > code.capacity) continue;
    await store.mark(room, { viewer, name: nameOf(code), on: true, at: now });
    return code.id;
  }
  return undefined;
}
