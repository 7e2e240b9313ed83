import { setTimeout as sleep } from 'node:timers/promises';
import type { Contest } from './contenders.js';
import { measure, type Run } from './measure.js';
import type { Shop } from './shop.js';

/** The runs of each contender, and of the empty page beside them. */
export interface Comparison {
  readonly runs: ReadonlyMap<string, readonly Run[]>;
  readonly empty: readonly Run[];
  /** False: the machine was busy all the time, and what was measured says nothing. */
  readonly counts: boolean;
}

/** What the empty page has to hold for what was run between to count, frames a second. */
export const ENOUGH_FPS = 58;
/** How much slower the processor is made. */
const CPU = 4;
/** How long the empty page is looked at, s. */
const EMPTY_S = 6;
/** A round in which the machine was busy is made again, so often at most. */
const TRIES = 3;
/** Until whatever kept the machine busy may be over, ms. */
const PAUSE_MS = 10_000;

export interface Flood {
  readonly rate: number;
  readonly seconds: number;
  readonly rounds: number;
}

/** Runs all of them `rounds` times, in alternating order, between two looks at the empty page. */
export async function compare(
  shop: Shop,
  set: Contest,
  { rate, seconds, rounds }: Flood,
): Promise<Comparison> {
  const runs = new Map<string, Run[]>([set.ours, ...set.peers].map(name => [name, []]));
  const empty: Run[] = [];
  let spoilt: Comparison | undefined;
  const run = async (name: string, length = seconds) => {
    const result = await measure(shop.url(set.title, name), {
      rate,
      seconds: length,
      cpu: CPU,
      overlay: set.title === 'overlay',
    });
    process.stderr.write('.');
    return result;
  };
  const alone = () => run(set.empty, Math.min(EMPTY_S, seconds));
  for (let round = 0; round < rounds; round += 1) {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const before = await alone();
      const names = round % 2 ? [...runs.keys()].reverse() : [...runs.keys()];
      const came: [string, Run][] = [];
      if (before.fps >= ENOUGH_FPS) for (const name of names) came.push([name, await run(name)]);
      const after = before.fps >= ENOUGH_FPS ? await alone() : before;
      if (after.fps >= ENOUGH_FPS) {
        for (const [name, one] of came) runs.get(name)!.push(one);
        empty.push(before, after);
        break;
      }
      if (came.length > 0) {
        const once = came.map(([name, one]) => [name, [one]] as const);
        spoilt = { runs: new Map(once), empty: [before, after], counts: false };
      }
      const more = attempt < TRIES ? 'again' : 'does not count';
      console.error(
        `\nThe empty page held ${after.fps.toFixed(1)} frames a second: the machine is busy, ${more}.`,
      );
      if (attempt < TRIES) await sleep(PAUSE_MS);
    }
  }
  process.stderr.write('\n');
  if (empty.length > 0) return { runs, empty, counts: true };
  return spoilt ?? { runs, empty, counts: false };
}
