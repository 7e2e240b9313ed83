/**
 * A viewer wants their name to stand on the board of those who bring friends along, or not any more. Bubbles, composed,
 * cancelable: a page that keeps the board itself calls `respondWith()`, and the switch shows the outcome; one that only
 * prevents the event shows it itself; otherwise the room is asked.
 */
export class QunShowNameEvent extends Event {
  static readonly type = 'qun-show-name';
  readonly show: boolean;
  /** What the page has answered with; undefined where it left the work to the element. */
  answer: Promise<unknown> | undefined;

  constructor(show: boolean) {
    super(QunShowNameEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.show = show;
  }

  /** Takes it over. Resolved, it is so; rejected, it is as it was. */
  respondWith(answer: unknown): void {
    this.answer ??= Promise.resolve(answer);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-show-name': QunShowNameEvent;
  }
}
