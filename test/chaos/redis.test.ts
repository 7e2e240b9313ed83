import test from 'node:test';
import { redisScenes } from './redis-scenes.js';

/** The short form of `npm run test:chaos`: fewer people, and the scene of a cluster that promises the most. */
for (const { name, run, short } of redisScenes) {
  if (!short) continue;
  test(name, async t => {
    for (const line of await run({ viewers: 120, coupons: 60 })) t.diagnostic(line);
  });
}
