import type { ClaimRequest } from './receipt.js';

/** What the merchant's books are told, in the order it happened. Written with what it tells of, or not at all. */
export interface LedgerEntry {
  /** 1, 2, 3 … within a room's epoch. */
  n: number;
  at: number;
  type: LedgerType;
  /** Ids, amounts and the merchant's own id of the person; no names, no words. */
  data: Readonly<Record<string, unknown>>;
}

export type LedgerType =
  | 'claim.won'
  | 'coupon.redeemed'
  | 'reservation.held'
  | 'reservation.released'
  | 'reservation.ordered'
  | 'order.changed'
  | 'reminder.set'
  | 'viewer.erased';

/** Entries in which a viewer who is erased from the chain gets another name. */
export const erasable: readonly LedgerType[] = ['order.changed', 'reminder.set'];

/** What the ledger hears of a claim that is won. */
export const wonBy = ({ couponId, subject, offer, receipt: { viewer } }: ClaimRequest) => ({
  couponId,
  code: offer.code,
  viewer,
  ...(subject === undefined ? {} : { subject }),
});

export interface LedgerStore {
  /** Entries after `after`, oldest first. */
  ledger(room: string, after: number, limit: number): Promise<LedgerEntry[]>;
  /** How far somebody has come with it; 0 at first. */
  cursor(room: string, name: string): Promise<number>;
  setCursor(room: string, name: string, n: number): Promise<void>;
  /** True: `name` is this holder's for `ms`, and nobody else's. Asked again in time, it stays so. */
  lease(name: string, holder: string, ms: number): Promise<boolean>;
}
