import { attributionOf } from '../core/attribution.js';

/** The parameter in which a shop's pages get the reservation that an order is for. */
export const RESERVATION = 'qun-reservation';
/** And the one with this viewer's pseudonym in the room: an order that names it is owed to who brought them. */
export const VIEWER = 'qun-viewer';

/** Who buys: their pseudonym in the room, asked when it is needed. */
export type Who = () => string | undefined;

/** What a shop's till is told: how this viewer came here, who they are in the room, and which flash price is kept for them. */
export function handedOn(
  reservations: readonly (string | undefined)[],
  who?: Who,
): [name: string, value: string][] {
  const kept = reservations.filter((id): id is string => Boolean(id));
  const pairs = attributionOf(location.href);
  const viewer = who?.();
  if (viewer !== undefined) pairs.push([VIEWER, viewer]);
  if (kept.length > 0) pairs.push([RESERVATION, kept.join()]);
  return pairs;
}
