/**
 * npm run bench:report — what the figures of a room cost: folded for the first time, once more when a few rows are new, when a
 * name on the board has changed, and when nothing has. Rows come from memory: what a store takes to read them is not in it.
 *
 *   --visits N   default 100000
 *   --rounds N   looks of each kind, default 9
 */
import { noReferral } from '../../src/server/referral/config.js';
import { Guides } from '../../src/server/referral/guides.js';
import { RoomFigures } from '../../src/server/referral/room-figures.js';
import { reportOf } from '../../src/server/referral/room-report.js';
import { ChainSource } from '../fixtures/chain-source.js';
import { makeTraffic } from '../fixtures/referral-traffic.js';
import { median, table } from './stats.js';

const option = (name: string, without: number) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? without : Number(process.argv[at + 1]);
};
const visits = option('--visits', 100_000);
const rounds = option('--rounds', 9);

const room = 'bench';
const traffic = makeTraffic({ seed: 1, visits: visits + 10 * rounds, people: Math.ceil(visits / 3) });
const few = traffic.splice(-10 * rounds);
const store = new ChainSource(traffic);

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const open = () =>
  new RoomFigures({ store, room: { id: room, epoch: 'e' }, config: noReferral, now: Date.now, freshMs: 0 });
const guides = new Guides([]);
const look = (figures: RoomFigures) => async () => {
  await figures.refresh();
  return figures.view('report', chain => reportOf(chain, room, guides));
};

const first: number[] = [];
let figures = open();
for (let i = 0; i < Math.min(3, rounds); i += 1) {
  figures.close();
  figures = open();
  first.push(await timed(look(figures)));
}
const fresh: number[] = [];
const named: number[] = [];
const same: number[] = [];
for (let i = 0; i < rounds; i += 1) {
  store.happen(few.slice(10 * i, 10 * i + 10));
  fresh.push(await timed(look(figures)));
  // As the store tells it: the share once more, under the name that may be seen.
  const share = store.rows.findLast(row => row.kind === 'share')!;
  store.happen([{ row: { ...share, name: `Ann ${i}` } }]);
  named.push(await timed(look(figures)));
  same.push(await timed(look(figures)));
}
const links = await figures.view('links', chain =>
  [chain.visits, chain.shares.size, chain.orders.size].join(' · '),
);
figures.close();

const ms = (values: number[]) => [median(values), Math.max(...values)].map(value => value.toFixed(1));
process.stdout.write(`visits · links · orders: ${links}\n\n`);
process.stdout.write(
  `${table([
    ['a look', 'median ms', 'worst ms'],
    ['the first of this process', ...ms(first)],
    ['ten rows are new', ...ms(fresh)],
    ['a name has changed', ...ms(named)],
    ['nothing is new', ...ms(same)],
  ])}\n`,
);
