import { after } from 'node:test';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { storeContract } from '../../src/server/store/store-contract.js';
import { RedisServer } from '../fixtures/redis-server.js';

const redis = await RedisServer.start();
after(() => redis.end());
let made = 0;

const readers: Record<string, [command: string, ...rest: (string | number)[]]> = {
  string: ['GET'],
  hash: ['HGETALL'],
  set: ['SMEMBERS'],
  zset: ['ZRANGE', 0, -1],
  list: ['LRANGE', 0, -1],
  stream: ['XRANGE', '-', '+'],
};

async function allKeys(prefix: string): Promise<string> {
  const keys = (await redis.ask('KEYS', `${prefix}*`)) as string[];
  const values = keys.map(async key => {
    const [command, ...rest] = readers[(await redis.ask('TYPE', key)) as string]!;
    return [key, await redis.ask(command, key, ...rest)];
  });
  return JSON.stringify(await Promise.all(values));
}

storeContract('Redis', () => {
  const number = (made += 1);
  const address = `${redis.address}?prefix=t${number}:`;
  const open = () => RedisStore.open({ address });
  return { open, reopen: open, everything: () => allKeys(`t${number}:`) };
});
