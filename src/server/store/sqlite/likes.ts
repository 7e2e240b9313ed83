import type { SqliteDatabase, SqlRow } from './driver.js';

/** Likes of each room, out of the running totals of whoever gives them. */
export class Likes {
  readonly #sql;
  readonly #given = new Map<string, number>();

  constructor(database: SqliteDatabase) {
    this.#sql = {
      add: database.prepare(
        `INSERT INTO rooms (room, seq, at, likes) VALUES (?1, 0, 0, ?2)
           ON CONFLICT (room) DO UPDATE SET likes = likes + ?2`,
      ),
      all: database.prepare('SELECT likes FROM rooms WHERE room = ?'),
    };
  }

  /** How many of `total` are not in the room's count yet. */
  fresh(room: string, process: string, total: number): number {
    return total - (this.#given.get(`${room} ${process}`) ?? 0);
  }

  give(room: string, process: string, total: number): void {
    const fresh = this.fresh(room, process, total);
    if (fresh <= 0) return;
    this.#sql.add.run(room, fresh);
    this.#given.set(`${room} ${process}`, total);
  }

  all(room: string): number {
    return Number((this.#sql.all.get(room) as SqlRow | undefined)?.likes ?? 0);
  }
}
