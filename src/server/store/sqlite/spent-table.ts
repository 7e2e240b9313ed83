import { SPENT, spentMark, type Thing } from '../spent-mark.js';
import type { SqliteDatabase, SqlRow } from './driver.js';
import type { OwnTable } from './own-table.js';

/** How much of a thing was had by viewers who were erased since. */
export class SpentTable {
  readonly #own: OwnTable;
  readonly #sql;
  /** Nobody was ever erased in most files, and a claim then looks nowhere. */
  #any: boolean;

  constructor(database: SqliteDatabase, own: OwnTable) {
    this.#own = own;
    this.#sql = {
      add: database.prepare(
        `INSERT INTO spent (room, mark, n) VALUES (?, ?, ?) ON CONFLICT (room, mark) DO UPDATE SET n = n + excluded.n`,
      ),
      of: database.prepare('SELECT n FROM spent WHERE room = ? AND mark = ?'),
    };
    this.#any = database.prepare('SELECT 1 AS one FROM spent LIMIT 1').get() !== undefined;
  }

  add(room: string, thing: Thing, viewer: string, n: number): void {
    if (n <= 0) return;
    this.#any = true;
    this.#sql.add.run(room, this.#mark(room, thing, viewer), n);
  }

  of(room: string, thing: Thing, viewer: string): number {
    if (!this.#any) return 0;
    const row = this.#sql.of.get(room, this.#mark(room, thing, viewer)) as SqlRow | undefined;
    return Number(row?.n ?? 0);
  }

  #mark(room: string, thing: Thing, viewer: string): string {
    return spentMark(this.#own.secret(SPENT), room, thing, viewer);
  }
}
