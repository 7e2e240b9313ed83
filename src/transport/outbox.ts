import { retryMs, type BackOffOptions } from '../core/back-off.js';
import { QunError } from '../protocol/index.js';

export interface OutboxOptions {
  /** How long one wish is tried for, ms; time without a network does not count. Default 60000. */
  patienceMs?: number | undefined;
  backOff?: BackOffOptions | undefined;
  /** Wishes that wait in one lane. Default 20. */
  maxWaiting?: number | undefined;
  /** False: the device says it has no network. */
  isOnline?: (() => boolean) | undefined;
}

interface Task {
  work(signal: AbortSignal): Promise<unknown>;
  settle(error: QunError | undefined, value?: unknown): void;
}

/** How long a device that says it is offline is believed, ms: some say so while they are not. */
const DOUBT_MS = 30_000;

/**
 * What this viewer wants of the server, until it has answered. Temporary failures are tried again, never sooner than the
 * server asked; a wish of the same lane waits for the one before it, so that nothing overtakes. Everything that is
 * still here when the room is left is rejected with `network`.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #lanes = new Map<string, Task[]>();
  readonly #wakers = new Set<() => void>();
  #closing = new AbortController();

  constructor(options: OutboxOptions = {}) {
    this.#options = options;
  }

  /** Runs `work` until it succeeds, fails for good, or patience ends; rejects with its QunError. */
  add<T>(lane: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const waiting = this.#lanes.get(lane) ?? [];
    const { maxWaiting = 20 } = this.#options;
    if (waiting.length >= maxWaiting) {
      const detail = `${maxWaiting} of the same kind are waiting already`;
      return Promise.reject(new QunError('rate-limited', { detail }));
    }
    return new Promise<T>((resolve, reject) => {
      waiting.push({ work, settle: (error, value) => (error ? reject(error) : resolve(value as T)) });
      if (waiting.length > 1) return;
      this.#lanes.set(lane, waiting);
      void this.#empty(lane, waiting, this.#closing.signal);
    });
  }

  /** There may be a network again: what waits is tried now. */
  wake(): void {
    for (const wake of [...this.#wakers]) wake();
  }

  /** Rejects everything, and what is on its way is called back. The outbox can be used again. */
  close(): void {
    this.#closing.abort();
    this.#closing = new AbortController();
    const left = [...this.#lanes.values()].flat();
    this.#lanes.clear();
    this.wake();
    for (const task of left) task.settle(new QunError('network', { detail: 'the room was left' }));
  }

  async #empty(lane: string, tasks: Task[], signal: AbortSignal): Promise<void> {
    for (let task = tasks[0]; task && !signal.aborted; task = tasks[0]) {
      try {
        const value = await this.#deliver(task, signal);
        task.settle(undefined, value);
      } catch (error) {
        task.settle(QunError.from(error, 'network'));
      }
      tasks.shift();
    }
    if (this.#lanes.get(lane) === tasks) this.#lanes.delete(lane);
  }

  async #deliver({ work }: Task, signal: AbortSignal): Promise<unknown> {
    const { patienceMs = 60_000, backOff, isOnline = () => true } = this.#options;
    let spentMs = 0;
    for (let attempt = 0; ; attempt += 1) {
      const began = Date.now();
      try {
        return await work(signal);
      } catch (cause) {
        const error = QunError.from(cause, 'network');
        // Slow mode is the viewer's to see, and the words may be changed meanwhile.
        if (signal.aborted || !error.temporary || error.code === 'comment-too-fast') throw error;
        if (error.code === 'network' && !isOnline()) {
          await this.#sleep(DOUBT_MS);
          continue;
        }
        const waitMs = retryMs(attempt, error.retryAfterMs, backOff);
        spentMs += Math.max(0, Date.now() - began) + waitMs;
        if (spentMs > patienceMs) throw error;
        // Only a network that comes back is worth being woken for; what the server asked for is kept to.
        await this.#sleep(waitMs, error.retryAfterMs === undefined ? undefined : signal);
      }
      if (signal.aborted) throw new QunError('network', { detail: 'the room was left' });
    }
  }

  /** Until the time is over or somebody wakes us; given a signal, only that wakes us. */
  #sleep(ms: number, only?: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const wake = () => {
        if (only && !only.aborted) return;
        this.#wakers.delete(wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#wakers.delete(wake);
        resolve();
      }, ms);
      this.#wakers.add(wake);
    });
  }
}
