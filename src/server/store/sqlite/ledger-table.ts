import { erasable, type LedgerEntry, type LedgerType } from '../ledger-store.js';
import type { Reach } from '../referral-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';

/** What the merchant's books hear, and how far they have come with it. */
export class LedgerTable {
  readonly #sql;
  /** Who has what, until when. The file is this process's alone, so that nobody else needs to know. */
  readonly #leases = new Map<string, { holder: string; until: number }>();

  constructor(database: SqliteDatabase) {
    this.#sql = {
      write: database.prepare(
        `INSERT INTO ledger (room, n, at, type, data)
           VALUES (?1, (SELECT coalesce(max(n), 0) + 1 FROM ledger WHERE room = ?1), ?2, ?3, ?4)`,
      ),
      read: database.prepare(
        'SELECT n, at, type, data FROM ledger WHERE room = ? AND n > ? ORDER BY n LIMIT ?',
      ),
      of: database.prepare(
        `SELECT n, data FROM ledger WHERE room = ? AND type IN ('${erasable.join("', '")}') AND json_extract(data, '$.viewer') = ?`,
      ),
      ofAnyType: database.prepare(
        "SELECT n, data FROM ledger WHERE room = ? AND json_extract(data, '$.viewer') = ?",
      ),
      put: database.prepare('UPDATE ledger SET data = ? WHERE room = ? AND n = ?'),
      cursor: database.prepare('SELECT n FROM cursors WHERE room = ? AND name = ?'),
      setCursor: database.prepare(
        `INSERT INTO cursors (room, name, n) VALUES (?, ?, ?)
           ON CONFLICT (room, name) DO UPDATE SET n = max(n, excluded.n)`,
      ),
    };
  }

  /** To be called in the transaction of what it tells of. */
  write(room: string, at: number, type: LedgerType, data: object): void {
    this.#sql.write.run(room, at, type, JSON.stringify(data));
  }

  read(room: string, after: number, limit: number): LedgerEntry[] {
    const rows = this.#sql.read.all(room, after, limit) as SqlRow[];
    return rows.map(({ n, at, type, data }) => ({
      n: Number(n),
      at: Number(at),
      type: String(type) as LedgerType,
      data: JSON.parse(String(data)) as LedgerEntry['data'],
    }));
  }

  /** Puts `other` in the viewer's place, without what else would say who they are: in all entries, or in those of the chain. */
  rename(room: string, viewer: string, other: string, reach: Reach): void {
    const entries = reach === 'room' ? this.#sql.ofAnyType : this.#sql.of;
    for (const { n, data } of entries.all(room, viewer) as SqlRow[]) {
      const { subject: _, ...told } = JSON.parse(String(data)) as Record<string, unknown>;
      this.#sql.put.run(JSON.stringify({ ...told, viewer: other }), room, Number(n));
    }
  }

  cursor(room: string, name: string): number {
    return Number((this.#sql.cursor.get(room, name) as SqlRow | undefined)?.n ?? 0);
  }

  setCursor(room: string, name: string, n: number): void {
    this.#sql.setCursor.run(room, name, n);
  }

  lease(name: string, holder: string, ms: number): boolean {
    const now = performance.now();
    const held = this.#leases.get(name);
    if (held && held.holder !== holder && held.until > now) return false;
    this.#leases.set(name, { holder, until: now + ms });
    return true;
  }
}
