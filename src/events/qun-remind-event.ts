import type { RemindAnswer } from '../core/remind-answer.js';

/**
 * A viewer wants to be reminded of a show, or not any more. Bubbles, composed, cancelable: a page that sends messages of
 * its own, as a service account does, calls `respondWith()`, and the element shows what came of it; the room is told as
 * well, so that what is for those who reserved is theirs. Only prevented, nothing more happens. Otherwise the room is asked.
 */
export class QunRemindEvent extends Event {
  static readonly type = 'qun-remind';
  /** False: not any more. */
  readonly on: boolean;
  /** When the show is announced for, ms; undefined: not known. */
  readonly startsAt: number | undefined;
  /** Title of the show. */
  readonly title: string;
  #answer: Promise<RemindAnswer | undefined | void> | undefined;

  constructor(on: boolean, startsAt: number | undefined, title: string) {
    super(QunRemindEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.on = on;
    this.startsAt = startsAt;
    this.title = title;
  }

  /** What the page has promised, if it has. */
  get answer(): Promise<RemindAnswer | undefined | void> | undefined {
    return this.#answer;
  }

  /**
   * The page does it. The promise gives a state by its name or number, whether they are reminded now, or nothing where it
   * is done; it rejects with a QunError.
   */
  respondWith(answer: RemindAnswer | Promise<RemindAnswer | undefined | void>): void {
    this.#answer ??= Promise.resolve(answer);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-remind': QunRemindEvent;
  }
}
