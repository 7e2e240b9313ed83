import test from 'node:test';
import { serverScenes } from './server-scenes.js';

/** The short form of `npm run test:chaos`: fewer people, and without the scene that fills the kernel's buffers. */
for (const { name, run, short } of serverScenes) {
  if (!short) continue;
  test(name, async t => {
    for (const line of await run({ pages: 36, streams: 300, stalled: 20 })) t.diagnostic(line);
  });
}
