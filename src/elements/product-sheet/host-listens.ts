import type { RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';

/** Whether a viewer's question can be put to the host of a room now. */
export function hostListens(state: RoomState | undefined, room: Room | undefined): boolean {
  if (!state || !room || state.phase === 'ended' || state.phase === 'replay') return false;
  return state.talk?.mode !== 'staff' || room.$viewer.get()?.role !== 'viewer';
}
