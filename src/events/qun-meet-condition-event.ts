import type { CouponCondition } from '../protocol/index.js';

/**
 * A viewer is ready to do what an offer asks for first: to follow the shop, say, or to reserve the show. Bubbles,
 * composed, cancelable: a page that lets them do it calls `respondWith()`, and the offer is asked for again once the promise
 * has come; only prevented, nothing more happens; otherwise a reservation of the show is made by the room, and the offer
 * asked for again at once, as what else it wants may have been done meanwhile.
 */
export class QunMeetConditionEvent extends Event {
  static readonly type = 'qun-meet-condition';
  readonly condition: CouponCondition;
  /** What the page has answered with; undefined where it did not. */
  answer: Promise<unknown> | undefined;

  constructor(condition: CouponCondition) {
    super(QunMeetConditionEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.condition = condition;
  }

  /** Comes when the viewer has done it and the page's token says so. Rejected, or false: they have not. */
  respondWith(answer: unknown): void {
    this.answer ??= Promise.resolve(answer);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-meet-condition': QunMeetConditionEvent;
  }
}
