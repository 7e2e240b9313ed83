import type { Hint } from '../room-store.js';
import type { RedisAddress } from './redis-address.js';
import { connect, connected, type Client } from './redis-link.js';

/** One subscription for a room and process, shared by all who listen. Whatever is lost, `read` has it. */
export class RedisHints {
  readonly #client: Client;
  readonly #channelOf: (log: string) => string;
  readonly #listeners = new Map<string, Set<(hint: Hint) => void>>();
  readonly #channels = new Map<string, number>();

  constructor(address: RedisAddress, channelOf: (log: string) => string, faulted: (error: Error) => void) {
    this.#channelOf = channelOf;
    this.#client = connect(address, faulted);
    this.#client.on('message', (_channel: string, message: string) => {
      const [log = '', seq] = message.split(' ');
      this.tell(log, Number(seq));
    });
  }

  open(): Promise<void> {
    return connected(this.#client);
  }

  /** What this process itself has appended is told at once. */
  tell(log: string, seq: number): void {
    for (const listener of this.#listeners.get(log) ?? []) listener({ seq });
  }

  subscribe(log: string, listener: (hint: Hint) => void): () => void {
    const listeners = this.#listeners.get(log) ?? new Set();
    this.#listeners.set(log, listeners.add(listener));
    const channel = this.#channelOf(log);
    const users = this.#channels.get(channel) ?? 0;
    this.#channels.set(channel, users + 1);
    // Without it the pulses say where the log stands; a new connection subscribes again by itself.
    if (users === 0) this.#client.subscribe(channel).catch(() => {});
    return () => {
      if (!listeners.delete(listener)) return;
      const left = this.#channels.get(channel)! - 1;
      this.#channels.set(channel, left);
      if (left === 0) this.#client.unsubscribe(channel).catch(() => {});
    };
  }

  close(): void {
    this.#client.disconnect();
  }
}
