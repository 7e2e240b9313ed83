import { after } from 'node:test';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { sellingInTwoProcesses } from '../fixtures/selling-in-two-processes.js';

const redis = await RedisServer.start();
after(() => redis.end());
let made = 0;

sellingInTwoProcesses('Redis', async () => {
  const address = `${redis.address}?prefix=selling${(made += 1)}:`;
  return [await RedisStore.open({ address }), await RedisStore.open({ address })];
});
