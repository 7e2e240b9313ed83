import { QunError, type Claim, type Show } from '../../../protocol/index.js';
import type { ClaimRequest } from '../room-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';

const claimOf = (couponId: string, row: SqlRow): Claim => ({
  couponId,
  code: String(row.code),
  at: Number(row.at),
});

/** Stock and claims. The table itself refuses a second claim of one viewer, and a stock below nothing. */
export class ClaimsTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      find: database.prepare('SELECT code, at FROM claims WHERE room = ? AND viewer = ? AND coupon = ?'),
      ofViewer: database.prepare(
        'SELECT coupon, code, at FROM claims WHERE room = ? AND viewer = ? ORDER BY at, coupon',
      ),
      insert: database.prepare(
        `INSERT INTO claims (room, viewer, coupon, subject, key, fingerprint, code, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      left: database.prepare('SELECT left FROM stock WHERE room = ? AND coupon = ?'),
      take: database.prepare('UPDATE stock SET left = left - 1 WHERE room = ? AND coupon = ?'),
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

  take({ couponId, subject, offer, receipt: { room, viewer, key, fingerprint } }: ClaimRequest): void {
    this.#sql.insert.run(room, viewer, couponId, subject ?? null, key, fingerprint, offer.code, offer.at);
    this.#sql.take.run(room, couponId);
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
}
