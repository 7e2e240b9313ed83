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
    // Left to the client, subscribing again after a break has nobody who hears that it failed: the process would end.
    this.#client = connect(address, faulted, { autoResubscribe: false });
    this.#client.on('ready', () => this.#subscribe([...this.#channels.keys()]));
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
    if (users === 0) this.#subscribe([channel]);
    return () => {
      if (!listeners.delete(listener)) return;
      const left = this.#channels.get(channel)! - 1;
      if (left > 0) this.#channels.set(channel, left);
      else this.#channels.delete(channel);
      if (left === 0) this.#client.unsubscribe(channel).catch(() => {});
    };
  }

  /** Without it the pulses say where the log stands, and the next connection asks again. */
  #subscribe(channels: readonly string[]): void {
    if (channels.length > 0) this.#client.subscribe(...channels).catch(() => {});
  }

  close(): void {
    this.#client.disconnect();
  }
}
