import { setTimeout as wait } from 'node:timers/promises';
import { randomText } from '../room/random-id.js';
import type { LedgerStore } from '../store/ledger-store.js';
import type { NoteStore } from '../store/note-store.js';
import { UPSTREAM_MS } from './ask-upstream.js';
import { UpstreamFault } from './upstream-fault.js';

export interface SharedValueOptions {
  name: string;
  notes: NoteStore;
  store: Pick<LedgerStore, 'lease'>;
  /** Asks for another one. `ms`: how long it is good. */
  fetch: () => Promise<{ value: string; ms: number }>;
  /** Server time, ms. */
  now: () => number;
  /** Told of a renewal that failed while the old one is still good. */
  warn: (fault: UpstreamFault) => void;
  signal: AbortSignal;
}

interface Held {
  value: string;
  until: number;
  renewAt: number;
}

/** How long one that is asking keeps the others from it, ms: two questions, if the token has to be asked for first. */
const LEASE_MS = 2 * UPSTREAM_MS + 1000;
/** How often those who wait look, ms. */
const LOOK_MS = 50;
/** How long before its end a value is renewed, ms; sooner ends at half their time. */
const AHEAD_MS = 600_000;

/**
 * A value that one process asks for and all use: the others wait for it, whoever comes while it is being renewed gets
 * the old one, and after a refusal nobody asks again for a while. It is asked for when it is needed: no timer.
 */
export class SharedValue {
  readonly #options: SharedValueOptions;
  readonly #holder = randomText(16);
  #held: Held | undefined;
  #renewing: Promise<string> | undefined;
  /** Until then nothing is done about one that should be renewed. */
  #quietUntil = 0;

  constructor(options: SharedValueOptions) {
    this.#options = options;
  }

  /** Throws UpstreamFaults. */
  async get(): Promise<string> {
    const held = this.#good(this.#held) ?? (await this.#noted());
    if (!held) return this.#renewed();
    if (this.#fresh(held) || this.#options.now() < this.#quietUntil) return held.value;
    if (this.#renewing) return held.value;
    // Another process may have done it by now.
    const noted = await this.#noted();
    if (noted && this.#fresh(noted)) return noted.value;
    if (!this.#renewing) this.#renewAhead();
    return held.value;
  }

  #renewAhead(): void {
    this.#renewed().catch((error: unknown) => {
      // The old one is good; a store that cannot be asked has its own way of saying so.
      const fault = error instanceof UpstreamFault ? error : new UpstreamFault('the store did not answer');
      this.#quietUntil = this.#options.now() + fault.waitMs;
      this.#options.warn(fault);
    });
  }

  /** `value` was refused: the next one to ask gets another. */
  async drop(value: string): Promise<void> {
    if (this.#held?.value === value) this.#held = undefined;
    if ((await this.#noted())?.value !== value) return;
    this.#held = undefined;
    await this.#options.notes.setNote(this.#options.name, '', 1);
  }

  #renewed(): Promise<string> {
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #renew(): Promise<string> {
    const { name, store, signal } = this.#options;
    for (;;) {
      const mine = await store.lease(name, this.#holder, LEASE_MS);
      try {
        const noted = await this.#noted();
        if (noted && this.#fresh(noted)) return noted.value;
        const fault = await this.#fault();
        if (fault) throw fault;
        if (mine) return await this.#fetch();
      } finally {
        if (mine) await store.lease(name, this.#holder, 1);
      }
      if (signal.aborted) throw new UpstreamFault('the server is closing');
      await wait(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  async #fetch(): Promise<string> {
    const { name, notes, fetch, now } = this.#options;
    const begun = now();
    try {
      const { value, ms } = await fetch();
      const held = { value, until: begun + ms, renewAt: begun + Math.max(ms - AHEAD_MS, ms / 2) };
      this.#held = held;
      await notes.setNote(name, JSON.stringify(held), ms);
      return value;
    } catch (error) {
      if (error instanceof UpstreamFault && !this.#options.signal.aborted) {
        const { message, errcode, waitMs } = error;
        await notes.setNote(
          `${name}:fault`,
          JSON.stringify({ message, errcode, until: now() + waitMs }),
          waitMs,
        );
      }
      throw error;
    }
  }

  async #noted(): Promise<Held | undefined> {
    const { name, notes } = this.#options;
    const text = await notes.note(name);
    const held = text ? this.#good(JSON.parse(text) as Held) : undefined;
    if (held) this.#held = held;
    return held;
  }

  /** What the last one who asked was told, while nobody is to ask again. */
  async #fault(): Promise<UpstreamFault | undefined> {
    const { name, notes, now } = this.#options;
    const text = await notes.note(`${name}:fault`);
    if (!text) return undefined;
    const { message, errcode, until } = JSON.parse(text) as {
      message: string;
      errcode?: number;
      until: number;
    };
    return until > now() ? UpstreamFault.heard(message, errcode, until - now()) : undefined;
  }

  #fresh(held: Held): boolean {
    return this.#options.now() < held.renewAt;
  }

  #good(held: Held | undefined): Held | undefined {
    return held && held.until > this.#options.now() ? held : undefined;
  }
}
