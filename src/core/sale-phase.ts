import type { Reservation, ReserveAnswer, Sale, SaleFigures, Wait } from '../protocol/index.js';

/**
 * Where a flash sale stands at server time `now`, for everybody. `hidden`: the host has not announced it; `taken`: all
 * is reserved or sold, and some of it may come back.
 */
export type SalePhase = 'hidden' | 'upcoming' | 'open' | 'taken' | 'sold-out' | 'ended';

export function salePhase(sale: Sale, now: number, figures?: SaleFigures): SalePhase {
  if (sale.state === 'draft' || sale.opensAt === null) return 'hidden';
  if (sale.soldOut) return 'sold-out';
  if (sale.state === 'stopped') return 'ended';
  if (sale.closesAt !== null && now >= sale.closesAt) return 'ended';
  if (now < sale.opensAt) return 'upcoming';
  return figures?.left === 0 ? 'taken' : 'open';
}

/** When the phase will next change by the clock alone, ms; null: only by a word of the server. */
export function saleTurnsAt(sale: Sale, now: number): number | null {
  const phase = salePhase(sale, now);
  if (phase === 'upcoming') return Math.min(sale.opensAt!, sale.closesAt ?? Infinity);
  return phase === 'open' ? sale.closesAt : null;
}

/** This viewer and one flash sale. `failed` can be tried again; `code` is a key of the code table. */
export type HoldState =
  | { status: 'idle' }
  | { status: 'asking' }
  /** `until` null: ordered. `until` in the past: the server is being asked what has become of it. */
  | { status: 'held'; reservation: Reservation }
  /** It was kept, and went back without having been ordered. */
  | { status: 'lapsed'; reservation: Reservation }
  | { status: 'waiting'; wait: Wait }
  | { status: 'refused'; answer: Exclude<ReserveAnswer, { result: 'held' | 'already' | 'waiting' }> }
  | { status: 'failed'; code: string };

/** Where the server's answer leaves this viewer. */
export function holdStateOf(answer: ReserveAnswer): HoldState {
  switch (answer.result) {
    case 'held':
    case 'already':
      return { status: 'held', reservation: answer.reservation };
    case 'waiting':
      return { status: 'waiting', wait: answer.wait };
    default:
      return { status: 'refused', answer };
  }
}
