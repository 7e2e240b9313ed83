import type { LedgerStore } from '../store/ledger-store.js';
import type { ReferralStore } from '../store/referral-store.js';
import { Chain } from './chain.js';
import type { ReferralConfig } from './config.js';

type Store = Pick<ReferralStore, 'referrals'> & Pick<LedgerStore, 'ledger'>;

export interface FiguresOptions {
  store: Store;
  /** Its id, and the incarnation of its log: in another one rows are counted anew. */
  room: { readonly id: string; readonly epoch: string };
  config: ReferralConfig;
  now: () => number;
  /** Told how long a look took that found something, ms, and how many rows were new. */
  looked?: ((ms: number, rows: number) => void) | undefined;
  /** Looks within this time see the same, ms: longer where a look takes long. Default 1000. */
  freshMs?: number | undefined;
}

/** Rows of one question to the store. Between two of them everybody else has a turn. */
const PAGE = 500;
/** Of a process's time no more than one part in so many goes into figures, however large the room. */
const PART = 20;
/** Folding all anew is for a crowd of rows; what was changed in them may be seen that much later. */
const ANEW_MS = 10_000;
/** Nobody has looked for so long: the figures are forgotten. */
const IDLE_MS = 15 * 60_000;

/** The figures of one room as far as this process has read them: each look reads only what is new. */
export class RoomFigures {
  readonly config: ReferralConfig;
  readonly #options: FiguresOptions;
  #chain: Chain;
  #epoch = '';
  #edition: number | undefined;
  #row = 0;
  #entry = 0;
  #lookedAt = -Infinity;
  /** What the last look has taken, with what was made of it, ms. */
  #took = 0;
  #begunAt = -Infinity;
  #looking: Promise<void> | undefined;
  readonly #views = new Map<string, { made: unknown; at: number }>();
  #idle: NodeJS.Timeout | undefined;

  constructor(options: FiguresOptions) {
    this.#options = options;
    this.config = options.config;
    this.#chain = new Chain(this.config.policy);
  }

  get room(): string {
    return this.#options.room.id;
  }

  /**
   * What `make` makes of the chain as it is at `at`; made once for a `name` until there is something new, or `forMs` are over: some
   * figures change because time goes by.
   */
  async view<T>(name: string, make: (chain: Chain, at: number) => T, forMs = Infinity): Promise<T> {
    await this.look();
    const at = this.#options.now();
    const known = this.#views.get(name);
    if (known && at - known.at < forMs) return known.made as T;
    const begun = performance.now();
    const made = make(this.#chain, at);
    this.#took += performance.now() - begun;
    this.#views.set(name, { made, at });
    return made;
  }

  /** Reads what is new. Those who ask meanwhile, and shortly afterwards, wait for the same look. */
  async look(): Promise<void> {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#begin(), IDLE_MS).unref();
    const now = performance.now();
    const freshMs = Math.max(this.#options.freshMs ?? 1000, PART * this.#took);
    if (!this.#looking && now - this.#lookedAt < freshMs) return;
    this.#looking ??= this.#read()
      .then(() => void (this.#lookedAt = performance.now()))
      .finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Reads at once what is new, for tests and for those who have just written. */
  async refresh(): Promise<void> {
    await this.#looking;
    this.#lookedAt = this.#begunAt = -Infinity;
    return this.look();
  }

  close(): void {
    clearTimeout(this.#idle);
  }

  async #read(): Promise<void> {
    const begun = performance.now();
    this.#took = 0;
    if (this.#options.room.epoch !== this.#epoch) this.#begin();
    const before = this.#row + this.#entry;
    await this.#readRows();
    await this.#readLedger();
    const rows = this.#row + this.#entry - before;
    this.#took = performance.now() - begun;
    if (rows > 0) this.#options.looked?.(this.#took, rows);
  }

  async #readRows(): Promise<void> {
    const { store, room } = this.#options;
    for (;;) {
      const { rows, edition } = await store.referrals(room.id, this.#row, PAGE);
      this.#edition ??= edition;
      if (edition !== this.#edition && performance.now() - this.#begunAt >= ANEW_MS) {
        this.#begin();
        continue;
      }
      this.#take(rows);
      if (rows.length < PAGE) return;
      await turn();
    }
  }

  #take(rows: Awaited<ReturnType<Store['referrals']>>['rows']): void {
    if (rows.length > 0) this.#views.clear();
    for (const row of rows) {
      this.#chain.add(row);
      this.#row = row.n;
    }
  }

  async #readLedger(): Promise<void> {
    const { store, room } = this.#options;
    for (;;) {
      const entries = await store.ledger(room.id, this.#entry, PAGE);
      if (entries.length > 0) this.#views.clear();
      for (const entry of entries) {
        this.#chain.hear(entry);
        this.#entry = entry.n;
      }
      if (entries.length < PAGE) return;
      await turn();
    }
  }

  /** Forgets all: rows were changed after they were read, or nobody wants them. */
  #begin(): void {
    this.#chain = new Chain(this.config.policy);
    this.#views.clear();
    this.#epoch = this.#options.room.epoch;
    this.#edition = undefined;
    this.#row = 0;
    this.#entry = 0;
    this.#begunAt = performance.now();
  }
}

const turn = () => new Promise(setImmediate);
