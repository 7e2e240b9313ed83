// npm run bench:claims: what a claim costs in each store, in one run beside a bare handler of the same framework that
// reads the body, checks the token and answers, and beside the store driven directly. `npm run bench:claims -- 21` for
// more rounds.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { asShipped } from './as-shipped.js';
import type { ClaimServers, CpuUsed, Drive } from './claim-server.js';
import { load, postRequest } from './http-load.js';
import { median, table } from './stats.js';

const ROUNDS = Number(process.argv[2] ?? 11);
/** Before them, so that what is measured is compiled. */
const WARM_UP = 2;
const VIEWERS = 2000;
const CONNECTIONS = 64;
/** Claims per CPU second, of what the bare handler answers. */
const BAR = 0.6;

type Kind = keyof ClaimServers;
type Way = Kind | 'file direct' | 'redis direct';

interface Round {
  perSecond: number;
  cpuUs: number;
  redisUs: number;
  p50: number;
  p99: number;
}

const built = await asShipped(new URL('claim-server.ts', import.meta.url));
const server = fork(built.file, [String(WARM_UP + ROUNDS)], {
  execArgv: process.execArgv.filter(argument => argument.startsWith('--cpu-prof')),
});
process.on('exit', () => rmSync(built.folder, { recursive: true, force: true }));
const [urls] = (await once(server, 'message')) as [ClaimServers];
async function ask<T>(message: 'cpu' | Drive): Promise<T> {
  server.send(message);
  return ((await once(server, 'message')) as [T])[0];
}

async function join(url: string): Promise<string[]> {
  const one = () => postRequest(`${url}/v1/rooms/spring/session`, {}, '{}');
  const { bodies } = await load(url, Array.from({ length: VIEWERS }, one), CONNECTIONS);
  return bodies.map(body => (JSON.parse(body) as { token: string }).token);
}

const kinds = (['file', 'redis', 'bare'] as const).filter(kind => urls[kind] !== undefined);
const stores = kinds.filter(kind => kind !== 'bare');
const ways: Way[] = [...kinds, ...stores.map(store => `${store} direct` as const)];
const tokens: Partial<Record<Kind, string[]>> = {};
for (const kind of stores) tokens[kind] = await join(urls[kind]!);
tokens.bare = tokens.file!;

function requests(kind: Kind, round: number): Buffer[] {
  const url = kind === 'bare' ? `${urls.bare}/claim` : `${urls[kind]!}/v1/rooms/spring/commands`;
  const body = JSON.stringify({ type: 'coupon.claim', couponId: `c${round}` });
  return tokens[kind]!.map(token =>
    postRequest(url, { authorization: `Bearer ${token}`, 'idempotency-key': `round-${round}` }, body),
  );
}

async function timed(work: () => Promise<{ waits: number[]; seconds: number }>): Promise<Round> {
  const before = await ask<CpuUsed>('cpu');
  const { waits, seconds } = await work();
  const after = await ask<CpuUsed>('cpu');
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return {
    perSecond: VIEWERS / seconds,
    cpuUs: (after.server - before.server) / VIEWERS,
    redisUs: (after.redis - before.redis) / VIEWERS,
    p50: at(0.5),
    p99: at(0.99),
  };
}

function measure(way: Way, round: number): Promise<Round> {
  if (way === 'file direct' || way === 'redis direct') {
    const store = way === 'file direct' ? 'file' : 'redis';
    return timed(async () => {
      const began = performance.now();
      await ask({ store, couponId: `d${round}`, claims: VIEWERS, together: CONNECTIONS });
      return { waits: [], seconds: (performance.now() - began) / 1000 };
    });
  }
  const wishes = requests(way, round);
  return timed(async () => {
    const done = await load(urls[way]!, wishes, CONNECTIONS);
    if (!done.bodies.every(body => body.startsWith('{"result":"won"')))
      throw new Error('not all of them won');
    return done;
  });
}

const results = Object.fromEntries(ways.map(way => [way, [] as Round[]])) as Record<Way, Round[]>;
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  // In turns, so that a noisy minute of the machine meets all of them.
  for (let i = 0; i < ways.length; i += 1) {
    const way = ways[(i + round) % ways.length]!;
    const measured = await measure(way, round);
    if (round >= WARM_UP) results[way].push(measured);
  }
}
server.disconnect();

const names: Record<Way, string> = {
  file: 'claim, durable (SQLite, synchronous=FULL)',
  redis: 'claim, shared (Redis, append-only file)',
  bare: 'bare Fastify POST: body, token, answer',
  'file direct': 'the SQLite store alone',
  'redis direct': "the Redis store's script alone",
};
const row = (way: Way) => {
  const of = (key: keyof Round) => median(results[way].map(one => one[key]));
  const ms = (key: 'p50' | 'p99') => (Number.isNaN(of(key)) ? '' : of(key).toFixed(1));
  const redis = way.startsWith('redis') ? of('redisUs').toFixed(1) : '';
  return [names[way], of('perSecond').toFixed(0), of('cpuUs').toFixed(1), redis, ms('p50'), ms('p99')];
};
console.log(`Medians of ${ROUNDS} rounds of ${VIEWERS} requests over ${CONNECTIONS} connections; Node ${process.version}.
The load runs on the same machine; CPU is that of the server alone, and beside it that of Redis.\n`);
console.log(table([['', 'per second', 'CPU µs each', 'Redis µs', 'p50 ms', 'p99 ms'], ...ways.map(row)]));
for (const store of stores) {
  const ratio = median(results[store].map((one, i) => one.cpuUs / results.bare[i]!.cpuUs));
  const verdict = 1 / ratio >= BAR ? 'meets' : 'misses';
  console.log(
    `\nA ${names[store]} costs ${ratio.toFixed(2)} times the CPU of the bare handler: ` +
      `${(1 / ratio).toFixed(2)} of its answers per CPU second, which ${verdict} the bar of ${BAR}.`,
  );
}
