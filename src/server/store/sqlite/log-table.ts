import type { RoomState, Show } from '../../../protocol/index.js';
import type { History, HistoryPart, LogDraft, LogEvent, ReadResult } from '../room-store.js';
import type { SqliteDatabase, SqlRow } from './driver.js';

/** The rooms' logs and heads, and a folded state of each so that a start need not read the whole log. */
export class LogTable {
  readonly #epoch: string;
  readonly #sql;

  constructor(database: SqliteDatabase, epoch: string) {
    this.#epoch = epoch;
    this.#sql = {
      head: database.prepare('SELECT seq, at, sealed FROM rooms WHERE room = ?'),
      advance: database.prepare(
        `INSERT INTO rooms (room, seq, at) VALUES (?, ?, ?)
           ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, at = excluded.at`,
      ),
      seal: database.prepare(
        `INSERT INTO rooms (room, seq, at, sealed) VALUES (?1, 0, 0, ?2)
           ON CONFLICT (room) DO UPDATE SET sealed = max(sealed, ?2)`,
      ),
      insert: database.prepare(
        'INSERT INTO log (room, seq, at, media_at, type, data) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      after: database.prepare(
        'SELECT seq, at, media_at, type, data FROM log WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?',
      ),
      some: database.prepare(
        `SELECT seq, at, media_at, type, data FROM log
           WHERE room = ? AND seq > ? AND (? IS NULL OR type IN (SELECT value FROM json_each(?)))
           ORDER BY seq LIMIT ?`,
      ),
      show: database.prepare(
        "SELECT data FROM log WHERE room = ? AND type = 'show.load' ORDER BY seq DESC LIMIT 1",
      ),
      snapshot: database.prepare('SELECT seq, state FROM snapshots WHERE room = ?'),
      putSnapshot: database.prepare(
        `INSERT INTO snapshots (room, seq, state) VALUES (?, ?, ?)
           ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, state = excluded.state`,
      ),
    };
  }

  /** Where the log ends, and the time that what follows cannot be before. */
  head(room: string): { seq: number; at: number } {
    const row = this.#sql.head.get(room) as SqlRow | undefined;
    return row
      ? { seq: Number(row.seq), at: Math.max(Number(row.at), Number(row.sealed)) }
      : { seq: 0, at: 0 };
  }

  seal(room: string, until: number): void {
    this.#sql.seal.run(room, until);
  }

  /** Gives each draft the next place; time never goes back within a log, whatever the machine's clock does. */
  append(room: string, drafts: readonly LogDraft[], now: number): LogEvent[] {
    const head = this.head(room);
    const at = Math.max(head.at, now);
    const events = drafts.map(({ type, data, mediaAt }, i) => {
      const seq = head.seq + 1 + i;
      this.#sql.insert.run(room, seq, at, mediaAt ?? null, type, JSON.stringify(data));
      const media = mediaAt === undefined ? {} : { mediaAt };
      return { v: 1 as const, room, epoch: this.#epoch, seq, at, ...media, type, data };
    });
    if (events.length > 0) this.#sql.advance.run(room, head.seq + events.length, at);
    return events;
  }

  read(room: string, since: number, limit: number): ReadResult<LogEvent> {
    const { seq: head } = this.head(room);
    if (head - since > limit) return 'gap';
    const events = this.#events(room, since, limit);
    return events.length === Math.max(0, head - since) ? { events, head } : 'gap';
  }

  history(room: string, { after, limit, types }: HistoryPart): History<LogEvent> {
    const { seq: head } = this.head(room);
    const named = types ? JSON.stringify(types) : null;
    const events = this.#eventsOf(room, this.#sql.some.all(room, after, named, named, limit));
    // A page that is not full has seen the rest of the log.
    const seq = events.length < limit ? Math.max(after, head) : events[events.length - 1]!.seq;
    return { events, seq, head };
  }

  snapshot(room: string): { seq: number; state: RoomState } | undefined {
    const row = this.#sql.snapshot.get(room) as SqlRow | undefined;
    return row && { seq: Number(row.seq), state: JSON.parse(String(row.state)) as RoomState };
  }

  putSnapshot(room: string, seq: number, state: RoomState): void {
    this.#sql.putSnapshot.run(room, seq, JSON.stringify(state));
  }

  eventsAfter(room: string, since: number): LogEvent[] {
    return this.#events(room, since, -1);
  }

  lastShow(room: string): Show | undefined {
    const row = this.#sql.show.get(room) as SqlRow | undefined;
    return row && (JSON.parse(String(row.data)) as { show: Show }).show;
  }

  #events(room: string, since: number, limit: number): LogEvent[] {
    return this.#eventsOf(room, this.#sql.after.all(room, since, limit));
  }

  #eventsOf(room: string, rows: readonly unknown[]): LogEvent[] {
    return rows.map(value => {
      const row = value as SqlRow;
      const media = row.media_at === null ? {} : { mediaAt: Number(row.media_at) };
      const place = {
        v: 1 as const,
        room,
        epoch: this.#epoch,
        seq: Number(row.seq),
        at: Number(row.at),
        ...media,
      };
      return { ...place, type: String(row.type), data: JSON.parse(String(row.data)) as unknown };
    });
  }
}
