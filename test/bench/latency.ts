/**
 * npm run bench:latency — how late a low-latency stream is seen, from the making of a picture to its showing.
 *
 * The stream that breaks on command, in parts of 0.2 s, in the kit's player and in stock hls.js, at the same time and on
 * the same origin. The clock drawn into the picture tells when it was made. Needs dist/.
 *
 *   --seconds N    how long it is watched after it has settled (default 40)     --in firefox   in Firefox
 *   --drop N       after half of the time the line is away for so many seconds (default 3; 0: never)
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureFirefox, openChromium, openFirefox } from '../faults/browsers.js';
import type { Watched } from '../faults/measure.js';
import { Stage, type PlayerName } from '../faults/stage.js';
import { table } from './stats.js';

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const seconds = Number(argument('--seconds', '40'));
const drop = Number(argument('--drop', '3'));
const where = argument('--in', 'chromium');
/** From here on a player is where it wants to be. */
const SETTLED_S = 8;
/** The stream asks for so much between its end and the picture, s. */
const TARGET_S = 1;

const firefox = where === 'firefox' ? ensureFirefox() : undefined;
if (where === 'firefox' && !firefox) throw new Error('Firefox is not here and could not be had.');
const browser = await (firefox ? openFirefox(firefox) : openChromium());
const stage = await Stage.open();

async function watch(player: PlayerName): Promise<Watched> {
  const { stream, url } = stage.makeStream(player, { renditions: ['lo'], lowLatency: true });
  const page = await browser.open();
  await page.goto(url);
  await sleep((SETTLED_S + seconds / 2) * 1000);
  if (drop > 0) stream.inflict({ kind: 'unavailable', seconds: drop });
  await sleep((seconds / 2) * 1000);
  return (await page.evaluate('window.watched()')) as Watched;
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(2) ?? '–';

function row(name: string, { firstFrameAt, latencies, stalls }: Watched): string[] {
  const from = firstFrameAt + SETTLED_S * 1000;
  const half = from + (seconds / 2 - SETTLED_S / 2) * 1000;
  const seen = latencies.filter(({ at }) => at >= from);
  const sorted = (list: typeof seen) => list.map(({ s }) => s).sort((a, b) => a - b);
  const calm = sorted(seen.filter(({ at }) => at < half));
  const all = sorted(seen);
  const last = sorted(seen.slice(-50));
  const stood = stalls.reduce((sum, { from: begun, to }) => sum + to - begun, 0) / 1000;
  return [
    name,
    quantile(calm, 0.5),
    quantile(calm, 0.95),
    quantile(all, 0.95),
    quantile(last, 0.5),
    stood.toFixed(1),
  ];
}

const [ours, stock] = await Promise.all([watch('qunlive'), watch('hls')]);
await browser.close();
await stage.close();

console.log(
  `A stream in parts of 0.2 s whose playlist asks for ${TARGET_S} s to its end; ${where}. Latency from making to showing, s.`,
);
console.log(`After half of the ${seconds} s its line is away for ${drop} s.`);
console.log(
  table([
    ['player', 'median', '95 %', '95 % with the outage', 'at the end', 'stood'],
    row("the kit's player", ours),
    row('hls.js/light', stock),
  ]),
);
