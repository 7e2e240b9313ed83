import test from 'node:test';
import { redisScenes } from './redis-scenes.js';

/** The short form of `npm run test:chaos`: the same scenes, with fewer people. */
for (const { name, run } of redisScenes) {
  test(name, async t => {
    for (const line of await run({ viewers: 120, coupons: 60 })) t.diagnostic(line);
  });
}
