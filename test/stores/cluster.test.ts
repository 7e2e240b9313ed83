import { after } from 'node:test';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import { storeContract } from '../../src/server/store/store-contract.js';
import { RedisCluster } from '../fixtures/redis-cluster.js';

const cluster = await RedisCluster.start(3);
after(() => cluster.end());
let made = 0;

storeContract('a Redis cluster of three', () => {
  const address = `${cluster.address}?prefix=t${(made += 1)}:`;
  const open = () => RedisStore.open({ address });
  return { open, reopen: open };
});
