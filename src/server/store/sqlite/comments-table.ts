import type { Comment } from '../../../protocol/index.js';
import type { Receipt } from '../room-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';

/** Every comment that was accepted, shown or taken down. */
export class CommentsTable {
  readonly #sql;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      insert: database.prepare(
        `INSERT INTO comments (room, id, viewer, subject, key, fingerprint, at, comment)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      count: database.prepare(
        `INSERT INTO rooms (room, seq, at, comment_count) VALUES (?, 0, 0, 1)
           ON CONFLICT (room) DO UPDATE SET comment_count = comment_count + 1`,
      ),
      counted: database.prepare('SELECT comment_count FROM rooms WHERE room = ?'),
      newest: database.prepare(
        'SELECT comment FROM comments WHERE room = ? AND hidden = 0 ORDER BY position DESC LIMIT ?',
      ),
      stands: database.prepare('SELECT hidden FROM comments WHERE room = ? AND id = ?'),
      hide: database.prepare('UPDATE comments SET hidden = 1 WHERE room = ? AND id = ?'),
      ofViewer: database.prepare('SELECT 1 AS one FROM comments WHERE room = ? AND viewer = ? LIMIT 1'),
    };
  }

  insert(comment: Comment, { room, viewer, key, fingerprint }: Receipt, subject: string | undefined): void {
    const { id, at } = comment;
    this.#sql.insert.run(room, id, viewer, subject ?? null, key, fingerprint, at, JSON.stringify(comment));
    this.#sql.count.run(room);
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
