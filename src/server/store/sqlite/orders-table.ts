import { erasedOrder, heardOfOrder, orderTold, type Order, type OrderRequest } from '../order-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';
import type { LedgerTable } from './ledger-table.js';

/** Orders as the merchant told of them. */
export class OrdersTable {
  readonly #ledger: LedgerTable;
  readonly #sql;

  constructor(database: SqliteDatabase, ledger: LedgerTable) {
    this.#ledger = ledger;
    this.#sql = {
      find: database.prepare('SELECT content FROM orders WHERE room = ? AND id = ?'),
      put: database.prepare(
        `INSERT INTO orders (room, id, subject, at, content) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (room, id) DO UPDATE SET subject = excluded.subject, content = excluded.content`,
      ),
      ofViewer: database.prepare(
        "SELECT id, content FROM orders WHERE room = ? AND json_extract(content, '$.viewer') = ?",
      ),
      ofSubject: database.prepare(
        'SELECT content FROM orders WHERE room = ? AND subject = ? ORDER BY at, id',
      ),
    };
  }

  hear(request: OrderRequest): { result: 'kept' | 'nothing'; order: Order } {
    const { room, orderId, at } = request;
    const row = this.#sql.find.get(room, orderId) as SqlRow | undefined;
    const before = row && orderOf(row);
    const order = heardOfOrder(before, request);
    if (!order) return { result: 'nothing', order: before! };
    this.#sql.put.run(room, orderId, order.subject ?? null, order.firstAt, JSON.stringify(order));
    this.#ledger.write(room, at, 'order.changed', orderTold(order));
    return { result: 'kept', order };
  }

  /** Puts `other` in the place of who ordered. */
  rename(room: string, viewer: string, other: string): void {
    for (const row of this.#sql.ofViewer.all(room, viewer) as SqlRow[]) {
      const order = erasedOrder(orderOf(row), other);
      this.#sql.put.run(room, order.orderId, null, order.firstAt, JSON.stringify(order));
    }
  }

  ofSubject(room: string, subject: string): Order[] {
    return (this.#sql.ofSubject.all(room, subject) as SqlRow[]).map(orderOf);
  }
}

const orderOf = ({ content }: SqlRow) => JSON.parse(String(content)) as Order;
