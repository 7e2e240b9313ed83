import type { Contact } from '../protocol/index.js';

/**
 * A viewer sees the card of `contact` and needs one of its codes. Bubbles, composed, cancelable: a page that counts who got
 * which calls `respondWith()` with the id of a code, or null where none is free. Only prevented, no code is shown. Otherwise
 * the room is asked, and without one the first code that is still good is shown.
 */
export class QunOpenContactEvent extends Event {
  static readonly type = 'qun-open-contact';
  readonly contact: Contact;
  #answer: Promise<string | null> | undefined;

  constructor(contact: Contact) {
    super(QunOpenContactEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.contact = contact;
  }

  /** What the page has promised, if it has. */
  get answer(): Promise<string | null> | undefined {
    return this.#answer;
  }

  /** Id of the code that is this viewer's; null: none is free. */
  respondWith(codeId: string | null | Promise<string | null>): void {
    this.#answer ??= Promise.resolve(codeId);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-open-contact': QunOpenContactEvent;
  }
}
