// npm run bench:fanout: what it costs to tell one thing to one more viewer.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { median, table } from './stats.js';

const ROUNDS = 5;
const TICKS = 20;
const READERS = [0, 100, 500];

const server = fork(fileURLToPath(new URL('fanout-server.ts', import.meta.url)), [], {
  execArgv: ['--import', 'tsx'],
});
const [url] = (await once(server, 'message')) as [string];
const { port } = new URL(url);
let bytes = 0;
let ticks = 0;

/** A reader that only counts. */
async function read(): Promise<void> {
  const socket = connect(Number(port), '127.0.0.1');
  let begun = (): void => {};
  const ready = new Promise<void>(resolve => (begun = resolve));
  socket.on('data', chunk => {
    const text = chunk.toString('latin1');
    bytes += chunk.length;
    ticks += text.split('event: tick').length - 1;
    if (text.includes('event: snapshot')) begun();
  });
  socket.write('GET /v1/rooms/spring/feed HTTP/1.1\r\nhost: x\r\n\r\n');
  await ready;
}

async function talk(): Promise<number> {
  server.send(TICKS);
  const [cpu] = (await once(server, 'message')) as [number];
  return cpu;
}

const rows: string[][] = [
  ['readers', 'CPU ms per tick', 'CPU µs per message', 'bytes per message', 'delivered'],
];
let readers = 0;
let alone = 0;
for (const wanted of READERS) {
  for (; readers < wanted; readers += 1) await read();
  await talk(); // warm
  const rounds: { cpu: number; ticks: number; bytes: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    [ticks, bytes] = [0, 0];
    const cpu = await talk();
    rounds.push({ cpu, ticks, bytes });
  }
  const cpu = median(rounds.map(round => round.cpu)) / TICKS;
  if (readers === 0) alone = cpu;
  const delivered = median(rounds.map(round => round.ticks));
  const each = readers === 0 ? '–' : ((cpu - alone) / readers).toFixed(1);
  const size =
    readers === 0 ? '–' : (median(rounds.map(round => round.bytes)) / Math.max(1, delivered)).toFixed(0);
  rows.push([String(readers), (cpu / 1000).toFixed(2), each, size, `${delivered} of ${readers * TICKS}`]);
}
server.disconnect();

console.log(`Medians of ${ROUNDS} rounds of ${TICKS} ticks with two comments each; Node ${process.version}.
CPU is that of the server alone; the cost of a message is what a reader adds to a tick without readers.\n`);
console.log(table(rows));
process.exit(0);
