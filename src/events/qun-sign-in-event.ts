/**
 * A viewer has to sign in before they can go on. Bubbles, composed, cancelable: a page that prevents it opens its own
 * sign-in; otherwise the element tries again, as the viewer may have signed in elsewhere by now.
 */
export class QunSignInEvent extends Event {
  static readonly type = 'qun-sign-in';

  constructor() {
    super(QunSignInEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-sign-in': QunSignInEvent;
  }
}
