// npm run bench:claims: what a claim costs in each store, beside a bare Fastify handler that answers the same bytes and
// does nothing.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ClaimServers, CpuUsed } from './claim-server.js';
import { load, postRequest } from './http-load.js';
import { median, table } from './stats.js';

const ROUNDS = 7;
const VIEWERS = 2000;
const CONNECTIONS = 64;

type Kind = keyof ClaimServers;

interface Round {
  perSecond: number;
  cpuUs: number;
  redisUs: number;
  p50: number;
  p99: number;
}

const server = fork(fileURLToPath(new URL('claim-server.ts', import.meta.url)), [String(ROUNDS)], {
  execArgv: ['--import', 'tsx'],
});
const [urls] = (await once(server, 'message')) as [ClaimServers];
const cpu = async () => {
  server.send('cpu');
  const [used] = (await once(server, 'message')) as [CpuUsed];
  return used;
};

async function join(url: string): Promise<string[]> {
  const one = () => postRequest(`${url}/v1/rooms/spring/session`, {}, '{}');
  const { bodies } = await load(url, Array.from({ length: VIEWERS }, one), CONNECTIONS);
  return bodies.map(body => (JSON.parse(body) as { token: string }).token);
}

const kinds = (['file', 'redis', 'bare'] as const).filter(kind => urls[kind] !== undefined);
const tokens: Partial<Record<Kind, string[]>> = {};
for (const kind of kinds) if (kind !== 'bare') tokens[kind] = await join(urls[kind]!);
tokens.bare = tokens.file!;

function requests(kind: Kind, round: number): Buffer[] {
  const url = kind === 'bare' ? `${urls.bare}/claim` : `${urls[kind]!}/v1/rooms/spring/commands`;
  const body = JSON.stringify({ type: 'coupon.claim', couponId: `c${round}` });
  return tokens[kind]!.map(token =>
    postRequest(url, { authorization: `Bearer ${token}`, 'idempotency-key': `round-${round}` }, body),
  );
}

async function measure(kind: Kind, round: number): Promise<Round> {
  const wishes = requests(kind, round);
  const before = await cpu();
  const { bodies, waits, seconds } = await load(urls[kind]!, wishes, CONNECTIONS);
  const after = await cpu();
  if (!bodies.every(body => body.startsWith('{"result":"won"'))) throw new Error('not all of them won');
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return {
    perSecond: wishes.length / seconds,
    cpuUs: (after.server - before.server) / wishes.length,
    redisUs: (after.redis - before.redis) / wishes.length,
    p50: at(0.5),
    p99: at(0.99),
  };
}

const results: Record<Kind, Round[]> = { file: [], redis: [], bare: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  // In turns, so that a noisy minute of the machine meets all of them.
  const order = kinds.map((_, i) => kinds[(i + round) % kinds.length]!);
  for (const kind of order) results[kind].push(await measure(kind, round));
}
server.disconnect();

const names: Record<Kind, string> = {
  file: 'claim, durable (SQLite, synchronous=FULL)',
  redis: 'claim, shared (Redis, append-only file)',
  bare: 'bare Fastify POST',
};
const row = (kind: Kind) => {
  const of = (key: keyof Round) => median(results[kind].map(one => one[key]));
  const redis = kind === 'redis' ? of('redisUs').toFixed(1) : '';
  return [
    names[kind],
    of('perSecond').toFixed(0),
    of('cpuUs').toFixed(1),
    redis,
    of('p50').toFixed(1),
    of('p99').toFixed(1),
  ];
};
console.log(`Medians of ${ROUNDS} rounds of ${VIEWERS} requests over ${CONNECTIONS} connections; Node ${process.version}.
The load runs on the same machine; CPU is that of the server alone, and beside it that of Redis.\n`);
console.log(table([['', 'per second', 'CPU µs each', 'Redis µs', 'p50 ms', 'p99 ms'], ...kinds.map(row)]));
for (const kind of kinds) {
  if (kind === 'bare') continue;
  const ratio = median(results[kind].map((one, i) => one.cpuUs / results.bare[i]!.cpuUs));
  console.log(`\nA ${names[kind]} costs ${ratio.toFixed(2)} times the CPU of a request that does nothing.`);
}
