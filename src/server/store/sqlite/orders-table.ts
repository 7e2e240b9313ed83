import type { Order } from '../order-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';

/** Orders as the merchant told of them. */
export class OrdersTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      find: database.prepare('SELECT content FROM orders WHERE room = ? AND id = ?'),
      put: database.prepare(
        `INSERT INTO orders (room, id, subject, at, content) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (room, id) DO UPDATE SET subject = excluded.subject, content = excluded.content`,
      ),
      ofSubject: database.prepare(
        'SELECT content FROM orders WHERE room = ? AND subject = ? ORDER BY at, id',
      ),
    };
  }

  find(room: string, id: string): Order | undefined {
    const row = this.#sql.find.get(room, id) as SqlRow | undefined;
    return row && orderOf(row);
  }

  put(room: string, order: Order): void {
    this.#sql.put.run(room, order.orderId, order.subject ?? null, order.firstAt, JSON.stringify(order));
  }

  ofSubject(room: string, subject: string): Order[] {
    return (this.#sql.ofSubject.all(room, subject) as SqlRow[]).map(orderOf);
  }
}

const orderOf = ({ content }: SqlRow) => JSON.parse(String(content)) as Order;
