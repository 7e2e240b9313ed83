import { QunError } from '../../protocol/index.js';

/** What a group commit needs of its database. */
export interface Transactions {
  begin(): void;
  /** Each work has a savepoint of its own: one that fails takes nothing with it. */
  savepoint(): void;
  release(): void;
  rollbackToSavepoint(): void;
  commit(): void;
  rollback(): void;
}

export interface GroupCommitOptions {
  /** Works in one transaction. Default 64: about a millisecond, and already 1/64 of a disk flush each. */
  maxBatch?: number;
  /** Works waiting, past which new ones are refused as `overloaded`. Default 10000. */
  maxQueue?: number;
}

interface Queued {
  work: () => unknown;
  wholly: boolean;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Many works, one disk flush: what arrives in turns of the event loop that each bring more is written in one
 * transaction. Nothing is answered before the commit has returned.
 */
export class GroupCommit {
  readonly #database: Transactions;
  readonly #maxBatch: number;
  readonly #maxQueue: number;
  readonly #committed: () => void;
  #queue: Queued[] = [];
  #scheduled = false;
  #closing: Promise<void> | undefined;
  #drained: (() => void) | undefined;

  /** `committed` runs after each commit and before its answers. */
  constructor(database: Transactions, committed: () => void, options: GroupCommitOptions = {}) {
    this.#database = database;
    this.#committed = committed;
    this.#maxBatch = options.maxBatch ?? 64;
    this.#maxQueue = options.maxQueue ?? 10_000;
  }

  /**
   * `wholly`: the work throws a QunError before it has written anything or not at all, so that it needs no savepoint,
   * which is a copy of every page it touches. What else it throws undoes the whole transaction.
   */
  run<T>(work: () => T, { wholly = false }: { wholly?: boolean } = {}): Promise<T> {
    if (this.#closing)
      return Promise.reject(new QunError('shutting-down', { detail: 'the store is closing' }));
    if (this.#queue.length >= this.#maxQueue) {
      return Promise.reject(new QunError('overloaded', { detail: 'too much to write', retryAfterMs: 1000 }));
    }
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, wholly, resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves when everything queued has been written. */
  close(): Promise<void> {
    this.#closing ??= new Promise(resolve => {
      this.#drained = resolve;
      this.#schedule();
    });
    return this.#closing;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#gather(0);
  }

  /** A turn that brings nothing more costs a lone work microseconds, and a rush is flushed half as often. */
  #gather(seen: number): void {
    setImmediate(() => {
      const { length } = this.#queue;
      if (length > seen && length < this.#maxBatch && !this.#closing) {
        this.#gather(length);
        return;
      }
      this.#scheduled = false;
      this.#flush(this.#queue.splice(0, this.#maxBatch));
      if (this.#queue.length > 0) this.#schedule();
      else this.#drained?.();
    });
  }

  #flush(batch: Queued[]): void {
    if (batch.length === 0) return;
    let answers: (() => void)[];
    let begun = false;
    try {
      this.#database.begin();
      begun = true;
      answers = batch.map(queued => this.#runOne(queued));
      this.#database.commit();
    } catch (cause) {
      // The disk is full or broken: none of the batch happened.
      if (begun) this.#tryRollback();
      for (const { reject } of batch) reject(new QunError('internal', { detail: 'could not write', cause }));
      return;
    }
    try {
      this.#committed();
    } finally {
      // Written is written, whatever becomes of those who listen.
      for (const answer of answers) answer();
    }
  }

  #runOne({ work, wholly, resolve, reject }: Queued): () => void {
    if (!wholly) this.#database.savepoint();
    try {
      const value = work();
      if (!wholly) this.#database.release();
      return () => resolve(value);
    } catch (error) {
      if (!wholly) this.#database.rollbackToSavepoint();
      else if (!(error instanceof QunError)) throw error;
      return () => reject(error);
    }
  }

  #tryRollback(): void {
    try {
      this.#database.rollback();
    } catch {
      // SQLite has already rolled back by itself; there is nothing left to undo.
    }
  }
}
