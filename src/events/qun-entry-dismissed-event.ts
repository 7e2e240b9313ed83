/** A viewer has put the way into the show away. Bubbles, composed, not cancelable. */
export class QunEntryDismissedEvent extends Event {
  static readonly type = 'qun-entry-dismissed';

  constructor() {
    super(QunEntryDismissedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-entry-dismissed': QunEntryDismissedEvent;
  }
}
