/**
 * npm run test:soak — a player that plays for half an hour while its stream breaks and its renditions change, and a
 * hundred players that come and go: nothing may be left, and nothing may grow. Needs dist/. Ends with 1 where it does.
 *
 *   --minutes N   how long it plays (default 30)     --mounts N   how many come and go (default 100)
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultWish } from '../../src/faults/index.js';
import { Stage } from '../faults/stage.js';
import { leftovers } from './leftovers.js';
import { mount } from './mounts.js';
import { SoakPage, type Held } from './page.js';
import { slope } from './slope.js';

const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const minutes = argument('--minutes', 30);
const mounts = argument('--mounts', 100);

/** Every minute another one, for four seconds. */
const faults: readonly FaultWish[] = [
  { kind: 'unavailable' },
  { kind: 'discontinuity' },
  { kind: 'missing-segment' },
  { kind: 'encoder-drop' },
  { kind: 'not-found' },
  { kind: 'codec-change' },
  { kind: 'sequence-restart' },
  { kind: 'corrupt-segment' },
];
const FAULT_S = 4;
const LOOK_MS = 15_000;

/** The most a figure may grow in a minute, and the most it may be. */
const bounds: readonly { of: keyof Held | 'bufferedS' | 'open'; perMinute: number; most: number }[] = [
  { of: 'heap', perMinute: 60_000, most: 60e6 },
  { of: 'nodes', perMinute: 2, most: 5000 },
  { of: 'listeners', perMinute: 1, most: 2000 },
  { of: 'timers', perMinute: 0.2, most: 60 },
  { of: 'sources', perMinute: 0.05, most: 2 },
  { of: 'buffers', perMinute: 0.1, most: 4 },
  { of: 'urls', perMinute: 0.05, most: 2 },
  { of: 'bufferedS', perMinute: 0.5, most: 90 },
  { of: 'open', perMinute: 0.1, most: 8 },
];

interface Seen {
  bufferedS: number;
  time: number;
  state: string;
}
type Look = Held & Seen & { minute: number; open: number };

async function play(stage: Stage): Promise<Look[]> {
  const { stream, url, src } = stage.makeShop({ windowSegments: 90 });
  const soak = await SoakPage.open(url);
  const looks: Look[] = [];
  try {
    await soak.page.evaluate(`soak.mount(${JSON.stringify(src)})`);
    const begun = Date.now();
    const passed = () => (Date.now() - begun) / 60_000;
    for (let turn = 0; passed() < minutes; turn += 1) {
      await sleep(LOOK_MS);
      await soak.page.evaluate(`soak.steer(${turn})`);
      if (turn % 4 === 3) {
        const wish = faults[(turn >> 2) % faults.length]!;
        stream.inflict({ ...wish, seconds: FAULT_S });
      }
      const seen = (await soak.page.evaluate('soak.look()')) as Seen;
      looks.push({ minute: passed(), ...(await soak.held()), ...seen, open: soak.openRequests });
      const { minute, heap, nodes, listeners, timers, bufferedS, state } = looks[looks.length - 1]!;
      process.stderr.write(
        `${minute.toFixed(1)} min  ${(heap / 1e6).toFixed(2)} MB  ${nodes} nodes  ${listeners} listeners  ${timers} timers  ${bufferedS.toFixed(0)} s  ${state}\n`,
      );
    }
    return looks;
  } finally {
    await soak.close();
  }
}

function judge(looks: readonly Look[]): string[] {
  // The first of them still fill what is filled once.
  const steady = looks.slice(Math.ceil(looks.length / 5));
  const at = steady.map(({ minute }) => minute);
  const wrong: string[] = [];
  for (const { of, perMinute, most } of bounds) {
    const values = steady.map(one => one[of]);
    const grows = slope(at, values);
    const top = Math.max(...values);
    console.log(`${of.padEnd(10)} ${grows.toFixed(3).padStart(12)} a minute   at most ${top}`);
    if (grows > perMinute) wrong.push(`${of} grows by ${grows.toFixed(3)} a minute, and may by ${perMinute}`);
    if (top > most) wrong.push(`${of} was ${top}, and may be ${most}`);
  }
  const moved = looks.filter((one, i) => i > 0 && one.time !== looks[i - 1]!.time).length;
  if (moved < looks.length - 2) wrong.push(`the picture stood still in ${looks.length - 1 - moved} looks`);
  return wrong;
}

const stage = await Stage.open();
const wrong: string[] = [];
if (mounts > 0) {
  const { before, after } = await mount(stage, mounts);
  console.log(
    `${mounts} players came and went\nbefore ${JSON.stringify(before)}\nafter  ${JSON.stringify(after)}`,
  );
  wrong.push(...leftovers(before, after, mounts));
}
if (minutes > 0) wrong.push(...judge(await play(stage)));
await stage.close();
for (const line of wrong) console.log(`✗ ${line}`);
console.log(wrong.length === 0 ? 'Nothing is left, and nothing grows.' : `${wrong.length} things are wrong.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
