import { QunError } from '../../../protocol/index.js';
import type { Answered, Receipt } from '../room-store.js';
import type { SqliteDatabase, SqliteStatement, SqlRow } from './driver.js';

const where = 'WHERE room = ?1 AND viewer = ?2 AND key = ?3';

/** True, in SQL, where the key ?3 of the viewer ?2 in the room ?1 has no answer in any of the tables `find` looks at. */
export const unanswered = ['receipts', 'comments', 'claims']
  .map(table => `NOT EXISTS (SELECT 1 FROM ${table} ${where})`)
  .join(' AND ');

/** The answers of commands that did something, for whoever has to ask again. Comments and claims are their own. */
export class ReceiptsTable {
  readonly #find: SqliteStatement;
  readonly #insert: SqliteStatement;
  readonly #prune: SqliteStatement;

  constructor(database: SqliteDatabase) {
    this.#find = database.prepare(
      `SELECT fingerprint, at, answer, NULL AS comment, NULL AS held, NULL AS coupon, NULL AS code FROM receipts ${where}
       UNION ALL SELECT fingerprint, at, NULL, comment, held, NULL, NULL FROM comments ${where}
       UNION ALL SELECT fingerprint, at, NULL, NULL, NULL, coupon, code FROM claims ${where}`,
    );
    this.#insert = database.prepare(
      'INSERT INTO receipts (room, viewer, key, fingerprint, at, answer) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#prune = database.prepare(
      `DELETE FROM receipts WHERE (room, viewer, key) IN
         (SELECT room, viewer, key FROM receipts WHERE at < ? ORDER BY at LIMIT ?) RETURNING 1 AS one`,
    );
  }

  /** The answer given for this receipt. Throws `key-reused` where the key was another command's. */
  find({ room, viewer, key, fingerprint }: Receipt): Answered<unknown> | undefined {
    const row = this.#find.get(room, viewer, key) as SqlRow | undefined;
    if (!row) return undefined;
    if (row.fingerprint !== fingerprint) {
      throw new QunError('key-reused', { detail: 'this Idempotency-Key was used for another command' });
    }
    return { answer: answerOf(row), at: Number(row.at), replayed: true };
  }

  /** Keeps `answer` and gives it back. */
  keep<T>({ room, viewer, key, fingerprint }: Receipt, answer: T, at: number): Answered<T> {
    this.#insert.run(room, viewer, key, fingerprint, at, JSON.stringify(answer));
    return { answer, at, replayed: false };
  }

  /** Forgets at most `limit`; true when there may be more. */
  prune(before: number, limit: number): boolean {
    return this.#prune.all(before, limit).length === limit;
  }
}

/** As it was first given, name by name in the same order. */
function answerOf({ answer, comment, held, coupon, code, at }: SqlRow): unknown {
  if (answer !== null) return JSON.parse(String(answer));
  if (comment !== null)
    return { comment: JSON.parse(String(comment)) as unknown, ...(held ? { held: true } : {}) };
  return { result: 'won', couponId: coupon, code, at: Number(at) };
}
