import type { Lead } from '../protocol/index.js';

/**
 * A viewer follows where a notice or a promotion leads: a page, whose absolute `url` is told, or a contact's card. Bubbles,
 * composed, cancelable: a page that prevents it opens it in its own way. What leads to a product asks `qun-open-product`.
 */
export class QunOpenLeadEvent extends Event {
  static readonly type = 'qun-open-lead';
  readonly lead: Lead;
  readonly url: string | undefined;

  constructor(lead: Lead, url: string | undefined) {
    super(QunOpenLeadEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.lead = lead;
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-open-lead': QunOpenLeadEvent;
  }
}
