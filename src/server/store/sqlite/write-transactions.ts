import type { Transactions } from '../group-commit.js';
import type { Hint, LogEvent } from '../room-store.js';
import type { SqliteDatabase, SqliteStatement } from './driver.js';

/** Transactions of one connection, and the events that become public only when theirs has been committed. */
export class WriteTransactions implements Transactions {
  readonly #sql: Record<'begin' | 'savepoint' | 'release' | 'undo' | 'commit' | 'rollback', SqliteStatement>;
  readonly #listeners = new Map<string, Set<(hint: Hint) => void>>();
  #pending: LogEvent[] = [];
  #mark = 0;

  constructor(database: SqliteDatabase) {
    this.#sql = {
      begin: database.prepare('BEGIN IMMEDIATE'),
      savepoint: database.prepare('SAVEPOINT work'),
      release: database.prepare('RELEASE work'),
      undo: database.prepare('ROLLBACK TO work'),
      commit: database.prepare('COMMIT'),
      rollback: database.prepare('ROLLBACK'),
    };
  }

  emit(events: readonly LogEvent[]): void {
    this.#pending.push(...events);
  }

  publish(): void {
    const events = this.#pending;
    this.#pending = [];
    for (const event of events) {
      for (const listener of this.#listeners.get(event.room) ?? [])
        listener({ seq: event.seq, events: [event] });
    }
  }

  subscribe(log: string, listener: (hint: Hint) => void): () => void {
    const listeners = this.#listeners.get(log) ?? new Set();
    this.#listeners.set(log, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  begin(): void {
    this.#sql.begin.run();
  }

  savepoint(): void {
    this.#mark = this.#pending.length;
    this.#sql.savepoint.run();
  }

  release(): void {
    this.#sql.release.run();
  }

  rollbackToSavepoint(): void {
    this.#pending.length = this.#mark;
    this.#sql.undo.run();
    this.#sql.release.run();
  }

  commit(): void {
    this.#sql.commit.run();
  }

  rollback(): void {
    this.#pending = [];
    this.#sql.rollback.run();
  }
}
