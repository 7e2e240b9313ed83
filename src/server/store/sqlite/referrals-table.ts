import type { Intent, ReferralRow, Share, Visit } from '../referral-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';

type Kind = ReferralRow['kind'];

/** Rows of the chain. Each call belongs in a transaction of the caller's. */
export class ReferralsTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    const columns = 'n, kind, viewer, link, at, content';
    this.#sql = {
      add: database.prepare(
        `INSERT INTO referrals (room, ${columns})
           VALUES (?1, (SELECT coalesce(max(n), 0) + 1 FROM referrals WHERE room = ?1), ?2, ?3, ?4, ?5, ?6)
           RETURNING n`,
      ),
      read: database.prepare(`SELECT ${columns} FROM referrals WHERE room = ? AND n > ? ORDER BY n LIMIT ?`),
      of: database.prepare(
        `SELECT ${columns} FROM referrals WHERE room = ? AND viewer = ? AND kind = ? ORDER BY n`,
      ),
      all: database.prepare(`SELECT ${columns} FROM referrals WHERE room = ? AND viewer = ?`),
      put: database.prepare('UPDATE referrals SET viewer = ?, content = ? WHERE room = ? AND n = ?'),
      know: database.prepare('INSERT INTO shares (room, id, n) VALUES (?, ?, ?)'),
      share: database.prepare(
        `SELECT ${columns} FROM referrals WHERE room = ?1 AND n = (SELECT n FROM shares WHERE room = ?1 AND id = ?2)`,
      ),
      repeat: database.prepare(
        `SELECT 1 AS one FROM referrals WHERE room = ? AND viewer = ? AND kind = 'visit' AND link IS ? AND at > ? LIMIT 1`,
      ),
      edition: database.prepare('SELECT edition FROM editions WHERE room = ?'),
      anew: database.prepare(
        `INSERT INTO editions (room, edition) VALUES (?, 1) ON CONFLICT (room) DO UPDATE SET edition = edition + 1`,
      ),
    };
  }

  share(room: string, share: Share): Share {
    const known = this.shareOf(room, share.id);
    if (known) return known;
    this.#sql.know.run(room, share.id, this.#addShare(room, share));
    return this.shareOf(room, share.id)!;
  }

  shareOf(room: string, id: string): Share | undefined {
    const row = this.#sql.share.get(room, id) as SqlRow | undefined;
    return row && (partsOf(row) as unknown as Share);
  }

  visit(room: string, visit: Visit, againMs: number): boolean {
    const { viewer, share, at, ...content } = visit;
    if (this.#sql.repeat.get(room, viewer, share ?? null, at - againMs)) return false;
    this.#add(room, 'visit', viewer, share, at, content);
    return true;
  }

  visitsOf(room: string, viewer: string): Visit[] {
    return (this.#sql.of.all(room, viewer, 'visit') as SqlRow[]).map(row => partsOf(row) as unknown as Visit);
  }

  intend(room: string, { viewer, share, at, ...content }: Intent): void {
    this.#add(room, 'intent', viewer, share, at, content);
  }

  read(room: string, after: number, limit: number): ReferralRow[] {
    return (this.#sql.read.all(room, after, limit) as SqlRow[]).map(rowOf);
  }

  edition(room: string): number {
    return Number((this.#sql.edition.get(room) as SqlRow | undefined)?.edition ?? 0);
  }

  /** The rows before lose another name; a new one of each share tells what it is from now on. */
  setShownName(room: string, viewer: string, name: string | undefined): void {
    const shares = new Map<string, Share>();
    for (const row of this.#sql.of.all(room, viewer, 'share') as SqlRow[]) {
      const share = partsOf(row) as unknown as Share;
      if (share.name !== name) this.#put(room, row, viewer, without(row, 'name'));
      shares.set(share.id, share);
    }
    for (const share of shares.values()) if (share.name !== name) this.#addShare(room, { ...share, name });
  }

  /** Puts `other` in the viewer's place in all rows. True: there were some. */
  rename(room: string, viewer: string, other: string): boolean {
    const rows = this.#sql.all.all(room, viewer) as SqlRow[];
    for (const row of rows) this.#put(room, row, other, without(row, 'name', 'subject'));
    if (rows.length > 0) this.#sql.anew.run(room);
    return rows.length > 0;
  }

  #addShare(room: string, { sharer, id, at, ...content }: Share): number {
    return this.#add(room, 'share', sharer, id, at, content);
  }

  #add(
    room: string,
    kind: Kind,
    viewer: string,
    link: string | undefined,
    at: number,
    content: object,
  ): number {
    const row = this.#sql.add.get(room, kind, viewer, link ?? null, at, JSON.stringify(content)) as SqlRow;
    return Number(row.n);
  }

  #put(room: string, row: SqlRow, viewer: string, content: string): void {
    this.#sql.put.run(viewer, content, room, Number(row.n));
  }
}

const rowOf = (row: SqlRow) =>
  ({ n: Number(row.n), kind: String(row.kind) as Kind, ...partsOf(row) }) as unknown as ReferralRow;

function partsOf({ kind, viewer, link, at, content }: SqlRow): Record<string, unknown> {
  return {
    ...(JSON.parse(String(content)) as object),
    [kind === 'share' ? 'sharer' : 'viewer']: viewer,
    ...(link !== null && { [kind === 'share' ? 'id' : 'share']: link }),
    at: Number(at),
  };
}

function without({ content }: SqlRow, ...names: readonly string[]): string {
  const parts = JSON.parse(String(content)) as Record<string, unknown>;
  return JSON.stringify(Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name))));
}
