import { after } from 'node:test';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { talkInTwoProcesses } from '../fixtures/talk-in-two-processes.js';

const redis = await RedisServer.start();
after(() => redis.end());
let made = 0;

talkInTwoProcesses('Redis', async () => {
  const address = `${redis.address}?prefix=talk${(made += 1)}:`;
  return [await RedisStore.open({ address }), await RedisStore.open({ address })];
});
