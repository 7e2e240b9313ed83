/**
 * A viewer has given `count` likes: the taps of the last few seconds, gathered. Bubbles, composed, cancelable.
 *
 * A page that counts them itself calls `respondWith()`; where the promise rejects with a temporary error they are given
 * again. Only prevented, they are taken as counted.
 */
export class QunReactEvent extends Event {
  static readonly type = 'qun-react';
  /** 1 to 30. */
  readonly count: number;
  #answer: Promise<number | undefined | void> | undefined;

  constructor(count: number) {
    super(QunReactEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.count = count;
  }

  /** What the page has promised, if it has. */
  get answer(): Promise<number | undefined | void> | undefined {
    return this.#answer;
  }

  /**
   * The page counts. The promise gives the total, or nothing where it is not known; it rejects with a QunError, or with
   * any object that has a `code` of the code table and perhaps `retryAfterMs`.
   */
  respondWith(answer: Promise<number | undefined | void>): void {
    this.#answer = answer;
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-react': QunReactEvent;
  }
}
