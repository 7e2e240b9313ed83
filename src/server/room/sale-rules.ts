import type { Reservation, ReserveAnswer, SaleFigures, Wait } from '../../protocol/index.js';
import type { ReserveRequest, SettleAllRequest, SettleRequest, Settlement } from '../store/sale-store.js';
import { Counts, free, keep, order, serve } from './keep-pieces.js';
import { figuresOf, noStockYet, type Hold, type SaleBook, type SaleCount, type Waiter } from './sale-book.js';

interface Ruled<T> {
  answer: T;
  figures: SaleFigures;
}

/** Answers that promise something: given again for the same key, whatever has happened since. */
export const isPromise = ({ result }: ReserveAnswer) =>
  result === 'held' || result === 'already' || result === 'waiting';

export const reservationOf = ({ id, saleId, variantId, quantity, at, until, state }: Hold): Reservation => ({
  id,
  saleId,
  ...(variantId === undefined ? {} : { variantId }),
  quantity,
  at,
  until: state === 'ordered' ? null : until,
});

export const waitOf = ({ saleId, variantId, quantity, ticket }: Waiter, ahead: number): Wait => ({
  saleId,
  ...(variantId === undefined ? {} : { variantId }),
  quantity,
  ticket,
  ahead,
});

/**
 * Asks for pieces. The order of these lines is the promise: who has something kept keeps it; then the gate; then what
 * this viewer may have; then what nobody in line has use for; then the line.
 */
export function reserve(book: SaleBook, request: ReserveRequest): Ruled<ReserveAnswer> {
  const counts = new Counts(book);
  const sale = counts.of(request.saleId);
  if (!sale) throw noStockYet(request.saleId);
  counts.sweep([sale.id], book.heldBy(sale.id, request.receipt.viewer));
  const answer = answerFor(book, sale, request);
  counts.done();
  return { answer, figures: figuresOf(sale) };
}

function answerFor(book: SaleBook, sale: SaleCount, request: ReserveRequest): ReserveAnswer {
  const { gate, quantity, perViewer, holdMs, at, id, subject, variantId } = request;
  const { viewer } = request.receipt;
  const held = book.heldBy(sale.id, viewer);
  if (held) return { result: 'already', reservation: reservationOf(held) };
  if (gate) return gate;
  const had = book.orderedBy(sale.id, viewer);
  if (had + quantity > perViewer) return { result: 'limit', limit: perViewer, had };
  const waiter = book.waiter(sale.id, viewer);
  const asked = { id, saleId: sale.id, viewer, subject, variantId, quantity, perViewer };
  if (quantity <= sale.left) {
    if (waiter) leave(book, sale, waiter);
    const hold: Hold = { ...asked, at, until: at + holdMs, state: 'held', orderId: undefined };
    keep(book, sale, hold);
    return { result: 'held', reservation: reservationOf(hold) };
  }
  if (waiter) return { result: 'waiting', wait: waitOf(waiter, book.ahead(waiter)) };
  const { left, waiting } = sale;
  if (left + sale.held === 0) return { result: 'sold-out' };
  // What is more than can come back is not waited for.
  if (!request.wait || quantity > left + sale.held) return { result: 'taken', left, waiting };
  sale.tickets += 1;
  sale.waiting += 1;
  const last: Waiter = { ...asked, holdMs, ticket: sale.tickets, closesAt: request.closesAt ?? null };
  book.addWaiter(last);
  return { result: 'waiting', wait: waitOf(last, waiting) };
}

function leave(book: SaleBook, sale: SaleCount, waiter: Waiter): void {
  book.dropWaiter(waiter);
  sale.waiting -= 1;
}

