/**
 * A viewer wants into the show from another page of the shop. Bubbles, composed, cancelable: a page that prevents it opens
 * the show in its own way; otherwise the element leads to `url`, or opens the room over the page where it was told so.
 */
export class QunOpenRoomEvent extends Event {
  static readonly type = 'qun-open-room';
  /** The room's own URL; undefined: the element has none. */
  readonly room: string | undefined;
  /** The page of the show; undefined: it opens over this one. */
  readonly url: string | undefined;

  constructor(room: string | undefined, url: string | undefined) {
    super(QunOpenRoomEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.room = room;
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-open-room': QunOpenRoomEvent;
  }
}
