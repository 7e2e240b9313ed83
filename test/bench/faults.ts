/**
 * npm run bench:faults — what each fault of a live origin costs a viewer.
 *
 * Every row of test/faults, in the kit's player and in hls.js/light as it comes, at the same time and on the same
 * origin, each with a stream of its own that breaks in the same way. Needs dist/.
 *
 *   --seconds N    how long an outage is (default 20)     --rows TEXT      only rows with that in their name
 *   --in firefox   in Firefox                             --in native      the browser's own player, and the kit on it
 *   --at-once N    rows at the same time (default 3)
 */
import { ensureFirefox, openChromium, openFirefox, type DrivenBrowser } from '../faults/browsers.js';
import type { Figures } from '../faults/measure.js';
import { rows, type Row } from '../faults/rows.js';
import { runRow } from '../faults/run-row.js';
import { Stage, type PlayerName } from '../faults/stage.js';
import { table } from './stats.js';

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const seconds = Number(argument('--seconds', '20'));
const where = argument('--in', 'chromium');
const atOnce = Number(argument('--at-once', '3'));
const chosen = rows.filter(({ name }) => name.includes(argument('--rows', '')));
const other: PlayerName = where === 'native' ? 'native' : 'hls';

function openBrowser(): Promise<DrivenBrowser> {
  if (where !== 'firefox') return openChromium({ apple: where === 'native' });
  const firefox = ensureFirefox();
  if (!firefox) throw new Error('Firefox is not here and could not be had. FIREFOX_PATH may name one.');
  return openFirefox(firefox);
}

const number = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(1));

function cells({ played, moves, back, stallS, backS, requestsPerSecond, errors }: Figures): string[] {
  if (!played) return ['never played', '–', number(requestsPerSecond)];
  if (!moves) return [errors.length > 0 ? 'dead' : 'stands', '–', number(requestsPerSecond)];
  return [number(stallS), back ? number(backS) : 'no', number(requestsPerSecond)];
}

const stage = await Stage.open();
const browser = await openBrowser();
const measured = new Map<Row, [Figures, Figures]>();
const waiting = [...chosen];
const work = async () => {
  for (let row = waiting.shift(); row; row = waiting.shift()) {
    const tried = row;
    const run = (player: PlayerName) => runRow(stage, tried, { player, seconds, open: () => browser.open() });
    measured.set(row, await Promise.all([run('qunlive'), run(other)]));
    process.stderr.write('.');
  }
};
await Promise.all(Array.from({ length: atOnce }, work));
process.stderr.write('\n');
await browser.close();
await stage.close();

const names = other === 'hls' ? 'hls.js/light' : 'bare <video>';
console.log(`Outages of ${seconds} s; segments of 1 s; ${where}. Left the kit's player, right ${names}.`);
console.log(
  'stall: s the picture stood. back: s from the end of the outage until it was where it had been, or 2 s later.',
);
const head = ['fault', 'stall', 'back', 'requests/s', `stall`, 'back', 'requests/s'];
console.log(table([head, ...chosen.map(row => [row.name, ...measured.get(row)!.flatMap(cells)])]));
const words = (row: Row) =>
  measured
    .get(row)![0]
    .said.map(({ afterS, state, words: spoken }) => `${afterS} s ${state}${spoken ? ` “${spoken}”` : ''}`)
    .join(', ');
console.log(
  `What the kit's viewers were told:\n${chosen.map(row => `${row.name}: ${words(row) || 'nothing'}`).join('\n')}`,
);