/** Gives back what is kept, and leaves the line. */
export function release(book: SaleBook, saleId: string, viewer: string): Ruled<{ released: number }> {
  const counts = new Counts(book);
  const sale = counts.of(saleId);
  if (!sale) throw noStockYet(saleId);
  counts.sweep([saleId], book.heldBy(saleId, viewer));
  const waiter = book.waiter(saleId, viewer);
  if (waiter) leave(book, sale, waiter);
  const held = book.heldBy(saleId, viewer);
  if (held) {
    free(book, sale, held, 'released');
    serve(book, sale);
  }
  counts.done();
  return { answer: { released: held?.quantity ?? 0 }, figures: figuresOf(sale) };
}

/** What time alone does: called now and then with all sales of the room. */
export function tend(book: SaleBook, saleIds: readonly string[]): void {
  const counts = new Counts(book);
  for (const id of saleIds) counts.of(id);
  counts.sweep(saleIds);
  counts.done();
}

/** An order's word on a reservation, whatever order its words come in: one that is off stays off. */
export function settle(
  book: SaleBook,
  { orderId, status, reservationId, restock }: SettleRequest,
): (Settlement & { figures: SaleFigures }) | 'unknown' | 'conflict' {
  const known = book.hold(reservationId);
  if (!known) return 'unknown';
  const off = status === 'cancelled' || status === 'refunded';
  if (!off && isAnothers(known, orderId)) return 'conflict';
  const counts = new Counts(book);
  const sale = counts.of(known.saleId)!;
  counts.sweep([sale.id], known.state === 'held' ? known : undefined);
  const hold = book.hold(reservationId)!;
  const result = (off ? callOff : take)(book, sale, hold, orderId, restock);
  counts.done();
  return { result, saleId: sale.id, quantity: hold.quantity, figures: figuresOf(sale) };
}

/** Why an order may not have its reservations, and which one stands in the way. */
export interface Refused {
  refused: 'unknown' | 'conflict';
  id: string;
}

/** All of an order's reservations, or none where one is unknown or another order's. */
export function settleAll(
  book: SaleBook,
  { reservationIds, ...said }: SettleAllRequest,
): ({ id: string } & Settlement)[] | Refused {
  const off = said.status === 'cancelled' || said.status === 'refunded';
  for (const id of reservationIds) {
    const hold = book.hold(id);
    if (!hold) return { refused: 'unknown', id };
    if (!off && isAnothers(hold, said.orderId)) return { refused: 'conflict', id };
  }
  return reservationIds.map(reservationId => {
    const settled = settle(book, { ...said, reservationId });
    // Looked at above, within the same transaction.
    if (typeof settled === 'string') throw new Error(`${reservationId} is ${settled}`);
    const { result, saleId, quantity } = settled;
    return { id: reservationId, result, saleId, quantity };
  });
}

const isTaken = ({ state }: Hold) => state === 'ordered' || state === 'spent';
const isAnothers = (hold: Hold, orderId: string) => isTaken(hold) && hold.orderId !== orderId;

function take(book: SaleBook, sale: SaleCount, hold: Hold, orderId: string): Settlement['result'] {
  if (isTaken(hold)) return 'nothing';
  if (book.isOff(hold.id, orderId)) return 'nothing';
  if (hold.state === 'free' && !mayHaveStill(book, sale, hold)) return 'late';
  order(book, sale, hold, orderId);
  return 'counted';
}

/** Too late, and still nobody else's, nor more than this viewer may have. */
function mayHaveStill(book: SaleBook, sale: SaleCount, { quantity, perViewer, viewer }: Hold): boolean {
  if (book.heldBy(sale.id, viewer) || book.waiter(sale.id, viewer)) return false;
  return quantity <= sale.left && book.orderedBy(sale.id, viewer) + quantity <= perViewer;
}

function callOff(
  book: SaleBook,
  sale: SaleCount,
  hold: Hold,
  orderId: string,
  restock: boolean,
): Settlement['result'] {
  book.callOff(hold.id, orderId);
  if (!isTaken(hold) || hold.orderId !== orderId) return 'nothing';
  if (!restock) {
    book.saveHold({ ...hold, state: 'spent' });
    return 'nothing';
  }
  free(book, sale, hold, 'returned');
  serve(book, sale);
  return 'returned';
}
