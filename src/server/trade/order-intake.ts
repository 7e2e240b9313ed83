import { type Settlement } from '../store/sale-store.js';
import type { RoomStore } from '../store/room-store.js';
import type { OrderStatus } from '../store/order-store.js';
import type { SaidOrder } from './merchant-schemas.js';
import { countBought } from './purchases.js';

/** What a merchant's backend is told of its order. */
export interface OrderAnswer {
  orderId: string;
  /** How it stands, whatever order words of it came in. */
  status: OrderStatus;
  /** `nothing`: all that was said was known. */
  result: 'kept' | 'nothing';
  reservations: ({ id: string } & Settlement)[];
}

/**
 * Takes in what a merchant says of an order. Each step may be done again without being done twice, so that whoever got
 * no answer simply asks once more. Throws `reservation-unknown` and `order-conflict`.
 */
export async function takeOrder(
  store: RoomStore,
  room: string,
  { restock, ...said }: SaidOrder,
  at: number,
): Promise<OrderAnswer> {
  const settle = (reservationIds: string[], status: OrderStatus) => {
    const backToStock = restock ?? status !== 'refunded';
    return store.settleAll({
      room,
      orderId: said.orderId,
      ...{ status, reservationIds, restock: backToStock, at },
    });
  };
  // First what may be refused: an order that names another's pieces is not kept.
  const named = [...new Set(said.reservations)];
  const reservations = await settle(named, said.status);
  const { result, order } = await store.order({ ...said, room, at });
  const others = (order.reservations ?? []).filter(id => !named.includes(id));
  reservations.push(...(await settle(others, order.status)));
  await countBought(store, room, order);
  return { orderId: order.orderId, status: order.status, result, reservations };
}
