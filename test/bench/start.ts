/**
 * npm run bench:start — from asking for a page to the first frame of a stream on it, live and replayed.
 *
 * One page per player, with nothing on it but that player and the same stream; in one run, in alternating order, each
 * time in a new browser. Printed: medians, and the ratio to a page of bare hls.js/light.
 *
 *   --rounds N            rounds counted (default 5)
 *   --profile TEXT        only the profiles whose name holds it
 *   --only NAME,…         only these players, beside hls.js/light
 *   --stream live|replay  only this one
 *   --browser NAME        chromium (default) or firefox, which has the profiles of a good processor alone
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { html } from '../../demo/pages/html.js';
import { ensureFirefox } from '../faults/browsers.js';
import { root } from '../tools/install.mjs';
import { buildPeers, outDir } from './peers/build.mjs';
import { profiles, type Profile } from './profiles.js';
import { sendFile } from './send-file.js';
import { inChromium, inFirefox, type Measure, type Start } from './start/measure.js';
import { BARE, bodies, page } from './start/pages.js';
import { startStreams } from './start/streams.js';
import { median, table } from './stats.js';

const value = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const rounds = Number(value('--rounds') ?? 5);
const only = value('--only')?.split(',');
const streams = ['live', 'replay'].filter(name => name === (value('--stream') ?? name));
const inFox = value('--browser') === 'firefox';
const chosen = Object.entries<Profile>(profiles).filter(
  ([name, { cpu }]) => name.includes(value('--profile') ?? '') && (!inFox || cpu === 1),
);

/** The shop's own origin: a page for each player and stream, the files of all of them, and the streams. */
async function serve() {
  const folders: Record<string, string> = {
    hls: join(root, 'node_modules/hls.js/dist'),
    kit: join(root, 'dist'),
    peers: outDir,
  };
  const answer = await startStreams();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://shop.invalid').pathname).slice(1);
    const [first = '', second = '', ...rest] = path.split('/');
    const pageOf =
      first.startsWith('page-') &&
      bodies(`/${first.slice(5)}/master.m3u8`)[`${second}${rest.map(one => `/${one}`).join('')}`];
    const folder = folders[first];
    if (path === 'wall') {
      const wall = html`<!doctype html><meta charset="utf-8" /><style>
          body {
            margin: 0;
          }
          iframe {
            border: 0;
            width: 390px;
            height: 844px;
          }
        </style>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(wall.toString());
    } else if (pageOf) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(pageOf).toString());
    } else if (streams.includes(first)) {
      answer(response, path).catch(() => response.writeHead(500).end());
    } else if (folder && !path.includes('..')) void sendFile(response, join(folder, second, ...rest));
    else response.writeHead(404).end();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const names = Object.keys(bodies('')).filter(name => name === BARE || !only || only.includes(name));
  return { port: (server.address() as AddressInfo).port, names, server };
}

async function compare(stream: string, name: string, profile: Profile, measure: Measure): Promise<void> {
  const results = new Map<string, Start[]>(shop.names.map(player => [player, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 ? [...shop.names].reverse() : shop.names;
    for (const player of order) {
      const start = await measure(shop.port, `page-${stream}/${player}`, profile);
      if (round > 0) results.get(player)!.push(start); // the first round warms the machine up
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  const mid = (player: string, key: keyof Start) => median(results.get(player)!.map(one => one[key]));
  const rows = shop.names.map(player => [
    player,
    mid(player, 'frame').toFixed(0),
    (mid(player, 'frame') / mid(BARE, 'frame')).toFixed(2),
    mid(player, 'kB').toFixed(0),
    mid(player, 'stalled').toFixed(0),
    ...(inFox ? [] : [mid(player, 'longest').toFixed(0), mid(player, 'blocked').toFixed(0)]),
  ]);
  const head = ['page', 'first frame ms', `of ${BARE}`, 'kB by then', 'stalled in 5 s, ms'];
  if (!inFox) head.push('longest task ms', 'blocked ms');
  console.log(`\n${inFox ? 'Firefox' : 'Chromium'}, ${stream}, ${name}, ${rounds} rounds`);
  console.log(table([head, ...rows]));
}

await buildPeers();
const firefox = inFox ? ensureFirefox() : undefined;
if (inFox && !firefox)
  throw new Error('Firefox is not here and could not be had. FIREFOX_PATH may name one.');
const shop = await serve();
for (const stream of streams) {
  for (const [name, profile] of chosen)
    await compare(stream, name, profile, firefox ? inFirefox(firefox) : inChromium);
}
shop.server.close();
