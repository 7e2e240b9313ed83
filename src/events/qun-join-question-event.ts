import type { Question } from '../protocol/index.js';

/**
 * A viewer asks an open question as well ("me too"). Bubbles, composed, cancelable.
 *
 * A page that counts itself calls `respondWith()`. Only prevented, nothing more happens.
 */
export class QunJoinQuestionEvent extends Event {
  static readonly type = 'qun-join-question';
  readonly question: Question;
  #answer: Promise<number | void> | undefined;

  constructor(question: Question) {
    super(QunJoinQuestionEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.question = question;
  }

  /** What the page has promised, if it has. */
  get answer(): Promise<number | void> | undefined {
    return this.#answer;
  }

  /** The page counts. The promise may give how many ask it now; it rejects with a QunError or an object with a `code`. */
  respondWith(answer: Promise<number | void>): void {
    this.#answer = answer;
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-join-question': QunJoinQuestionEvent;
  }
}
