import { QunError, type SaleFigures } from '../../protocol/index.js';
import type { LedgerType } from '../store/ledger-store.js';

/** How a flash sale stands. `total = left + held + sold`, always. */
export interface SaleCount extends SaleFigures {
  id: string;
  total: number;
  /** Places in line given out so far. */
  tickets: number;
  /** The log says that it is sold out. */
  gone: boolean;
  /** The show as last loaded has it. */
  listed: boolean;
}

/** Pieces that are or were kept for a viewer. */
export interface Hold {
  id: string;
  saleId: string;
  viewer: string;
  /** The merchant's own id of the viewer. */
  subject: string | undefined;
  variantId: string | undefined;
  quantity: number;
  /** Pieces this viewer may have, kept and ordered together. */
  perViewer: number;
  at: number;
  until: number;
  /** `spent`: its order is off, and the pieces do not come back. `free`: run out, given back, or returned. */
  state: 'held' | 'ordered' | 'spent' | 'free';
  /** The order that has them, or had them last. */
  orderId: string | undefined;
}

/** Somebody in line. */
export interface Waiter extends Omit<Hold, 'at' | 'until' | 'state' | 'orderId'> {
  /** `id` is that of the reservation they will have. */
  holdMs: number;
  ticket: number;
  /** Nothing is kept for them from then on, ms. */
  closesAt: number | null;
}

/** Where the rules look things up and write them down: all within one transaction. */
export interface SaleBook {
  /** ms. */
  readonly at: number;
  sale(id: string): SaleCount | undefined;
  saveSale(sale: SaleCount): void;
  hold(id: string): Hold | undefined;
  /** What is kept for this viewer and not ordered: one at most. */
  heldBy(saleId: string, viewer: string): Hold | undefined;
  /** Pieces this viewer has ordered. */
  orderedBy(saleId: string, viewer: string): number;
  saveHold(hold: Hold): void;
  /** Held, and over by now; by the time they ran out, then by id. */
  expired(most: number): Hold[];
  waiter(saleId: string, viewer: string): Waiter | undefined;
  addWaiter(waiter: Waiter): void;
  dropWaiter(waiter: Waiter): void;
  /** The first in line who wants no more than `left`. */
  firstFor(saleId: string, left: number): Waiter | undefined;
  /** How many are before this one. */
  ahead(waiter: Waiter): number;
  /** This order is off, for this reservation. */
  isOff(hold: string, orderId: string): boolean;
  callOff(hold: string, orderId: string): void;
  tell(type: LedgerType, data: object): void;
  /** Says it in the room's log. */
  soldOut(saleId: string, soldOut: boolean): void;
}

/** Sales the show names and the store has no numbers of: it has begun anew, and the show is about to be loaded. */
export const noStockYet = (saleId: string) =>
  new QunError('overloaded', { detail: `no stock of ${saleId} yet`, retryAfterMs: 1000 });

export const figuresOf = ({ left, held, sold, waiting, served }: SaleFigures): SaleFigures => ({
  left,
  held,
  sold,
  waiting,
  served,
});

/** A show whose `i`th sale has fewer pieces than are kept and ordered. */
export const tooFew = (i: number, taken: number) => {
  const path = `sales[${i}].total`;
  return new QunError('bad-config', { path, detail: `${path}: ${taken} are held or ordered already` });
};
