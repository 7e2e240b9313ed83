import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { masterPlaylist, type LiveSet } from 'qunlive/faults';
import type { LiveAnswer, LiveOrigin } from './origin.js';

export interface RecordingOptions {
  /** Folder with `live.json` and a folder of segments for each rendition. */
  dir: string;
  /** When its first picture was made, ms since 1970. */
  startedAt: number;
}

const KEPT = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=3600',
};

/** One loop of the show as the recording of an evening: the same pieces, dated, with an end. */
export function createRecording({ dir, startedAt }: RecordingOptions): LiveOrigin {
  const set = readFile(join(dir, 'live.json'), 'utf8').then(text => JSON.parse(text) as LiveSet);
  // Told to whoever asks for it first.
  set.catch(() => undefined);

  return {
    async handle(pathname) {
      const live = await set;
      const [first, second, ...rest] = pathname.replace(/^\/+/, '').split('/');
      if (first === 'master.m3u8' && second === undefined)
        return playlist(masterPlaylist(live, live.renditions));
      const rendition = live.renditions.find(one => one.name === first);
      if (!rendition || !second || rest.length > 0) return missing;
      if (second === 'live.m3u8') return playlist(recordedPlaylist(live, startedAt));
      const index = second === 'init.mp4' ? 0 : Number(/^(\d\d)\.m4s$/.exec(second)?.[1] ?? NaN);
      if (!(index < live.segmentCount)) return missing;
      const type = second === 'init.mp4' ? 'video/mp4' : 'video/iso.segment';
      const body = await readFile(join(dir, rendition.name, second));
      return { status: 200, headers: { ...KEPT, 'content-type': type }, body };
    },
  };
}

function recordedPlaylist({ segmentSeconds: seconds, segmentCount }: LiveSet, startedAt: number): string {
  const segments = Array.from({ length: segmentCount }, (_, n) => [
    `#EXT-X-PROGRAM-DATE-TIME:${new Date(startedAt + n * seconds * 1000).toISOString()}`,
    `#EXTINF:${seconds.toFixed(3)},`,
    `${String(n).padStart(2, '0')}.m4s`,
  ]);
  return `${[
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.ceil(seconds)}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MAP:URI="init.mp4"',
    ...segments.flat(),
    '#EXT-X-ENDLIST',
  ].join('\n')}\n`;
}

const playlist = (body: string): LiveAnswer => ({
  status: 200,
  headers: { ...KEPT, 'content-type': 'application/vnd.apple.mpegurl' },
  body,
});

const missing: LiveAnswer = {
  status: 404,
  headers: { ...KEPT, 'cache-control': 'no-cache', 'content-type': 'text/plain; charset=utf-8' },
  body: 'not found\n',
};
