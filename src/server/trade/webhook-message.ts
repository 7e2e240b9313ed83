import { createHash } from 'node:crypto';
import type { LedgerEntry, LedgerType } from '../store/ledger-store.js';

/** One thing that happened, as the merchant's books are told. */
export interface BookEvent {
  /** The same however often it is told, and of nothing else: what to remember so that nothing counts twice. */
  id: string;
  type: LedgerType;
  /** Server time, ms. */
  at: number;
  data: LedgerEntry['data'];
}

/** The body of one delivery. Events of a room come in the order they happened. */
export interface WebhookMessage {
  v: 1;
  room: string;
  events: BookEvent[];
}

export const webhookMessage = (room: string, entries: readonly LedgerEntry[]): WebhookMessage => ({
  v: 1,
  room,
  events: entries.map(({ n, at, type, data }) => ({ id: idOf(room, n, at, type, data), type, at, data })),
});

/**
 * Made of what happened, not only of its place: a store that has lost its end gives the same place to something else.
 */
function idOf(room: string, n: number, at: number, type: string, data: LedgerEntry['data']): string {
  const whole = JSON.stringify([
    room,
    n,
    at,
    type,
    Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return createHash('sha256').update(whole).digest('base64url').slice(0, 24);
}
