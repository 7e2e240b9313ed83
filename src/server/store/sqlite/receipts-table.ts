import { QunError } from '../../../protocol/index.js';
import type { Answered, Receipt } from '../room-store.js';
import type { SqliteDatabase, SqliteStatement, SqlRow } from './driver.js';

/** The answers of commands that did something, for whoever has to ask again. */
export class ReceiptsTable {
  readonly #find: SqliteStatement;
  readonly #insert: SqliteStatement;
  readonly #prune: SqliteStatement;

  constructor(database: SqliteDatabase) {
    this.#find = database.prepare(
      'SELECT fingerprint, answer, at FROM receipts WHERE principal = ? AND key = ?',
    );
    this.#insert = database.prepare(
      'INSERT INTO receipts (principal, key, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?)',
    );
    this.#prune = database.prepare(
      `DELETE FROM receipts WHERE (principal, key) IN
         (SELECT principal, key FROM receipts WHERE at < ? ORDER BY at LIMIT ?) RETURNING 1 AS one`,
    );
  }

  find(receipt: Receipt): Answered<unknown> | undefined {
    const row = this.#find.get(receipt.principal, receipt.key) as SqlRow | undefined;
    if (!row) return undefined;
    if (row.fingerprint !== receipt.fingerprint) throw keyReused();
    return { answer: JSON.parse(String(row.answer)), at: Number(row.at), replayed: true };
  }

  /** Keeps `answer` and gives it back. */
  keep<T>(receipt: Receipt, answer: T, at: number): Answered<T> {
    this.#insert.run(receipt.principal, receipt.key, receipt.fingerprint, JSON.stringify(answer), at);
    return { answer, at, replayed: false };
  }

  /** Forgets at most `limit`; true when there may be more. */
  prune(before: number, limit: number): boolean {
    return this.#prune.all(before, limit).length === limit;
  }
}

export const keyReused = () =>
  new QunError('key-reused', { detail: 'this Idempotency-Key was used for another command' });
