import { backOffMs } from '../core/back-off.js';
import { QunError } from '../protocol/index.js';
import { fetchHls, type HlsLoader } from './hls-loader.js';
import type { Playback } from './playback.js';
import { hasMediaSource, isPlaylist, prefersNative } from './source-kind.js';

/** Tries before the viewer is asked: about ten seconds of a line that is away. */
const TRIES = 5;

/**
 * Fetches what keeps a stream playing, and side by side with it the engine where `src` will need ours. Both are the
 * larger part of a player, and of no use to a page that only shows its poster. Rejects with `engine-failed`,
 * or when `signal` ends the wait between two tries.
 */
export async function loadPlayback(
  video: HTMLVideoElement,
  src: string,
  hlsLoader: HlsLoader | undefined,
  signal: AbortSignal,
): Promise<typeof Playback> {
  if (!hlsLoader && isPlaylist(src) && !prefersNative(video) && hasMediaSource()) {
    // Whether it came is asked where it is used.
    fetchHls().catch(() => undefined);
  }
  for (let attempt = 0; ; attempt += 1) {
    try {
      return (await import('./playback.js')).Playback;
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
