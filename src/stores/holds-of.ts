import type { HoldState } from '../core/sale-phase.js';
import type { Session } from '../protocol/index.js';

export type Holds = Readonly<Record<string, HoldState>>;

/**
 * What is kept for the viewer of `session`, after it. `before`: what this visit has seen of the same viewer; what it
 * heard later than the session (`heardAt`, sale id → server time, ms) and what it is asking just now stays.
 */
export function holdsOf(session: Session, before: Holds, heardAt: ReadonlyMap<string, number>): Holds {
  const said = saidBy(session);
  const holds: Record<string, HoldState> = { ...said };
  for (const [saleId, state] of Object.entries(before)) {
    const fresher = (heardAt.get(saleId) ?? 0) > session.now;
    if (state.status === 'asking' || fresher) holds[saleId] = state;
    else if (!said[saleId]) {
      const rest = remainder(state, session.now);
      if (rest) holds[saleId] = rest;
    }
  }
  return holds;
}

/** One state for a sale: what is kept comes before a place in the line, and that before what has been ordered. */
function saidBy({ reservations = [], waits = [] }: Session): Record<string, HoldState> {
  const said: Record<string, HoldState> = {};
  const ofOld = [...reservations].sort((a, b) => a.at - b.at);
  for (const reservation of ofOld.filter(one => one.until === null)) {
    said[reservation.saleId] = { status: 'held', reservation };
  }
  for (const wait of waits) said[wait.saleId] = { status: 'waiting', wait };
  for (const reservation of ofOld.filter(one => one.until !== null)) {
    said[reservation.saleId] = { status: 'held', reservation };
  }
  return said;
}

/** What remains of a state that the server knows nothing of. */
function remainder(state: HoldState, now: number): HoldState | undefined {
  if (state.status === 'waiting') return undefined;
  if (state.status !== 'held') return state;
  const { reservation } = state;
  return reservation.until !== null && reservation.until <= now
    ? { status: 'lapsed', reservation }
    : undefined;
}
