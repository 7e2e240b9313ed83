import type { QunError } from '../protocol/index.js';

/**
 * Something failed; the viewer has been told where it concerns them. Bubbles, composed, not cancelable.
 * `error.code` is a name of the code table.
 */
export class QunErrorEvent extends Event {
  static readonly type = 'qun-error';
  readonly error: QunError;

  constructor(error: QunError) {
    super(QunErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-error': QunErrorEvent;
  }
}
