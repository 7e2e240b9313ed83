import type { Comment } from '../protocol/index.js';

/** Why a comment is reported. */
export type ReportReason = 'spam' | 'abuse' | 'fraud' | 'other';

/**
 * A viewer finds that staff should look at `comment`. Bubbles, composed, cancelable.
 *
 * A page that sees to it itself calls `respondWith()`; the viewer reads that it was done once the promise resolves, and
 * may try again where it rejects. Only prevented, nothing more happens.
 */
export class QunReportCommentEvent extends Event {
  static readonly type = 'qun-report-comment';
  readonly comment: Comment;
  readonly reason: ReportReason;
  #answer: Promise<unknown> | undefined;

  constructor(comment: Comment, reason: ReportReason) {
    super(QunReportCommentEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.comment = comment;
    this.reason = reason;
  }

  /** What the page has promised, if it has. */
  get answer(): Promise<unknown> | undefined {
    return this.#answer;
  }

  /** The page reports. The promise rejects with a QunError, or with any object that has a `code` of the code table. */
  respondWith(answer: Promise<unknown>): void {
    this.#answer = answer;
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-report-comment': QunReportCommentEvent;
  }
}
