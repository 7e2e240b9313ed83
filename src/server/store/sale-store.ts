import type { Reservation, ReserveAnswer, SaleFigures, Wait } from '../../protocol/index.js';
import type { Answered, Receipt } from './receipt.js';

/** Why nothing new is kept for a viewer whatever is left; who has something kept is never asked this. */
export type ReserveRefusal = Exclude<
  ReserveAnswer,
  { result: 'held' | 'already' | 'waiting' | 'taken' | 'limit' }
>;

export interface ReserveRequest {
  saleId: string;
  variantId: string | undefined;
  quantity: number;
  /** The merchant's own id of the viewer. */
  subject: string | undefined;
  gate: ReserveRefusal | null;
  /** Stand in line where too little is free. */
  wait: boolean;
  /** Who stands in line gets nothing from then on, ms. Absent or null: as long as the host does not stop the sale. */
  closesAt?: number | null | undefined;
  /** Pieces a viewer may have, kept and ordered together. */
  perViewer: number;
  holdMs: number;
  /** Of the reservation, if something can be kept. */
  id: string;
  at: number;
  receipt: Receipt;
}

export interface ReleaseRequest {
  saleId: string;
  at: number;
  receipt: Receipt;
}

/** An answer, and how the sale stands after it. */
export interface Traded<T> extends Answered<T> {
  figures: SaleFigures;
}

/** What a merchant's order says of a reservation. `at` is the server's time. */
export interface SettleRequest {
  room: string;
  orderId: string;
  /** `placed` and `paid` take the pieces; `cancelled` and `refunded` bring them back where `restock` says so. */
  status: 'placed' | 'paid' | 'cancelled' | 'refunded';
  reservationId: string;
  restock: boolean;
  at: number;
}

/** The same of several at once. */
export type SettleAllRequest = Omit<SettleRequest, 'reservationId'> & { reservationIds: readonly string[] };

export interface Settlement {
  /**
   * `counted`: the pieces are this order's. `late`: the time had run out and others have them. `returned`: they are free
   * again. `nothing`: it was so already, or the order had none.
   */
  result: 'counted' | 'late' | 'returned' | 'nothing';
  saleId: string;
  quantity: number;
}

/** Flash sales. What is kept too long is free again, and is offered to who waits, in order, by whatever comes next. */
export interface SaleStore {
  /**
   * Who has something kept and not ordered keeps it (`already`); then `gate`; then what this viewer may still have
   * (`limit`); then what is free. Who waits comes first: a newcomer gets only what nobody in line has use for.
   * What an answer promises (`held`, `already`, `waiting`) it promises for ever to the same key.
   */
  reserve(request: ReserveRequest): Promise<Traded<ReserveAnswer>>;
  /** Gives back what is kept and not ordered, and leaves the line. Once for a key, also where there was nothing. */
  release(request: ReleaseRequest): Promise<Traded<{ released: number }>>;
  /** Throws `reservation-unknown`; `order-conflict` where another order has it. Once for an order and status. */
  settle(request: SettleRequest): Promise<Settlement & { figures: SaleFigures }>;
  /**
   * All of an order's reservations in one step, or none: where one is unknown or another order's it throws as `settle`
   * does, and nothing has changed. In the order they were named.
   */
  settleAll(request: SettleAllRequest): Promise<({ id: string } & Settlement)[]>;
  /** By when they were kept; what ran out just now may be among them. */
  holdings(room: string, viewer: string): Promise<{ reservations: Reservation[]; waits: Wait[] }>;
}
