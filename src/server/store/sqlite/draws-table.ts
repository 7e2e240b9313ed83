import type { SqliteDatabase, SqlRow } from './driver.js';

/** Who takes part in which draw, and which have been held. */
export class DrawsTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      enter: database.prepare('INSERT INTO entries (room, coupon, viewer, subject) VALUES (?, ?, ?, ?)'),
      find: database.prepare('SELECT subject FROM entries WHERE room = ? AND coupon = ? AND viewer = ?'),
      all: database.prepare(
        'SELECT viewer, subject FROM entries WHERE room = ? AND coupon = ? ORDER BY viewer',
      ),
      count: database.prepare('SELECT count(*) AS count FROM entries WHERE room = ? AND coupon = ?'),
      // From the coupons of the room to this viewer's entries: no second tree is needed for the few who ask.
      ofViewer: database.prepare(
        `SELECT stock.coupon FROM stock CROSS JOIN entries
           ON entries.room = stock.room AND entries.coupon = stock.coupon AND entries.viewer = ?2
           WHERE stock.room = ?1 ORDER BY stock.coupon`,
      ),
      drawn: database.prepare('SELECT 1 FROM drawn WHERE room = ? AND coupon = ?'),
      setDrawn: database.prepare('INSERT INTO drawn (room, coupon) VALUES (?, ?)'),
    };
  }

  enter(room: string, couponId: string, viewer: string, subject: string | undefined): void {
    this.#sql.enter.run(room, couponId, viewer, subject ?? null);
  }

  /** Undefined: takes no part. */
  find(room: string, couponId: string, viewer: string): { subject: string | undefined } | undefined {
    const row = this.#sql.find.get(room, couponId, viewer) as SqlRow | undefined;
    return row && { subject: subjectOf(row) };
  }

  all(room: string, couponId: string): { viewer: string; subject: string | undefined }[] {
    const rows = this.#sql.all.all(room, couponId) as SqlRow[];
    return rows.map(row => ({ viewer: String(row.viewer), subject: subjectOf(row) }));
  }

  count(room: string, couponId: string): number {
    return Number((this.#sql.count.get(room, couponId) as SqlRow).count);
  }

  ofViewer(room: string, viewer: string): string[] {
    return (this.#sql.ofViewer.all(room, viewer) as SqlRow[]).map(row => String(row.coupon));
  }

  isDrawn(room: string, couponId: string): boolean {
    return this.#sql.drawn.get(room, couponId) !== undefined;
  }

  setDrawn(room: string, couponId: string): void {
    this.#sql.setDrawn.run(room, couponId);
  }
}

const subjectOf = ({ subject }: SqlRow) => (subject === null ? undefined : String(subject));
