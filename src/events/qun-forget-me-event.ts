/**
 * A viewer wants to be forgotten among those who pass the room on. Bubbles, composed, cancelable: a page that keeps the
 * board itself calls `respondWith()`, and the element shows the outcome; one that only prevents the event shows it itself;
 * otherwise the room is asked.
 */
export class QunForgetMeEvent extends Event {
  static readonly type = 'qun-forget-me';
  /** What the page has answered with; undefined where it left the work to the element. */
  answer: Promise<unknown> | undefined;

  constructor() {
    super(QunForgetMeEvent.type, { bubbles: true, composed: true, cancelable: true });
  }

  /** Takes it over. Resolved, they are forgotten; rejected, nothing has happened. */
  respondWith(answer: unknown): void {
    this.answer ??= Promise.resolve(answer);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-forget-me': QunForgetMeEvent;
  }
}
