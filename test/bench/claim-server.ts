// The server that bench:claims measures, in a process of its own: a room, and beside it a bare Fastify handler.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { createRoomServer } from '../../src/server/index.js';
import { makeShow } from '../fixtures/show.js';

const coupons = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'qunlive-bench-'));
const [terms] = makeShow().coupons;
const room = await createRoomServer({
  shows: [
    makeShow({
      coupons: Array.from({ length: coupons }, (_, i) => ({ ...terms!, id: `c${i}`, total: 1_000_000 })),
    }),
  ],
  data: folder,
  perAddress: 1_000_000,
});
for (let i = 0; i < coupons; i += 1) {
  await room.execute('spring', { type: 'coupon.open', couponId: `c${i}` }, { id: 'host', role: 'host' });
}
const bare = fastify();
bare.post('/claim', async () => ({
  result: 'won',
  couponId: 'c0',
  code: '0000-0000-0000-0000',
  at: 0,
  now: Date.now(),
}));

const urls = {
  room: await room.listen({ port: 0 }),
  bare: await bare.listen({ port: 0, host: '127.0.0.1' }),
};
process.send!(urls);
process.on('message', () => process.send!(process.cpuUsage()));
process.on('disconnect', () => {
  void Promise.all([room.close(), bare.close()]).then(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
