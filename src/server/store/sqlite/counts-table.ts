import type { SqliteDatabase, SqlRow } from './driver.js';

/** What is counted by name, and for some names by whom. */
export class CountsTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      count: database.prepare(
        `INSERT INTO counts (room, name, count) VALUES (?, ?, 1)
           ON CONFLICT (room, name) DO UPDATE SET count = count + 1`,
      ),
      counted: database.prepare('SELECT count FROM counts WHERE room = ? AND name = ?'),
      once: database.prepare(
        'INSERT OR IGNORE INTO counted (room, name, viewer) VALUES (?, ?, ?) RETURNING 1 AS one',
      ),
    };
  }

  count(room: string, name: string, viewer?: string): number {
    const counts = viewer === undefined || this.#sql.once.all(room, name, viewer).length > 0;
    if (counts) this.#sql.count.run(room, name);
    return this.counted(room, name);
  }

  counted(room: string, name: string): number {
    return Number((this.#sql.counted.get(room, name) as SqlRow | undefined)?.count ?? 0);
  }
}
