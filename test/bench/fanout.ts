// npm run bench:fanout: what it costs to tell one thing to one more viewer, beside a bare `ws` that does nothing else.
//
//   --viewers N   viewers of each (default 8000)       --rounds N   measured in turns (default 5)
//   --ticks N     ticks in a round (default 10)        --quick      400 viewers, 3 rounds of 6 ticks, no bar for the
//                                                                  price: a tick itself is no longer small beside them
import { Crowd } from './fanout/crowd.js';
import type { Kind } from './fanout/messages.js';
import { roomFor } from './fanout/room-for.js';
import { median, table } from './stats.js';

const quick = process.argv.includes('--quick');
const number = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const VIEWERS = roomFor(number('viewers', quick ? 400 : 8000));
const ROUNDS = number('rounds', quick ? 3 : 5);
const TICKS = number('ticks', quick ? 6 : 10);
const EVERY_MS = 400;
const STALLED = quick ? 50 : 200;
/** More than kernels hold for a reader that does not read, and our own allowance. */
const EVENTS = quick ? 1200 : 2000;
const BAR = 1.3;

// Whatever hangs, this ends.
setTimeout(() => {
  console.error('Stopped after five minutes.');
  process.exit(2);
}, 300_000).unref();

interface Round {
  cpuUs: number;
  perMessage: number;
  delivered: number;
  bytes: number;
  lags: number[];
}

async function round(crowd: Crowd): Promise<Round> {
  await crowd.received();
  const { cpuUs } = await crowd.server({ wish: 'talk', ticks: TICKS, everyMs: EVERY_MS });
  const all = VIEWERS * TICKS;
  let got = await crowd.received();
  // Readers share the cores with what they read from: the last ones may still be on their way.
  for (let more = 0; more < 20 && got.messages < all; more += 1) {
    await new Promise(later => setTimeout(later, 250));
    const rest = await crowd.received();
    got = {
      ...got,
      messages: got.messages + rest.messages,
      lags: got.lags.concat(rest.lags),
      bytes: got.bytes + rest.bytes,
    };
  }
  return {
    cpuUs,
    perMessage: cpuUs / got.messages,
    delivered: got.messages,
    bytes: got.bytes / got.messages,
    lags: got.lags,
  };
}

async function fanout(): Promise<boolean> {
  const crowds: Record<Kind, Crowd> = { sse: await Crowd.open('sse'), ws: await Crowd.open('ws') };
  const idle = {} as Record<Kind, number>;
  const full = {} as Record<Kind, number>;
  for (const kind of ['sse', 'ws'] as const) {
    idle[kind] = (await crowds[kind].server({ wish: 'look' })).rssBytes;
    await crowds[kind].join(VIEWERS);
    await round(crowds[kind]); // warm
    full[kind] = (await crowds[kind].server({ wish: 'look' })).rssBytes;
  }
  const rounds: Record<Kind, Round[]> = { sse: [], ws: [] };
  for (let i = 0; i < ROUNDS; i += 1) {
    // In turns, so that a noisy minute of the machine meets both.
    for (const kind of i % 2 === 0 ? (['sse', 'ws'] as const) : (['ws', 'sse'] as const))
      rounds[kind].push(await round(crowds[kind]));
  }
  for (const crowd of Object.values(crowds)) crowd.close();

  const row = (name: string, kind: Kind) => {
    const of = (value: (one: Round) => number) => median(rounds[kind].map(value));
    const at = (share: number) =>
      of(({ lags }) => [...lags].sort((a, b) => a - b)[Math.floor(share * (lags.length - 1))]!);
    const each = (full[kind] - idle[kind]) / VIEWERS / 1024;
    return [
      name,
      of(one => one.perMessage).toFixed(1),
      of(one => one.bytes).toFixed(0),
      `${of(one => one.delivered)} of ${VIEWERS * TICKS}`,
      at(0.5).toFixed(0),
      at(0.99).toFixed(0),
      (full[kind] / 1e6).toFixed(0),
      each.toFixed(1),
    ];
  };
  const ratio = median(rounds.sse.map((one, i) => one.perMessage / rounds.ws[i]!.perMessage));
  const all = rounds.sse.every(one => one.delivered === VIEWERS * TICKS);
  console.log(`${VIEWERS} viewers each; medians of ${ROUNDS} rounds of ${TICKS} ticks with two comments, in turns; Node ${process.version}.
CPU is that of the sending process alone, all of it; viewers run on the same machine, in processes of their own.\n`);
  console.log(
    table([
      ['', 'CPU µs per message', 'bytes', 'delivered', 'p50 ms', 'p99 ms', 'RSS MB', 'KiB per viewer'],
      row('room server (SSE)', 'sse'),
      row('bare ws', 'ws'),
    ]),
  );
  console.log(
    `\nA message costs ${ratio.toFixed(2)} times that of the bare sender (bar: ${quick ? 'at 8,000 viewers' : BAR}); ${all ? 'every one arrived' : 'NOT ALL ARRIVED'}.`,
  );
  return (quick || ratio <= BAR) && all;
}

async function stalled(): Promise<boolean> {
  const crowd = await Crowd.open('sse');
  await crowd.join(20, { processes: 1 });
  await crowd.join(STALLED, { processes: 1, stalled: true });
  const before = await crowd.server({ wish: 'look' });
  const after = await crowd.server({ wish: 'flood', events: EVENTS });
  crowd.close();
  const grown = (after.peakBytes - before.rssBytes) / 1e6;
  // What a store and a fold of so many events take is part of it; a buffer for each reader would be hundreds.
  const bounded = grown < 150;
  console.log(
    `\n${STALLED} viewers that stop reading, in ${EVENTS} events of 4 kB: ${after.cut} were cut, ${after.connections} of 20 others are still there; memory grew by ${grown.toFixed(0)} MB at most.`,
  );
  return after.cut === STALLED && after.connections === 20 && bounded;
}

const held = [await fanout(), await stalled()];
process.exit(held.every(Boolean) ? 0 : 1);
