import type { Comment } from '../../../protocol/index.js';
import type { SqliteDatabase, SqlRow } from './driver.js';

/** Every comment that was accepted, shown or taken down. */
export class CommentsTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      insert: database.prepare(
        'INSERT INTO comments (room, id, viewer, key, subject, at, comment) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      count: database.prepare(
        `INSERT INTO rooms (room, seq, at, comment_count) VALUES (?, 0, 0, 1)
           ON CONFLICT (room) DO UPDATE SET comment_count = comment_count + 1`,
      ),
      counted: database.prepare('SELECT comment_count FROM rooms WHERE room = ?'),
      byKey: database.prepare('SELECT comment FROM comments WHERE room = ? AND viewer = ? AND key = ?'),
      newest: database.prepare(
        'SELECT comment FROM comments WHERE room = ? AND hidden = 0 ORDER BY position DESC LIMIT ?',
      ),
      stands: database.prepare('SELECT hidden FROM comments WHERE room = ? AND id = ?'),
      hide: database.prepare('UPDATE comments SET hidden = 1 WHERE room = ? AND id = ?'),
      ofViewer: database.prepare('SELECT 1 AS one FROM comments WHERE room = ? AND viewer = ? LIMIT 1'),
    };
  }

  insert(room: string, comment: Comment, key: string, subject: string | undefined): void {
    const { id, from, at } = comment;
    this.#sql.insert.run(room, id, from.id, key, subject ?? null, at, JSON.stringify(comment));
    this.#sql.count.run(room);
  }

  /** What this viewer said under this key. */
  byKey(room: string, viewer: string, key: string): Comment | undefined {
    const row = this.#sql.byKey.get(room, viewer, key) as SqlRow | undefined;
    return row && (JSON.parse(String(row.comment)) as Comment);
  }

  /** Oldest first. */
  newest(room: string, limit: number): Comment[] {
    const rows = this.#sql.newest.all(room, limit) as SqlRow[];
    return rows.reverse().map(row => JSON.parse(String(row.comment)) as Comment);
  }

  count(room: string): number {
    return Number((this.#sql.counted.get(room) as SqlRow | undefined)?.comment_count ?? 0);
  }

  stands(room: string, id: string): 'unknown' | 'shown' | 'hidden' {
    const row = this.#sql.stands.get(room, id) as SqlRow | undefined;
    if (!row) return 'unknown';
    return row.hidden ? 'hidden' : 'shown';
  }

  hide(room: string, ids: readonly string[]): void {
    for (const id of ids) this.#sql.hide.run(room, id);
  }

  spoken(room: string, viewer: string): boolean {
    return this.#sql.ofViewer.get(room, viewer) !== undefined;
  }
}
