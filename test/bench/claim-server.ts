// The server that bench:claims measures, in a process of its own: a room in a file, a room in Redis where there is one,
// and beside them a bare handler of the same framework.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { RoomTokens } from '../../src/server/auth/room-token.js';
import { createRoomServer } from '../../src/server/index.js';
import { claimCode } from '../../src/server/room/random-id.js';
import { RedisStore } from '../../src/server/store/redis/redis-store.js';
import type { RoomStore } from '../../src/server/store/room-store.js';
import { SqliteStore } from '../../src/server/store/sqlite/sqlite-store.js';
import { RedisServer } from '../fixtures/redis-server.js';
import { makeShow } from '../fixtures/show.js';
import { findProgram } from '../tools/debian.mjs';

/** Where each of them is; `redis` is missing where there is no redis-server. */
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

/** Asks a store for `claims` claims without a server before it, `together` at once; answered with `null`. */
export interface Drive {
  store: 'file' | 'redis';
  couponId: string;
  claims: number;
  together: number;
}

const rounds = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'qunlive-bench-'));
const [terms] = makeShow().coupons;
/** Of each round one that is claimed over HTTP, and one that the store is asked for. */
const ids = Array.from({ length: rounds }, (_, i) => [`c${i}`, `d${i}`]).flat();
const shows = [makeShow({ coupons: ids.map(id => ({ ...terms!, id, total: 1_000_000 })) })];

async function open(store: RoomStore) {
  const room = await createRoomServer({ shows, perAddress: 1_000_000, store });
  for (const couponId of ids) {
    await room.execute('spring', { type: 'coupon.open', couponId }, { id: 'host', role: 'host' });
  }
  return room;
}

const redis = findProgram('redis-server') ? await RedisServer.start() : undefined;
const stores = {
  file: await SqliteStore.open({ folder }),
  redis: redis && (await RedisStore.open({ address: redis.address })),
};
const file = await open(stores.file);
const shared = stores.redis && (await open(stores.redis));

/** What any handler has to do before it can do anything: read the body, know who asks, answer. */
const tokens = new RoomTokens(await stores.file.secret('tokens'));
const bare = fastify();
bare.post<{ Body: { couponId: string } }>('/claim', async request => {
  const now = Date.now();
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const { viewer } = tokens.open('session', 'spring', token, now);
  if (viewer.role !== 'viewer') throw new Error('not a viewer');
  return { result: 'won', couponId: request.body.couponId, code: claimCode(), at: now, now };
});

async function drive({ store, couponId, claims, together }: Drive): Promise<void> {
  let next = 0;
  const ask = async () => {
    while (next < claims) {
      const viewer = `direct-${next++}`;
      const offer = { couponId, code: claimCode(), at: Date.now() };
      const receipt = { room: 'spring', viewer, key: couponId, fingerprint: 'as long as a print is' };
      const { answer } = await stores[store]!.claim({
        couponId,
        subject: undefined,
        gate: null,
        offer,
        receipt,
      });
      if (answer.result !== 'won') throw new Error('not all of them won');
    }
  };
  await Promise.all(Array.from({ length: together }, ask));
}

async function cpuUsed(): Promise<CpuUsed> {
  const { user, system } = process.cpuUsage();
  const info = String(await redis?.ask('INFO', 'cpu'));
  const of = (name: string) => 1e6 * Number(new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1] ?? 0);
  return { server: user + system, redis: of('used_cpu_user') + of('used_cpu_sys') };
}

process.send!({
  file: await file.listen({ port: 0 }),
  ...(shared ? { redis: await shared.listen({ port: 0 }) } : {}),
  bare: await bare.listen({ port: 0, host: '127.0.0.1' }),
} satisfies ClaimServers);

process.on('message', (asked: 'cpu' | Drive) => {
  if (asked === 'cpu') void cpuUsed().then(used => process.send!(used));
  else void drive(asked).then(() => process.send!('driven'));
});
process.on('disconnect', () => {
  void Promise.all([file.close(), shared?.close(), bare.close()])
    .then(() => redis?.end())
    .then(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
});
