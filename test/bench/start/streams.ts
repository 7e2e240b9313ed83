import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createLiveOrigin } from '../../../demo/live/origin.js';
import { masterPlaylist, type LiveSet } from '../../../src/faults/index.js';
import { root } from '../../tools/install.mjs';

const dir = join(root, 'demo/media/live');

/** The demo's show: `live/…` as it is on air, `replay/…` as one recording of it. */
export async function startStreams(): Promise<(response: ServerResponse, path: string) => Promise<void>> {
  const set = JSON.parse(await readFile(join(dir, 'live.json'), 'utf8')) as LiveSet;
  const live = createLiveOrigin({ dir });
  const list = (response: ServerResponse, body: string) =>
    response.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' }).end(body);

  return async (response, path) => {
    const [kind, ...rest] = path.split('/');
    const name = rest.join('/');
    if (kind === 'live') {
      const { status, headers, body } = await live.handle(name);
      response.writeHead(status, headers).end(body);
    } else if (name === 'master.m3u8') list(response, masterPlaylist(set, set.renditions));
    else if (name.endsWith('.m3u8')) list(response, recording(set));
    else if (/^\w+\/\w+\.(m4s|mp4)$/.test(name)) response.end(await readFile(join(dir, name)));
    else response.writeHead(404).end();
  };
}

function recording({ segmentSeconds, segmentCount }: LiveSet): string {
  const segments = Array.from(
    { length: segmentCount },
    (_, n) => `#EXTINF:${segmentSeconds.toFixed(3)},\n${String(n).padStart(2, '0')}.m4s`,
  );
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${segmentSeconds}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MAP:URI="init.mp4"',
    ...segments,
    '#EXT-X-ENDLIST\n',
  ].join('\n');
}
