import { createHash, createHmac } from 'node:crypto';
import type { Coupon, RoomState } from '../../protocol/index.js';

/**
 * The seed of the draw of a coupon that opens at `opensAt`, in hex: nobody can know it before it is told, whoever holds
 * `secret` cannot choose it, and every process finds the same one.
 */
export const seedOf = (secret: Buffer, room: string, couponId: string, opensAt: number): string =>
  createHmac('sha256', secret).update(`${room}\0${couponId}\0${opensAt}`).digest('hex');

/** What is told when a draw opens: the seed cannot be another one afterwards. */
export const commitOf = (seed: string): string => sha256(seed);

/** A viewer's place in a draw; the lowest win. */
export const lotOf = (seed: string, viewer: string): string => sha256(`${seed}:${viewer}`);

export interface Outcome {
  /** Viewers, the lowest lot first. */
  winners: string[];
  /** The highest lot that wins; empty: nobody has taken part. */
  cutoff: string;
}

export function outcomeOf(seed: string, viewers: readonly string[], total: number): Outcome {
  const lots = viewers.map(viewer => ({ viewer, lot: lotOf(seed, viewer) }));
  const won = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, total);
  return { winners: won.map(({ viewer }) => viewer), cutoff: won.at(-1)?.lot ?? '' };
}

/** Draws that nobody can enter any more, and that have not been held. */
export const dueDraws = ({ coupons }: RoomState, now: number): Coupon[] =>
  coupons.filter(({ mode, drawn, state, opensAt, closesAt }) => {
    if (mode !== 'draw' || drawn || opensAt === null || now < opensAt) return false;
    return state === 'stopped' || (state === 'open' && closesAt !== null && now >= closesAt);
  });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
