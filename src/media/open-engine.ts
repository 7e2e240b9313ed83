import { QunError } from '../protocol/index.js';
import type { CmcdMode } from './cmcd.js';
import type { Engine, EngineOptions } from './engine.js';
import { HlsEngine } from './hls-engine.js';
import { fetchFullHls, fetchHls } from './fetch-hls.js';
import { loadHls, type HlsInstance, type HlsLoader } from './hls-loader.js';
import { NativeEngine } from './native-engine.js';
import type { HeadStart } from './head-start.js';
import type { PlaybackPolicy } from './playback-policy.js';
import { hasMediaSource, isPlaylist, playsNatively, prefersNative } from './source-kind.js';

export interface EngineChoice {
  policy: PlaybackPolicy;
  hlsLoader?: HlsLoader | undefined;
  workerPath?: string | undefined;
  /** `native`: the browser's own player, `hls`: hls.js, wherever they can. Default: the better one of the two. */
  engine?: 'native' | 'hls' | undefined;
  /** Every request of hls.js tells the CDN what CTA-5004 defines. Default: none does. */
  cmcd?: CmcdMode | undefined;
  /** What such a playback is called there; the same for all its engines. */
  sid?: string | undefined;
  /** hls.js's full build, unless the page brings its own. */
  full?: boolean | undefined;
}

/** Makes an engine for a source. Nothing has been requested of the source yet. */
export type EngineMaker = (options: EngineOptions) => Engine;

/**
 * Decides what plays `src`, and fetches hls.js if that is the answer. Apple's browsers play by themselves; everywhere
 * else hls.js is better than a browser that claims to, and goes on with what `headStart` has begun. Rejects with `engine-failed` or `stream-unsupported`.
 */
export async function chooseEngine(
  video: HTMLVideoElement,
  src: string,
  { policy, hlsLoader = fetchHls, workerPath, engine, full, cmcd: mode, sid = '' }: EngineChoice,
  headStart?: HeadStart,
): Promise<EngineMaker> {
  const native: EngineMaker = options => new NativeEngine(options);
  const asked = engine === 'native' ? playsNatively(video) : !engine && prefersNative(video);
  if (!isPlaylist(src) || asked) return native;
  if (hasMediaSource()) {
    // First, since a slow line should not be shared with the engine.
    const picture = await headStart?.handOver();
    const more = (full || headStart?.split) && hlsLoader === fetchHls;
    const Hls = await loadHls(more ? fetchFullHls : hlsLoader).catch((cause: unknown) => {
      throw QunError.from(cause, 'engine-failed');
    });
    // Figures for a CDN are nothing to wait for, or to fail for.
    const Cmcd = mode && (await import('./cmcd.js').catch(() => undefined))?.Cmcd;
    const cid = src.split(/[?#]/)[0]!;
    const tell = mode && Cmcd && ((hls: HlsInstance) => new Cmcd(Hls, hls, mode, { cid, sid }));
    if (Hls.isSupported())
      return options => new HlsEngine(Hls, { ...options, policy, workerPath, headStart, picture, tell });
  }
  if (playsNatively(video)) return native;
  throw new QunError('stream-unsupported', { detail: 'neither Media Source Extensions nor native HLS' });
}
