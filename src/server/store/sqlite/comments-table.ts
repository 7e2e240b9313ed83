import type { Comment } from '../../../protocol/index.js';
import { PULSE_COMMENTS, type Receipt, type Standing } from '../room-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';

/** A place none has yet. */
const NEXT = '(SELECT coalesce(max(place), 0) + 1 FROM comments WHERE room = ?1)';
const parse = (row: SqlRow) => JSON.parse(String(row.comment)) as Comment;

/** Every comment that was accepted, and how it stands. */
export class CommentsTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      insert: database.prepare(
        `INSERT INTO comments (place, room, id, viewer, subject, key, fingerprint, at, comment, standing, told, held)
           VALUES (${NEXT}, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`,
      ),
      count: database.prepare(
        `INSERT INTO rooms (room, seq, at, comment_count) VALUES (?, 0, 0, 1)
           ON CONFLICT (room) DO UPDATE SET comment_count = comment_count + 1`,
      ),
      counted: database.prepare('SELECT comment_count FROM rooms WHERE room = ?'),
      before: database.prepare(
        `SELECT comment FROM comments WHERE room = ?1 AND standing = ?2
           AND (?4 IS NULL OR place < (SELECT place FROM comments WHERE room = ?1 AND id = ?4))
           ORDER BY place DESC LIMIT ?3`,
      ),
      since: database.prepare(
        `SELECT comment FROM comments WHERE room = ? AND standing = 'shown' AND place > ?
           ORDER BY place DESC LIMIT ?`,
      ),
      sinceCount: database.prepare(
        "SELECT count(*) AS n FROM comments WHERE room = ? AND standing = 'shown' AND place > ?",
      ),
      last: database.prepare('SELECT max(place) AS place FROM comments WHERE room = ?'),
      find: database.prepare('SELECT comment, standing, told FROM comments WHERE room = ? AND id = ?'),
      stand: database.prepare('UPDATE comments SET standing = ?3 WHERE room = ?1 AND id = ?2'),
      tell: database.prepare(
        `UPDATE comments SET standing = 'shown', told = 1, place = ${NEXT} WHERE room = ?1 AND id = ?2`,
      ),
      ofViewer: database.prepare('SELECT 1 AS one FROM comments WHERE room = ? AND viewer = ? LIMIT 1'),
    };
  }

  insert(comment: Comment, receipt: Receipt, subject: string | undefined, standing: Standing): void {
    const { room, viewer, key, fingerprint } = receipt;
    const told = standing === 'shown' ? 1 : 0;
    const held = standing === 'held' ? 1 : 0;
    const whole = JSON.stringify(comment);
    const { insert, count } = this.#sql;
    const given = [room, comment.id, viewer, subject ?? null, key, fingerprint, comment.at, whole] as const;
    insert.run(...given, standing, told, held);
    if (told) count.run(room);
  }

  /** Oldest first. */
  newest(room: string, standing: Standing, limit: number, before?: string): Comment[] {
    const rows = this.#sql.before.all(room, standing, limit, before ?? null) as SqlRow[];
    return rows.reverse().map(parse);
  }

  /** Shown after the place `after`: the newest of them, and how many more there are. */
  since(room: string, after: number): { comments: Comment[]; missed: number } {
    const rows = this.#sql.since.all(room, after, PULSE_COMMENTS) as SqlRow[];
    const full = rows.length === PULSE_COMMENTS;
    const all = full ? Number((this.#sql.sinceCount.get(room, after) as SqlRow).n) : rows.length;
    return { comments: rows.reverse().map(parse), missed: all - rows.length };
  }

  /** The last place taken. */
  place(room: string): number {
    return Number((this.#sql.last.get(room) as SqlRow).place ?? 0);
  }

  count(room: string): number {
    return Number((this.#sql.counted.get(room) as SqlRow | undefined)?.comment_count ?? 0);
  }

  find(room: string, id: string): { comment: Comment; standing: Standing } | undefined {
    const row = this.#sql.find.get(room, id) as SqlRow | undefined;
    return row && { comment: parse(row), standing: row.standing as Standing };
  }

  /** Those that stood otherwise before. */
  setStanding(room: string, ids: readonly string[], standing: Standing): Comment[] {
    const changed: Comment[] = [];
    for (const id of ids) {
      const row = this.#sql.find.get(room, id) as SqlRow | undefined;
      if (!row || row.standing === standing) continue;
      changed.push(parse(row));
      if (standing === 'shown' && !row.told) {
        this.#sql.tell.run(room, id);
        this.#sql.count.run(room);
      } else this.#sql.stand.run(room, id, standing);
    }
    return changed;
  }

  spoken(room: string, viewer: string): boolean {
    return this.#sql.ofViewer.get(room, viewer) !== undefined;
  }
}
