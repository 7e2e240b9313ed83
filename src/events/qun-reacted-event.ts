/** Likes of this viewer were counted. Bubbles, composed, not cancelable. */
export class QunReactedEvent extends Event {
  static readonly type = 'qun-reacted';
  /** How many at once. */
  readonly count: number;
  /** All likes of the room; undefined: not known. */
  readonly total: number | undefined;

  constructor(count: number, total?: number) {
    super(QunReactedEvent.type, { bubbles: true, composed: true });
    this.count = count;
    this.total = total;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-reacted': QunReactedEvent;
  }
}
