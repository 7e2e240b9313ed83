import type { Comment } from '../protocol/index.js';

/** Words of this viewer were accepted. Bubbles, composed, not cancelable. */
export class QunMessageSentEvent extends Event {
  static readonly type = 'qun-message-sent';
  readonly comment: Comment;

  constructor(comment: Comment) {
    super(QunMessageSentEvent.type, { bubbles: true, composed: true });
    this.comment = comment;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-message-sent': QunMessageSentEvent;
  }
}
