import type { CouponCondition, Reservation, Sale, SaleFigures } from '../protocol/index.js';
import { stillNeeds } from './still-needs.js';
import { salePhase, saleTurnsAt, type HoldState } from './sale-phase.js';

const HOUR_MS = 3_600_000;

/** What one viewer is shown of one flash sale: where it stands for everybody, and where they stand with it. */
export type SaleStanding =
  /** `queued`: what was tapped in the rush of the opening waits for its turn. */
  | { kind: 'hidden' | 'asking' | 'queued' | 'sold-out' | 'ended' | 'sign-in' }
  | { kind: 'upcoming'; opensAt: number }
  /** `lapsed`: what was kept for them has gone back, as it was not ordered in time. */
  | { kind: 'open'; closesAt: number | null; lapsed: boolean }
  /** All is reserved or sold, and some of it may come back. */
  | { kind: 'taken'; lapsed: boolean }
  /** In line; `ahead` have come before. */
  | { kind: 'waiting'; ahead: number }
  | { kind: 'held'; reservation: Reservation; until: number }
  /** `more`: pieces that may be had besides. */
  | { kind: 'ordered'; reservation: Reservation; more: number }
  | { kind: 'limit'; limit: number; had: number }
  | { kind: 'ineligible'; needs: CouponCondition }
  | { kind: 'failed'; code: string };

interface Look {
  now: number;
  figures?: SaleFigures | undefined;
  hold?: HoldState | undefined;
  /** When `hold` was heard, server time, ms. Default: now. */
  toldAt?: number | undefined;
}

/**
 * The standing at server time `now`. A refusal counts for the opening it was given in; what is kept or ordered is shown
 * whatever becomes of the sale, and what ran out is not kept any more, whether or not the server has said so.
 */
export function saleStanding(sale: Sale, { now, figures, hold, toldAt = now }: Look): SaleStanding {
  if (hold?.status === 'asking') return { kind: 'asking' };
  if (hold?.status === 'held') {
    const { reservation } = hold;
    const { until, quantity } = reservation;
    if (until === null) return { kind: 'ordered', reservation, more: Math.max(0, sale.perViewer - quantity) };
    if (until > now) return { kind: 'held', reservation, until };
  }
  const lapsed = hold?.status === 'held' || hold?.status === 'lapsed';
  const phase = salePhase(sale, now, figures);
  if (phase === 'upcoming') return { kind: phase, opensAt: sale.opensAt! };
  if (phase !== 'open' && phase !== 'taken') return { kind: phase };
  if (hold?.status === 'waiting') return { kind: 'waiting', ahead: aheadOf(hold.wait, figures) };
  const told = hold && sale.opensAt! <= toldAt ? refusal(hold, { now, figures, toldAt }) : undefined;
  if (told) return told;
  return phase === 'taken' ? { kind: phase, lapsed } : { kind: phase, closesAt: sale.closesAt, lapsed };
}

/** Nobody before who was not when it was said, and nobody who has been served since. */
function aheadOf({ ahead, ticket }: { ahead: number; ticket: number }, figures?: SaleFigures): number {
  return figures ? Math.max(0, Math.min(ahead, ticket - figures.served - 1)) : ahead;
}

function refusal(
  hold: HoldState,
  { now, figures, toldAt }: Look & { toldAt: number },
): SaleStanding | undefined {
  if (hold.status === 'failed') return { kind: 'failed', code: hold.code };
  if (hold.status !== 'refused') return undefined;
  const { answer } = hold;
  switch (answer.result) {
    case 'sold-out':
    case 'sign-in':
      return { kind: answer.result };
    case 'expired':
      return { kind: 'ended' };
    case 'taken':
      // Figures that tell of more than was free then are newer than the refusal.
      return figures && figures.left > answer.left ? undefined : { kind: 'taken', lapsed: false };
    case 'not-open':
      return answer.opensAt !== null && answer.opensAt > now
        ? { kind: 'upcoming', opensAt: answer.opensAt }
        : undefined;
    case 'limit':
      return { kind: 'limit', limit: answer.limit, had: answer.had };
    case 'ineligible': {
      const needs = stillNeeds(answer.needs, now, toldAt);
      return needs && { kind: 'ineligible', needs };
    }
  }
}

/** When the standing will next change by the clock alone, ms; null: only by a word of the server. */
export function saleStandingTurnsAt(sale: Sale, standing: SaleStanding, now: number): number | null {
  if (standing.kind === 'held') return standing.until;
  if (standing.kind === 'upcoming') return standing.opensAt;
  if (standing.kind === 'ineligible' && standing.needs.kind === 'watch')
    return now + standing.needs.seconds * 1000;
  const turn = saleTurnsAt(sale, now);
  // An hour before it closes the time gives way to a countdown.
  return turn !== null && turn - now > HOUR_MS ? turn - HOUR_MS : turn;
}

/** The moment that is counted down to while this is shown, ms; undefined: none. */
export function saleCountsTo(standing: SaleStanding, now: number): number | undefined {
  if (standing.kind === 'ineligible' && standing.needs.kind === 'watch')
    return now + standing.needs.seconds * 1000;
  if (standing.kind === 'upcoming') return standing.opensAt;
  if (standing.kind === 'held') return standing.until;
  const { closesAt } = standing as { closesAt?: number | null };
  return typeof closesAt === 'number' && closesAt - now <= HOUR_MS ? closesAt : undefined;
}
