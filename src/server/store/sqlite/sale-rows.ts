import type { Hold, SaleCount, Waiter } from '../../room/sale-book.js';
import type { SqliteDatabase, SqliteStatement, SqlRow, SqlValue } from './driver.js';

type Found = Pick<SqliteStatement, 'run'> & {
  get(...values: SqlValue[]): SqlRow | undefined;
  all(...values: SqlValue[]): SqlRow[];
};

/** What is asked of the tables of flash sales. */
export class SaleStatements {
  readonly sale: Found;
  readonly sales: Found;
  readonly saveSale: Found;
  readonly hold: Found;
  readonly heldBy: Found;
  readonly ordered: Found;
  readonly saveHold: Found;
  readonly expired: Found;
  readonly waiter: Found;
  readonly addWaiter: Found;
  readonly dropWaiter: Found;
  readonly endLine: Found;
  readonly firstFor: Found;
  readonly ahead: Found;
  readonly isOff: Found;
  readonly callOff: Found;

  constructor(database: SqliteDatabase) {
    const sql = (text: string) => database.prepare(text) as Found;
    this.sale = sql('SELECT * FROM sales WHERE room = ? AND id = ?');
    this.sales = sql('SELECT * FROM sales WHERE room = ? ORDER BY id');
    this.saveSale = sql(
      `INSERT INTO sales (room, id, total, left, held, sold, waiting, served, tickets, gone, listed)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (room, id) DO UPDATE SET total = excluded.total, left = excluded.left, held = excluded.held,
           sold = excluded.sold, waiting = excluded.waiting, served = excluded.served,
           tickets = excluded.tickets, gone = excluded.gone, listed = excluded.listed`,
    );
    this.hold = sql('SELECT * FROM holds WHERE room = ? AND id = ?');
    this.heldBy = sql("SELECT * FROM holds WHERE room = ? AND sale = ? AND viewer = ? AND state = 'held'");
    // By itself SQLite takes the whole room for less than this.
    this.ordered = sql(
      `SELECT * FROM holds INDEXED BY holds_ordered
         WHERE room = ? AND sale = ? AND viewer = ? AND state = 'ordered'`,
    );
    this.saveHold = sql(
      `INSERT INTO holds
         (room, id, sale, viewer, subject, variant, quantity, per_viewer, at, until, state, order_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (room, id) DO UPDATE SET state = excluded.state, order_id = excluded.order_id`,
    );
    this.expired = sql(
      "SELECT * FROM holds WHERE room = ? AND state = 'held' AND until <= ? ORDER BY until, id LIMIT ?",
    );
    this.waiter = sql('SELECT * FROM waits WHERE room = ? AND sale = ? AND viewer = ?');
    this.addWaiter = sql(
      `INSERT INTO waits
         (room, sale, ticket, id, viewer, subject, variant, quantity, per_viewer, hold_ms, closes_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.dropWaiter = sql('DELETE FROM waits WHERE room = ? AND sale = ? AND ticket = ?');
    this.endLine = sql('DELETE FROM waits WHERE room = ? AND sale = ?');
    this.firstFor = sql(
      'SELECT * FROM waits WHERE room = ? AND sale = ? AND quantity <= ? ORDER BY ticket LIMIT 1',
    );
    this.ahead = sql('SELECT count(*) AS n FROM waits WHERE room = ? AND sale = ? AND ticket < ?');
    this.isOff = sql('SELECT 1 AS one FROM called_off WHERE room = ? AND hold = ? AND order_id = ?');
    this.callOff = sql('INSERT OR IGNORE INTO called_off (room, hold, order_id) VALUES (?, ?, ?)');
  }
}

const text = (value: SqlValue | undefined) => (value === null ? undefined : String(value));

export function saleOf(row: SqlRow | undefined): SaleCount | undefined {
  if (!row) return undefined;
  const { id, total, left, held, sold, waiting, served, tickets, gone, listed } = row;
  return {
    id: String(id),
    total: Number(total),
    left: Number(left),
    held: Number(held),
    sold: Number(sold),
    waiting: Number(waiting),
    served: Number(served),
    tickets: Number(tickets),
    gone: Number(gone) === 1,
    listed: Number(listed) === 1,
  };
}

export const valuesOfSale = (sale: SaleCount): SqlValue[] => {
  const { total, left, held, sold, waiting, served, tickets, gone, listed } = sale;
  return [total, left, held, sold, waiting, served, tickets, Number(gone), Number(listed)];
};

const whoseOf = (row: SqlRow) => ({
  id: String(row.id),
  saleId: String(row.sale),
  viewer: String(row.viewer),
  subject: text(row.subject),
  variantId: text(row.variant),
  quantity: Number(row.quantity),
  perViewer: Number(row.per_viewer),
});

export function holdOf(row: SqlRow | undefined): Hold | undefined {
  if (!row) return undefined;
  return {
    ...whoseOf(row),
    at: Number(row.at),
    until: Number(row.until),
    state: String(row.state) as Hold['state'],
    orderId: text(row.order_id),
  };
}

export const valuesOfHold = (hold: Hold): SqlValue[] => {
  const { id, saleId, viewer, subject, variantId, quantity, perViewer, at, until, state, orderId } = hold;
  const whose = [id, saleId, viewer, subject ?? null, variantId ?? null, quantity, perViewer];
  return [...whose, at, until, state, orderId ?? null];
};

export function waiterOf(row: SqlRow | undefined): Waiter | undefined {
  if (!row) return undefined;
  return {
    ...whoseOf(row),
    holdMs: Number(row.hold_ms),
    ticket: Number(row.ticket),
    closesAt: row.closes_at === null ? null : Number(row.closes_at),
  };
}
