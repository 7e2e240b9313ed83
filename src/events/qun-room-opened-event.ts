import type { Room } from '../stores/room.js';

/** The room's first state has arrived. Told by the element that opened the room. Bubbles, composed, not cancelable. */
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
