import type { Comment, Quote } from '../protocol/index.js';

/** What a page's promise gives: the words as accepted. `held`: staff have to let them in first. */
export type Accepted = (Comment & { held?: boolean }) | undefined | void;

/**
 * A viewer wants to say `text`, already cleaned and short enough. Bubbles, composed, cancelable.
 *
 * A page that sends the words itself calls `respondWith()`; the element shows them as being sent until the promise
 * settles. Only prevented, the words stay in the field and nothing is sent.
 */
export class QunSendMessageEvent extends Event {
  static readonly type = 'qun-send-message';
  readonly text: string;
  /** What they answer to; undefined: nothing. */
  readonly replyTo: Quote | undefined;
  /** Id of the product they ask about; undefined: none. */
  readonly productId: string | undefined;
  #answer: Promise<Accepted> | undefined;

  constructor(text: string, replyTo?: Quote, productId?: string) {
    super(QunSendMessageEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.text = text;
    this.replyTo = replyTo;
    this.productId = productId;
  }

  /** What the page has promised, if it has. */
  get answer(): Promise<Accepted> | undefined {
    return this.#answer;
  }

  /**
   * The page sends. The promise gives the comment as accepted, or nothing where there is no more to know; it rejects
   * with a QunError, or with any object that has a `code` of the code table and perhaps `retryAfterMs`.
   */
  respondWith(answer: Promise<Accepted>): void {
    this.#answer = answer;
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-send-message': QunSendMessageEvent;
  }
}
