import { retryMs } from '../../core/back-off.js';
import { randomText } from '../room/random-id.js';
import type { LedgerEntry, LedgerStore } from '../store/ledger-store.js';
import { SIGNATURE_HEADER, type MerchantKey } from './merchant-key.js';
import { webhookMessage } from './webhook-message.js';

/** Who counts. */
export interface WebhookWatch {
  /** How a delivery ended: `2xx` … `5xx`, `timeout` or `network`; and how many events were in it. */
  delivered?(outcome: string, events: number): void;
  /** Since when the oldest event has waited that is not acknowledged, server ms; undefined: there is none. */
  waiting?(room: string, since: number | undefined): void;
}

export interface WebhookOptions {
  url: string;
  key: MerchantKey;
  store: LedgerStore;
  rooms: () => readonly string[];
  /** Server time, ms. */
  now: () => number;
  watch?: WebhookWatch | undefined;
  warn?: ((fields: object, message: string) => void) | undefined;
  /** Events one delivery holds at most. Default 100. */
  batch?: number | undefined;
  /** How long an answer may take, ms. Default 10000. */
  timeoutMs?: number | undefined;
  random?: (() => number) | undefined;
}

/** Under this name the merchant's place in each ledger is kept, and the right to send. */
const NAME = 'webhook';
/** How long a sender that has died keeps the others from sending, ms. */
const LEASE_MS = 30_000;
/** First and longest wait after a delivery that failed, ms. */
const BACK_OFF = { minMs: 1000, maxMs: 300_000 };
/** Nobody is waited for longer than that, whatever they ask, ms. */
const LONGEST_ASKED = 3_600_000;

interface Trouble {
  failures: number;
  dueAt: number;
}

/**
 * Tells the merchant's books what the ledgers say: each room in order, one delivery at a time, from one process, until
 * it is acknowledged. The place is kept only then, so that whatever ends in between is told again rather than lost.
 */
export class WebhookSender {
  readonly #options: WebhookOptions;
  readonly #holder = randomText(16);
  readonly #troubles = new Map<string, Trouble>();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  /** Delivers all that is due. Settles when the rooms have nothing more to say, or have to wait. */
  async round(): Promise<void> {
    const { store, rooms, watch } = this.#options;
    if (this.#closing.signal.aborted) return;
    if (await store.lease(NAME, this.#holder, LEASE_MS)) {
      await Promise.all(rooms().map(room => this.#tend(room)));
    } else {
      for (const room of rooms()) watch?.waiting?.(room, undefined);
    }
  }

  /** Breaks off what is under way: it is told again by whoever sends next. Another one may at once. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await Promise.allSettled(this.#underWay.values());
    await this.#options.store.lease(NAME, this.#holder, 1).catch(() => {});
  }

  #tend(room: string): Promise<void> {
    const busy = this.#underWay.get(room);
    if (busy) return busy;
    if (this.#options.now() < (this.#troubles.get(room)?.dueAt ?? 0)) return Promise.resolve();
    const work = this.#deliverAll(room).finally(() => this.#underWay.delete(room));
    this.#underWay.set(room, work);
    return work;
  }

  async #deliverAll(room: string): Promise<void> {
    const { store, batch = 100, watch } = this.#options;
    while (!this.#closing.signal.aborted) {
      const entries = await store.ledger(room, await store.cursor(room, NAME), batch);
      const [oldest] = entries;
      watch?.waiting?.(room, oldest?.at);
      if (!oldest || !(await store.lease(NAME, this.#holder, LEASE_MS))) return;
      if (!(await this.#deliver(room, entries))) return;
      await store.setCursor(room, NAME, entries[entries.length - 1]!.n);
    }
  }

  /** True: acknowledged. */
  async #deliver(room: string, entries: readonly LedgerEntry[]): Promise<boolean> {
    const { url, key, now, watch, warn, timeoutMs = 10_000, random } = this.#options;
    const body = JSON.stringify(webhookMessage(room, entries));
    let outcome: string;
    let retryAfterMs: number | undefined;
    const abort = new AbortController();
    const stop = () => abort.abort();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, timeoutMs);
    this.#closing.signal.addEventListener('abort', stop);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'qunlive',
          [SIGNATURE_HEADER]: key.sign(body, now()),
        },
        body,
        // What was meant for one address is not handed to another.
        redirect: 'manual',
        signal: abort.signal,
      });
      await response.body?.cancel();
      outcome = `${Math.floor(response.status / 100)}xx`;
      const asked = Number(response.headers.get('retry-after') ?? NaN);
      if (asked > 0) retryAfterMs = Math.min(asked * 1000, LONGEST_ASKED);
      if (!response.ok) warn?.({ room, status: response.status }, 'the webhook was not acknowledged');
    } catch (error) {
      if (this.#closing.signal.aborted) return false;
      outcome = late ? 'timeout' : 'network';
      warn?.({ room, err: error }, 'the webhook could not be delivered');
    } finally {
      clearTimeout(timer);
      this.#closing.signal.removeEventListener('abort', stop);
    }
    watch?.delivered?.(outcome, entries.length);
    if (outcome === '2xx') {
      this.#troubles.delete(room);
      return true;
    }
    const failures = this.#troubles.get(room)?.failures ?? 0;
    const wait = retryMs(failures, retryAfterMs, { ...BACK_OFF, random });
    this.#troubles.set(room, { failures: failures + 1, dueAt: now() + wait });
    return false;
  }
}
