import { attributionOf } from '../core/attribution.js';

/** The parameter in which a shop's pages get the reservation that an order is for. */
export const RESERVATION = 'qun-reservation';

/** What a shop's till is told: how this viewer came here, and which flash price is kept for them. */
export function handedOn(reservations: readonly (string | undefined)[]): [name: string, value: string][] {
  const kept = reservations.filter((id): id is string => Boolean(id));
  const pairs = attributionOf(location.href);
  if (kept.length > 0) pairs.push([RESERVATION, kept.join()]);
  return pairs;
}
