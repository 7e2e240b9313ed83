import type { Room } from '../stores/room.js';

/** A room has said for the first time how it stands. Bubbles, composed, not cancelable. */
export class QunRoomOpenedEvent extends Event {
  static readonly type = 'qun-room-opened';
  readonly room: Room;

  constructor(room: Room) {
    super(QunRoomOpenedEvent.type, { bubbles: true, composed: true });
    this.room = room;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-room-opened': QunRoomOpenedEvent;
  }
}
