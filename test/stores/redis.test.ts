import { after } from 'node:test';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { storeContract } from '../../src/server/store/store-contract.js';
import { RedisServer } from '../fixtures/redis-server.js';

const redis = await RedisServer.start();
after(() => redis.end());
let made = 0;

storeContract('Redis', () => {
  const address = `${redis.address}?prefix=t${(made += 1)}:`;
  const open = () => RedisStore.open({ address });
  return { open, reopen: open };
});
