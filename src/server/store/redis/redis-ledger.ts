import type { LedgerEntry, LedgerStore, LedgerType } from '../ledger-store.js';
import { RoomKeys } from './keys.js';
import type { RedisLink } from './redis-link.js';
import { cursorScript, leaseScript } from './scripts/ledger-scripts.js';

/** What the merchant's books hear: written by the scripts that do it, read here. */
export class RedisLedger implements LedgerStore {
  readonly #link: RedisLink;
  readonly #prefix: string;

  constructor(link: RedisLink, prefix: string) {
    this.#link = link;
    this.#prefix = prefix;
  }

  async ledger(room: string, after: number, limit: number): Promise<LedgerEntry[]> {
    if (limit < 1) return [];
    const key = new RoomKeys(this.#prefix, room).of('ledger');
    const rows = await this.#link.ask(client => client.lrange(key, after, after + limit - 1));
    return rows.map((row, i) => entryOf(after + i + 1, row));
  }

  async cursor(room: string, name: string): Promise<number> {
    const key = new RoomKeys(this.#prefix, room).of('cursors');
    return Number((await this.#link.ask(client => client.hget(key, name))) ?? 0);
  }

  async setCursor(room: string, name: string, n: number): Promise<void> {
    await this.#link.write(cursorScript, new RoomKeys(this.#prefix, room).all('cursors'), [name, n]);
  }

  async lease(name: string, holder: string, ms: number): Promise<boolean> {
    return (
      (await this.#link.run<number>(leaseScript, [`${this.#prefix}lease:{${name}}`], [holder, ms])) === 1
    );
  }
}

/** "at type {…}" */
function entryOf(n: number, row: string): LedgerEntry {
  const [, at, type, json] = /^(\d+) (\S+) (.*)$/s.exec(row)!;
  return {
    n,
    at: Number(at),
    type: type as LedgerType,
    data: JSON.parse(json!) as LedgerEntry['data'],
  };
}
