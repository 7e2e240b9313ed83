/**
 * npm run bench:comments — 50, 200 and 1,000 comments a second on a phone's screen at a quarter of this processor's speed:
 * our list beside other lists, and our overlay beside danmaku libraries.
 *
 * All get the same messages in the same batches, each page in a browser of its own, in one run and in alternating order.
 * Printed: medians, and whether what we promise holds. An empty page is run before and after each of them; where it does
 * not hold its frames the machine was busy, and the comparison is made again, or does not count. Ends with 1 where a
 * promise is broken or nothing could be judged. Needs no dist/: our elements are built from the sources as they are.
 *
 *   --quick           1,000 a second alone, for a few seconds, once: under three minutes. All of it takes about 25.
 *   --rates N,…       messages a second (default 50,200,1000)
 *   --seconds N       how long each flood lasts (default 20)
 *   --rounds N        how often each is run (default 2)
 *   --set NAME        list or overlay alone
 *   --only NAME,…     only these beside ours; also react-tanstack and danmaku-dom, which are left out else, being the
 *                     slower of two of their kind
 *   --minutes N       nothing but ours, flooded for so long: the heap has to stay as it is
 */
import { argument, given } from './comments/arguments.js';
import { buildContenders } from './comments/build.js';
import { compare } from './comments/compare.js';
import { sets } from './comments/contenders.js';
import { heapReport } from './comments/heap.js';
import { judge } from './comments/judge.js';
import { rowsOf } from './comments/report.js';
import { openShop } from './comments/shop.js';
import { table } from './stats.js';

const quick = given('--quick');
const minutes = Number(argument('--minutes') ?? 0);
const rates = (argument('--rates') ?? (quick ? '1000' : '50,200,1000')).split(',').map(Number);
const seconds = Number(argument('--seconds') ?? (quick ? 6 : 20));
const rounds = Number(argument('--rounds') ?? (quick ? 1 : 2));
const only = argument('--only')?.split(',');
const chosen = sets
  .filter(({ title }) => title === (argument('--set') ?? title))
  .map(set => ({ ...set, peers: only ? set.all.filter(name => only.includes(name)) : set.peers }))
  .filter(({ peers }) => peers.length > 0);

const names = new Set(chosen.flatMap(set => [set.empty, set.ours, ...set.peers]));
await buildContenders([...names]);
const shop = await openShop();
const wrong: string[] = [];
try {
  if (minutes > 0) wrong.push(...(await heapReport(shop, chosen, minutes, rates[rates.length - 1]!)));
  else {
    for (const set of chosen) {
      for (const rate of rates) {
        const result = await compare(shop, set, { rate, seconds, rounds });
        console.log(`\n${set.title}, ${rate} messages a second for ${seconds} s, CPU ÷ 4, ${rounds} rounds`);
        if (!result.counts) console.log('This does not count: the machine was busy.');
        console.log(table(rowsOf(set, result)));
        const broken = judge(set, rate, result);
        console.log(
          broken.length === 0 ? 'All that is promised holds.' : broken.map(line => `✗ ${line}`).join('\n'),
        );
        wrong.push(...broken);
      }
    }
  }
} finally {
  shop.close();
}
console.log(wrong.length === 0 ? '\nEverything holds.' : `\n${wrong.length} things do not hold.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
