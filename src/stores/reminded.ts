import { atom, type WritableAtom } from 'nanostores';
import type { Room } from './room.js';

const stores = new WeakMap<Room, WritableAtom<boolean>>();

/** Whether this viewer is reminded of the room's show: kept beside the room, so that all that show it agree. */
export function remindedOf(room: Room): WritableAtom<boolean> {
  let store = stores.get(room);
  if (!store) {
    const made = atom(room.$own.get().reserved ?? false);
    // As long as the room itself; what the server says anew outweighs what was heard before.
    room.$own.listen(({ reserved }) => made.set(reserved ?? false));
    stores.set(room, (store = made));
  }
  return store;
}

/**
 * Has the room remind this viewer of its show, or no more. Resolves to how it stands then, which everybody who shows it
 * has heard; rejects with a `QunError`.
 */
export async function remind(room: Room, on: boolean): Promise<boolean> {
  const { reserved } = await room.command({ type: 'reminder.set', on });
  remindedOf(room).set(reserved);
  return reserved;
}
