import { QunError } from '../../protocol/index.js';
import type { Refused } from '../room/sale-rules.js';

/** What a merchant's backend is told where a reservation cannot be its order's. */
export function notSettled({ refused, id }: Refused, orderId: string): QunError {
  if (refused === 'unknown')
    return new QunError('reservation-unknown', { detail: `no reservation ${id} in this room` });
  return new QunError('order-conflict', { detail: `${id} is not ${orderId}'s` });
}
