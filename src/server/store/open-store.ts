import { QunError } from '../../protocol/index.js';
import { parseRedisAddress } from './redis/redis-address.js';
import type { RoomStore } from './room-store.js';
import { SqliteStore } from './sqlite/sqlite-store.js';

export interface StoreChoice {
  kind: 'sqlite' | 'redis';
  /** Where it is, without secrets. */
  name: string;
  /** Throws `bad-config` where it cannot be used. */
  open(warn: (message: string) => void): Promise<RoomStore>;
}

/**
 * `sqlite:folder`, for one process; `redis://…`, `rediss://…`, `redis+cluster://…` or `rediss+cluster://…`, for any
 * number of them. Throws `bad-config` that says what to write, and never a password.
 */
export function chooseStore(address: string): StoreChoice {
  const folder = /^sqlite:(?:\/\/(?=\/))?(.+)$/s.exec(address)?.[1];
  if (folder !== undefined) {
    return { kind: 'sqlite', name: folder, open: warn => SqliteStore.open({ folder, warn }) };
  }
  if (/^rediss?(\+cluster)?:/.test(address)) {
    const { name } = parseRedisAddress(address);
    // Loaded where it is wanted: most servers are one process with a file.
    const open = async (warn: (message: string) => void) =>
      (await import('./redis/redis-store.js')).RedisStore.open({ address, warn });
    return { kind: 'redis', name, open };
  }
  const detail =
    'which store? sqlite:./qunlive-data for one process, redis://host:6379 or redis+cluster://host:6379 for several';
  throw new QunError('bad-config', { detail });
}
