import { QunError } from '../../../protocol/index.js';
import { heardOfOrder, orderTold, type Order, type OrderRequest, type OrderStore } from '../order-store.js';
import { RoomKeys } from './keys.js';
import type { RedisLink } from './redis-link.js';
import { orderScript } from './scripts/trade-scripts.js';

/** How often what is said of one order may cross what others say of it. */
const ATTEMPTS = 8;

/** Orders as the merchant told of them. */
export class RedisOrders implements OrderStore {
  readonly #link: RedisLink;
  readonly #prefix: string;

  constructor(link: RedisLink, prefix: string) {
    this.#link = link;
    this.#prefix = prefix;
  }

  async order(request: OrderRequest): ReturnType<OrderStore['order']> {
    const { room, orderId, at } = request;
    const keys = new RoomKeys(this.#prefix, room);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const row = await this.#link.ask(client => client.hget(keys.of('orders'), orderId));
      const before = row === null ? undefined : (JSON.parse(row) as Order);
      const order = heardOfOrder(before, request);
      if (!order) return { result: 'nothing', order: before! };
      const person = before?.subject === order.subject ? '' : (order.subject ?? '');
      const told = JSON.stringify(orderTold(order));
      const names = keys.all('orders', 'orders:by', 'ledger', 'orders:of', 'ledger:of');
      const { viewer = '' } = order;
      const of = [viewer, viewer && before?.viewer === undefined ? 'new' : ''];
      const args = [orderId, row ?? '', JSON.stringify(order), person, at, told, ...of];
      if ((await this.#link.write<number>(orderScript, names, args)) === 1) return { result: 'kept', order };
    }
    throw new QunError('overloaded', { detail: 'too much is said of this order at once', retryAfterMs: 500 });
  }

  async orders(room: string, subject: string): Promise<Order[]> {
    const keys = new RoomKeys(this.#prefix, room);
    const row = await this.#link.ask(client => client.hget(keys.of('orders:by'), subject));
    if (row === null) return [];
    const ids = JSON.parse(row) as string[];
    const rows = await this.#link.ask(client => client.hmget(keys.of('orders'), ...ids));
    const orders = rows.flatMap(one => (one === null ? [] : [JSON.parse(one) as Order]));
    return orders.sort((a, b) => a.firstAt - b.firstAt || (a.orderId < b.orderId ? -1 : 1));
  }
}
