import type { SqliteDatabase, SqliteStatement, SqlRow } from './driver.js';

/** When signed-in viewers came; anonymous ones carry that in their own token. */
export class JoinsTable {
  readonly #join: SqliteStatement;

  constructor(database: SqliteDatabase) {
    this.#join = database.prepare(
      `INSERT INTO joins (room, viewer, since, seen) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT (room, viewer) DO UPDATE SET
           since = CASE WHEN ?3 - seen > ?4 THEN ?3 ELSE since END, seen = ?3
         RETURNING since`,
    );
  }

  join(room: string, viewer: string, now: number, breakMs: number): number {
    return Number((this.#join.get(room, viewer, now, breakMs) as SqlRow).since);
  }
}
