import { Cluster, Redis } from 'ioredis';
import { parseRedisAddress } from '../../src/server/store/redis/redis-address.js';

/** What Redis holds of the room, read from its keys and not by way of the store that is tried. */
export interface Books {
  total: number;
  left: number;
  /** Viewer → code. */
  won: Map<string, string>;
  soldOutEvents: number;
  /** Texts of all comments that were kept. */
  said: string[];
}

export async function readBooks(address: string): Promise<Books> {
  const { cluster, nodes, prefix } = parseRedisAddress(address);
  const client = cluster ? new Cluster([...nodes]) : new Redis(nodes[0]!);
  const key = (name: string) => `${prefix}{spring}:${name}`;
  try {
    const [total, left, won, log, comments] = await Promise.all([
      client.hget(key('total'), 'plain'),
      client.hget(key('stock'), 'plain'),
      client.hgetall(key('won')),
      client.xrange(key('log'), '-', '+'),
      client.hvals(key('comments')),
    ]);
    return {
      total: Number(total),
      left: Number(left),
      won: new Map(Object.entries(won).map(([who, row]) => [who.split(' ')[1]!, row.split(' ')[0]!])),
      soldOutEvents: log.filter(([, fields]) => fields[fields.indexOf('t') + 1] === 'coupon.sold-out').length,
      said: comments.map(row => (JSON.parse(row.replace(/^[^{]*/, '')) as { text: string }).text),
    };
  } finally {
    client.disconnect();
  }
}
