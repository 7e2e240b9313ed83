import type { Held } from './page.js';

/** What an engine of JavaScript learns of code that runs often, bytes; … */
const LEARNT = 2_000_000;
/** … and what one player may leave of itself; alone it holds several hundred thousand. */
const OF_EACH = 10_000;

/** What the last player or two may still hold that are thrown away late. One alone has about sixty nodes. */
const LATE: Partial<Record<keyof Held, number>> = { nodes: 380, listeners: 30 };

/** What players that are gone have left behind, in words; none: nothing. */
export function leftovers(before: Held, after: Held, times: number): string[] {
  const all: readonly (keyof Held)[] = [
    'nodes',
    'listeners',
    'timers',
    'sources',
    'buffers',
    'requests',
    'workers',
    'urls',
  ];
  const wrong = all
    .filter(name => after[name] - before[name] > (LATE[name] ?? 1) + times / 4)
    .map(name => `${name}: ${before[name]} before, ${after[name]} after ${times} players`);
  const bytes = after.heap - before.heap;
  if (bytes > LEARNT + OF_EACH * times) wrong.push(`heap: ${bytes} bytes more after ${times} players`);
  return wrong;
}
