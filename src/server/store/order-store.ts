import { QunError, type Money } from '../../protocol/index.js';

/** As an order goes on; what is said late never takes it back. */
export const orderStages = ['placed', 'paid', 'cancelled', 'refunded'] as const;
export type OrderStatus = (typeof orderStages)[number];

export interface OrderItem {
  productId: string;
  variantId?: string | undefined;
  quantity: number;
}

/** What the merchant says of an order; what is left out stays as it was said before. */
export interface OrderRequest {
  room: string;
  orderId: string;
  status: OrderStatus;
  /** The merchant's own id of who ordered. */
  subject?: string | undefined;
  /** Their pseudonym in this room, and the share by which the order came. Who has said so first is believed. */
  viewer?: string | undefined;
  share?: string | undefined;
  items?: readonly OrderItem[] | undefined;
  total?: Money | undefined;
  reservations?: readonly string[] | undefined;
  /** Server time, ms. */
  at: number;
}

/** An order as the room knows it. Times are the server's, ms. */
export interface Order extends Omit<OrderRequest, 'room'> {
  firstAt: number;
  /** Who ordered was erased, and is not learned of again. */
  erased?: true | undefined;
}

export interface OrderStore {
  /**
   * Keeps how an order stands. `nothing`: it was known already. What changes is told to the books,
   * once. Throws `order-conflict` where it was another person's.
   */
  order(request: OrderRequest): Promise<{ result: 'kept' | 'nothing'; order: Order }>;
  /** What a person of the merchant's has ordered in this room, in the order it came. */
  orders(room: string, subject: string): Promise<Order[]>;
}

const stageOf = (status: OrderStatus) => orderStages.indexOf(status);

/** The order after what is said of it now; undefined: it says nothing new. Throws `order-conflict`: somebody else's. */
export function heardOfOrder(
  before: Order | undefined,
  { room: _, ...request }: OrderRequest,
): Order | undefined {
  const said = before?.erased ? { ...request, subject: undefined, viewer: undefined } : request;
  if (!before) return { ...present(said), firstAt: said.at };
  if (before.subject !== undefined && said.subject !== undefined && before.subject !== said.subject) {
    throw new QunError('order-conflict', { detail: "this order is another person's", path: 'subject' });
  }
  const further = stageOf(said.status) > stageOf(before.status);
  const status = further ? said.status : before.status;
  // What goes on may correct what it says; what comes late only fills in.
  const details = further ? { ...before, ...present(said) } : { ...present(said), ...before };
  const after: Order = {
    ...details,
    ...present({ viewer: before.viewer ?? said.viewer, share: before.share ?? said.share }),
    orderId: before.orderId,
    status,
    firstAt: before.firstAt,
    at: before.at,
  };
  return JSON.stringify(sorted(after)) === JSON.stringify(sorted(before))
    ? undefined
    : { ...after, at: said.at };
}

/** What the ledger hears. */
export const orderTold = ({ orderId, status, subject, viewer, share, items, total, reservations }: Order) =>
  present({ orderId, status, subject, viewer, share, items, total, reservations });

/** The order when who placed it is to be forgotten: `other` is who leads nowhere. */
export const erasedOrder = ({ subject: _, ...order }: Order, other: string): Order => ({
  ...order,
  viewer: other,
  erased: true,
});

const present = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const sorted = (order: Order) => Object.entries(order).sort(([a], [b]) => (a < b ? -1 : 1));
