import { backOffMs } from '../core/back-off.js';
import { QunError } from '../protocol/index.js';
import { takeEarly } from './early.js';
import { Entry } from './entry.js';
import type { Playback } from './playback.js';
import type { PlaybackPolicy } from './playback-policy.js';
import { oursToPlay } from './source-kind.js';

/** Tries before the viewer is asked: about ten seconds of a line that is away. */
const TRIES = 5;

export interface Loaded {
  Playback: typeof Playback;
  defaultPolicy: PlaybackPolicy;
  /** The stream's playlists, on their way; undefined where the browser plays by itself. */
  entry: Entry | undefined;
}

/**
 * Fetches what keeps a stream playing, and side by side with it the stream's playlists, where our engine will play it. The
 * engine comes later, when what is first to be seen leaves the line free. All of them are the larger part of a player, and
 * of no use to a page that only shows its poster. Rejects with `engine-failed`, or when `signal` ends the wait
 * between two tries.
 */
export async function loadPlayback(
  video: HTMLVideoElement,
  src: string,
  engine: 'native' | 'hls' | undefined,
  signal: AbortSignal,
): Promise<Loaded> {
  const entry = oursToPlay(video, src, engine) ? (takeEarly(src) ?? new Entry(src)) : undefined;
  signal.addEventListener('abort', () => entry?.stop());
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { Playback, defaultPolicy } = await import('./playback.js');
      return { Playback, defaultPolicy, entry };
    } catch (cause) {
      if (attempt + 1 >= TRIES) throw new QunError('engine-failed', { cause });
      await pause(backOffMs(attempt), signal);
      if (signal.aborted) throw cause;
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
