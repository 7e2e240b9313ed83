import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { masterPlaylist, moved, type LiveSet } from 'qunlive/faults';
import { mediaPlaylist } from './playlist.js';

export interface LiveOriginOptions {
  /** Folder with `live.json` and a folder of segments for each rendition. */
  dir: string;
  /** Milliseconds since 1970; default `Date.now`. */
  now?: () => number;
  /** Segments in a playlist; default 6. */
  windowSegments?: number;
  /** Milliseconds between a segment's last picture and its appearance, as an encoder would need; default 0. */
  delayMs?: number;
}

export interface LiveAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

export interface LiveOrigin {
  /**
   * Answers `master.m3u8`, `<rendition>/live.m3u8`, `<rendition>/init.mp4` and `<rendition>/<n>.m4s`, with or without a
   * leading slash. Never throws for a path: what does not exist, no longer or not yet, is a 404.
   * Rejects while `live.json` cannot be read.
   */
  handle(pathname: string): Promise<LiveAnswer>;
}

const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
const FRESH = { ...OPEN, 'cache-control': 'no-cache, max-age=0' };
const KEPT = { ...OPEN, 'cache-control': 'public, max-age=31536000, immutable' };
const PLAYLIST = 'application/vnd.apple.mpegurl';

/**
 * A live stream out of one loop of segments. Segment `n` covers the seconds from `n × segmentSeconds` since 1970, so
 * every process that runs it, and every restart, serves the same stream; decode times count from 1970 too, which keeps
 * the timeline free of seams and stays far below 2^53 ticks.
 */
export function createLiveOrigin(options: LiveOriginOptions): LiveOrigin {
  const { dir, now = Date.now, windowSegments = 6, delayMs = 0 } = options;
  // RFC 8216, 6.2.2: a segment stays for as long as the longest playlist that named it, and its own length.
  const graceSegments = windowSegments + 1;
  const files = new Map<string, Promise<Buffer>>();
  let loaded: Promise<LiveSet> | undefined;

  function set(): Promise<LiveSet> {
    if (!loaded) {
      loaded = readFile(join(dir, 'live.json'), 'utf8').then(text => JSON.parse(text) as LiveSet);
      loaded.catch(() => (loaded = undefined));
    }
    return loaded;
  }

  function file(rendition: string, name: string): Promise<Buffer> {
    const path = join(dir, rendition, name);
    const known = files.get(path);
    if (known) return known;
    const reading = readFile(path);
    files.set(path, reading);
    // A file that could not be read now may be there next time.
    reading.catch(() => files.delete(path));
    return reading;
  }

  /** Number of the newest segment that is complete. */
  function newest(seconds: number): number {
    return Math.floor((now() - delayMs) / (seconds * 1000)) - 1;
  }

  async function segment(live: LiveSet, rendition: string, n: number): Promise<LiveAnswer> {
    const last = newest(live.segmentSeconds);
    if (n > last || n <= last - windowSegments - graceSegments) return missing();
    const index = n % live.segmentCount;
    const loops = BigInt((n - index) / live.segmentCount);
    const ticks = new Map(live.tracks.map(track => [track.id, BigInt(track.loopTicks) * loops]));
    const bytes = await file(rendition, `${String(index).padStart(2, '0')}.m4s`);
    const body = moved(bytes, n + 1, id => ticks.get(id) ?? 0n);
    return { status: 200, headers: { ...KEPT, 'content-type': 'video/iso.segment' }, body };
  }

  return {
    async handle(pathname) {
      const live = await set();
      const [first, second, ...rest] = pathname.replace(/^\/+/, '').split('/');
      if (first === 'master.m3u8' && second === undefined)
        return playlist(masterPlaylist(live, live.renditions));
      const rendition = live.renditions.find(one => one.name === first);
      if (!rendition || !second || rest.length > 0) return missing();
      if (second === 'live.m3u8') {
        const last = newest(live.segmentSeconds);
        return playlist(mediaPlaylist(live, last - windowSegments + 1, last));
      }
      if (second === 'init.mp4') {
        const body = await file(rendition.name, 'init.mp4');
        // Small, and another one once the show is made anew under the same name: never kept.
        return { status: 200, headers: { ...FRESH, 'content-type': 'video/mp4' }, body };
      }
      const match = /^(\d{1,12})\.m4s$/.exec(second);
      return match ? segment(live, rendition.name, Number(match[1])) : missing();
    },
  };
}

function playlist(body: string): LiveAnswer {
  return { status: 200, headers: { ...FRESH, 'content-type': PLAYLIST }, body };
}

function missing(): LiveAnswer {
  return {
    status: 404,
    headers: { ...FRESH, 'content-type': 'text/plain; charset=utf-8' },
    body: 'not found\n',
  };
}
