import type { Comment } from '../../../protocol/index.js';
import { erasedComment } from '../erased-comment.js';
import { staffLog } from '../room-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';
import type { SpentTable } from './spent-table.js';

/** Takes a viewer out of all that a room keeps beside the chain. */
export class WholeErasure {
  readonly #spent: SpentTable;
  readonly #sql;
  /** Where a name and the shop's id of the person stand in columns. */
  readonly #renames;
  readonly #drops;

  constructor(database: SqliteDatabase, spent: SpentTable) {
    this.#spent = spent;
    this.#sql = {
      coupons: database.prepare('SELECT coupon FROM claims WHERE room = ? AND viewer = ?'),
      bought: database.prepare(
        `SELECT sale, sum(quantity) AS n FROM holds WHERE room = ? AND viewer = ? AND state = 'ordered' GROUP BY sale`,
      ),
      // Its key answers nobody any more, and has to differ from the next one's.
      comments: database.prepare(
        `UPDATE comments SET viewer = ?, subject = NULL, key = id, fingerprint = '' WHERE room = ? AND viewer = ?`,
      ),
      said: database.prepare(
        `SELECT position, comment FROM comments WHERE room = ?1
           AND ?2 IN (json_extract(comment, '$.from.id'), json_extract(comment, '$.replyTo.from.id'))`,
      ),
      say: database.prepare('UPDATE comments SET comment = ? WHERE position = ?'),
    };
    this.#renames = [
      `claims SET key = '', fingerprint = '', subject = NULL,`,
      ...['codes', 'entries', 'holds', 'waits'].map(table => `${table} SET subject = NULL,`),
    ].map(table => database.prepare(`UPDATE ${table} viewer = ? WHERE room = ? AND viewer = ?`));
    this.#drops = ['receipts', 'joins', 'counted'].map(table =>
      database.prepare(`DELETE FROM ${table} WHERE room = ? AND viewer = ?`),
    );
  }

  /** Puts `other` in the viewer's place; what they have had they do not get again. To be called in a transaction. */
  run(room: string, viewer: string, other: string): void {
    for (const { coupon } of this.#sql.coupons.all(room, viewer) as SqlRow[]) {
      this.#spent.add(room, `coupon ${String(coupon)}`, viewer, 1);
    }
    for (const { sale, n } of this.#sql.bought.all(room, viewer) as SqlRow[]) {
      this.#spent.add(room, `sale ${String(sale)}`, viewer, Number(n));
    }
    this.#sql.comments.run(other, room, viewer);
    for (const { position, comment } of this.#sql.said.all(room, viewer) as SqlRow[]) {
      const erased = erasedComment(JSON.parse(String(comment)) as Comment, viewer, other);
      this.#sql.say.run(JSON.stringify(erased), Number(position));
    }
    for (const rename of this.#renames) rename.run(other, room, viewer);
    for (const drop of this.#drops) {
      drop.run(room, viewer);
      drop.run(staffLog(room), viewer);
    }
  }
}
