import type { SqliteDatabase, SqliteStatement, SqlRow } from './driver.js';

/** Files that are decided once. */
export class KeptTable {
  readonly #put: SqliteStatement;
  readonly #get: SqliteStatement;

  constructor(database: SqliteDatabase) {
    this.#put = database.prepare('INSERT OR IGNORE INTO kept (room, path, bytes) VALUES (?, ?, ?)');
    this.#get = database.prepare('SELECT bytes FROM kept WHERE room = ? AND path = ?');
  }

  keep(room: string, path: string, bytes: Buffer): Buffer {
    this.#put.run(room, path, bytes);
    return this.find(room, path)!;
  }

  find(room: string, path: string): Buffer | undefined {
    const row = this.#get.get(room, path) as SqlRow | undefined;
    return row && Buffer.from(row.bytes as Uint8Array);
  }
}
