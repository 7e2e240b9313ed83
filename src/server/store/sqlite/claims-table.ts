import { QunError, type Claim, type Show } from '../../../protocol/index.js';
import type { ClaimRequest } from '../room-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';
import { unanswered } from './receipts-table.js';

const claimOf = (couponId: string, row: SqlRow): Claim => ({
  couponId,
  code: String(row.code),
  at: Number(row.at),
});

const columns = '(room, viewer, key, coupon, subject, fingerprint, code, at)';

const rowOf = ({ couponId, subject, offer, receipt: { room, viewer, key, fingerprint } }: ClaimRequest) =>
  [room, viewer, key, couponId, subject ?? null, fingerprint, offer.code, offer.at] as const;

/** Stock and claims. The table itself refuses a second claim of one viewer, and a stock below nothing. */
export class ClaimsTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      find: database.prepare('SELECT code, at FROM claims WHERE room = ? AND viewer = ? AND coupon = ?'),
      ofViewer: database.prepare(
        'SELECT coupon, code, at FROM claims WHERE room = ? AND viewer = ? ORDER BY at, coupon',
      ),
      insert: database.prepare(`INSERT INTO claims ${columns} VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
      tryInsert: database.prepare(
        `INSERT INTO claims ${columns} SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
           WHERE (SELECT left FROM stock WHERE room = ?1 AND coupon = ?4) > 0
             AND NOT EXISTS (SELECT 1 FROM claims WHERE room = ?1 AND viewer = ?2 AND coupon = ?4)
             AND ${unanswered}`,
      ),
      left: database.prepare('SELECT left FROM stock WHERE room = ? AND coupon = ?'),
      take: database.prepare('UPDATE stock SET left = left - 1 WHERE room = ? AND coupon = ? RETURNING left'),
      stock: database.prepare('SELECT coupon, total, left FROM stock WHERE room = ?'),
      setStock: database.prepare(
        `INSERT INTO stock (room, coupon, total, left) VALUES (?, ?, ?, ?)
           ON CONFLICT (room, coupon) DO UPDATE SET total = excluded.total, left = excluded.left`,
      ),
    };
  }

  find(room: string, couponId: string, viewer: string): Claim | undefined {
    const row = this.#sql.find.get(room, viewer, couponId) as SqlRow | undefined;
    return row && claimOf(couponId, row);
  }

  ofViewer(room: string, viewer: string): Claim[] {
    const rows = this.#sql.ofViewer.all(room, viewer) as SqlRow[];
    return rows.map(row => claimOf(String(row.coupon), row));
  }

  left(room: string, couponId: string): number {
    return Number((this.#sql.left.get(room, couponId) as SqlRow | undefined)?.left ?? 0);
  }

  /** Gives what is offered, and answers how many are left then. */
  take(request: ClaimRequest): number {
    this.#sql.insert.run(...rowOf(request));
    return this.#taken(request);
  }

  /**
   * The same where there is one left, this viewer has none and the key is new; otherwise undefined, and nothing is done.
   * One look at each table, which is most of what a claim costs.
   */
  tryTake(request: ClaimRequest): number | undefined {
    const { changes } = this.#sql.tryInsert.run(...rowOf(request)) as { changes: number | bigint };
    return Number(changes) === 0 ? undefined : this.#taken(request);
  }

  allLeft(room: string): Record<string, number> {
    const rows = this.#sql.stock.all(room) as SqlRow[];
    return Object.fromEntries(rows.map(row => [String(row.coupon), Number(row.left)]));
  }

  /** The totals of a show as it is loaded; what has been claimed stays claimed. */
  setTotals(room: string, show: Show): void {
    const rows = this.#sql.stock.all(room) as SqlRow[];
    const taken = new Map(rows.map(row => [String(row.coupon), Number(row.total) - Number(row.left)]));
    show.coupons.forEach(({ id, total }, i) => {
      const claimed = taken.get(id) ?? 0;
      if (total < claimed) {
        const path = `coupons[${i}].total`;
        throw new QunError('bad-config', { path, detail: `${path}: ${claimed} have been claimed already` });
      }
      this.#sql.setStock.run(room, id, total, total - claimed);
    });
  }

  #taken({ couponId, receipt }: ClaimRequest): number {
    return Number((this.#sql.take.get(receipt.room, couponId) as SqlRow).left);
  }
}
