import { randomBytes } from 'node:crypto';
import type { SqliteDatabase, SqlRow } from './driver.js';

/** What a file keeps for the server itself rather than for a room: its secrets, and notes for a while. */
export class OwnTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      makeSecret: database.prepare('INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)'),
      secret: database.prepare('SELECT value FROM secrets WHERE name = ?'),
      note: database.prepare('SELECT value FROM meta WHERE name = ?'),
      setNote: database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)'),
    };
  }

  secret(name: string): Buffer {
    this.#sql.makeSecret.run(name, randomBytes(32));
    return Buffer.from((this.#sql.secret.get(name) as SqlRow).value as Uint8Array);
  }

  note(name: string): string | undefined {
    const row = this.#sql.note.get(`note:${name}`) as SqlRow | undefined;
    const [, until, text] = /^(\d+) (.*)$/s.exec(String(row?.value ?? '')) ?? [];
    return Number(until) > Date.now() ? text : undefined;
  }

  setNote(name: string, text: string, ms: number): void {
    this.#sql.setNote.run(`note:${name}`, `${Date.now() + ms} ${text}`);
  }
}
