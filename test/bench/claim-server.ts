// The server that bench:claims measures, in a process of its own: a room in a file, a room in Redis where there is
// one, and beside them a bare Fastify handler.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { createRoomServer, type RoomServer } from '../../src/server/index.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { makeShow } from '../fixtures/show.js';
import { findProgram } from '../tools/debian.mjs';

/** Where each of the three is; `redis` is missing where there is no redis-server. */
export interface ClaimServers {
  file: string;
  redis?: string;
  bare: string;
}

/** CPU used so far, µs: by this process, and by redis-server. */
export interface CpuUsed {
  server: number;
  redis: number;
}

const coupons = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'qunlive-bench-'));
const [terms] = makeShow().coupons;
const shows = [
  makeShow({
    coupons: Array.from({ length: coupons }, (_, i) => ({ ...terms!, id: `c${i}`, total: 1_000_000 })),
  }),
];
async function open(where: { data: string } | { storeAddress: string }): Promise<RoomServer> {
  const room = await createRoomServer({ shows, perAddress: 1_000_000, ...where });
  for (let i = 0; i < coupons; i += 1) {
    await room.execute('spring', { type: 'coupon.open', couponId: `c${i}` }, { id: 'host', role: 'host' });
  }
  return room;
}

const file = await open({ data: folder });
const redis = findProgram('redis-server') ? await RedisServer.start() : undefined;
const shared = redis && (await open({ storeAddress: redis.address }));
const bare = fastify();
bare.post('/claim', async () => ({
  result: 'won',
  couponId: 'c0',
  code: '0000-0000-0000-0000',
  at: 0,
  now: Date.now(),
}));

const urls: ClaimServers = {
  file: await file.listen({ port: 0 }),
  ...(shared ? { redis: await shared.listen({ port: 0 }) } : {}),
  bare: await bare.listen({ port: 0, host: '127.0.0.1' }),
};
process.send!(urls);

async function cpuUsed(): Promise<CpuUsed> {
  const { user, system } = process.cpuUsage();
  const info = String(await redis?.ask('INFO', 'cpu'));
  const of = (name: string) => 1e6 * Number(new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1] ?? 0);
  return { server: user + system, redis: of('used_cpu_user') + of('used_cpu_sys') };
}

process.on('message', () => void cpuUsed().then(used => process.send!(used)));
process.on('disconnect', () => {
  void Promise.all([file.close(), shared?.close(), bare.close()])
    .then(() => redis?.end())
    .then(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
});
