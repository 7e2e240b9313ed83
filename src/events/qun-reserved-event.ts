import type { Reservation, Sale } from '../protocol/index.js';

/** Pieces of a flash sale are kept for the viewer from now on. Bubbles, composed, not cancelable. */
export class QunReservedEvent extends Event {
  static readonly type = 'qun-reserved';
  readonly sale: Sale;
  /** Its `id` is what the shop's order names; `until` when it runs out. */
  readonly reservation: Reservation;

  constructor(sale: Sale, reservation: Reservation) {
    super(QunReservedEvent.type, { bubbles: true, composed: true });
    this.sale = sale;
    this.reservation = reservation;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-reserved': QunReservedEvent;
  }
}
