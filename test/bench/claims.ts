// npm run bench:claims: what a claim costs, beside a bare Fastify handler that answers the same bytes and does nothing.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { load, postRequest } from './http-load.js';
import { median, table } from './stats.js';

const ROUNDS = 7;
const VIEWERS = 2000;
const CONNECTIONS = 64;

const server = fork(fileURLToPath(new URL('claim-server.ts', import.meta.url)), [String(ROUNDS)], {
  execArgv: ['--import', 'tsx'],
});
const [urls] = (await once(server, 'message')) as [{ room: string; bare: string }];
const cpu = async () => {
  server.send('cpu');
  const [{ user, system }] = (await once(server, 'message')) as [NodeJS.CpuUsage];
  return user + system;
};

const room = `${urls.room}/v1/rooms/spring`;
const joined = await load(
  urls.room,
  Array.from({ length: VIEWERS }, () => postRequest(`${room}/session`, {}, '{}')),
  CONNECTIONS,
);
const tokens = joined.bodies.map(body => (JSON.parse(body) as { token: string }).token);

const claims = (round: number) =>
  tokens.map(token =>
    postRequest(
      `${room}/commands`,
      { authorization: `Bearer ${token}`, 'idempotency-key': `round-${round}` },
      JSON.stringify({ type: 'coupon.claim', couponId: `c${round}` }),
    ),
  );
const nothings = (round: number) =>
  tokens.map(token =>
    postRequest(
      `${urls.bare}/claim`,
      { authorization: `Bearer ${token}`, 'idempotency-key': `round-${round}` },
      JSON.stringify({ type: 'coupon.claim', couponId: `c${round}` }),
    ),
  );

interface Round {
  perSecond: number;
  cpuUs: number;
  p50: number;
  p99: number;
}

async function measure(url: string, requests: Buffer[]): Promise<Round> {
  const before = await cpu();
  const { bodies, waits, seconds } = await load(url, requests, CONNECTIONS);
  const used = (await cpu()) - before;
  if (!bodies.every(body => body.startsWith('{"result":"won"'))) throw new Error('not all of them won');
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return { perSecond: requests.length / seconds, cpuUs: used / requests.length, p50: at(0.5), p99: at(0.99) };
}

const results: Record<'claim' | 'bare', Round[]> = { claim: [], bare: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  // In turns, so that a noisy minute of the machine meets both.
  const both = [
    async () => results.claim.push(await measure(urls.room, claims(round))),
    async () => results.bare.push(await measure(urls.bare, nothings(round))),
  ];
  for (const one of round % 2 === 0 ? both : both.reverse()) await one();
}
server.disconnect();

const row = (name: string, rounds: Round[]) => {
  const of = (key: keyof Round) => median(rounds.map(one => one[key]));
  return [
    name,
    of('perSecond').toFixed(0),
    of('cpuUs').toFixed(1),
    of('p50').toFixed(1),
    of('p99').toFixed(1),
  ];
};
const ratio = median(results.claim.map((one, i) => one.cpuUs / results.bare[i]!.cpuUs));
console.log(`Medians of ${ROUNDS} rounds of ${VIEWERS} requests over ${CONNECTIONS} connections; Node ${process.version}.
The load runs on the same machine; CPU is that of the server alone.\n`);
console.log(
  table([
    ['', 'per second', 'CPU µs each', 'p50 ms', 'p99 ms'],
    row('claim, durable (SQLite, synchronous=FULL)', results.claim),
    row('bare Fastify POST', results.bare),
  ]),
);
console.log(`\nA claim costs ${ratio.toFixed(2)} times the CPU of a request that does nothing.`);
