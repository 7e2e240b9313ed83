import type HlsClass from 'hls.js/light';
import { QunError } from '../protocol/index.js';

export type { ErrorData, HlsConfig, Level, LevelDetails, ManifestLoadedData } from 'hls.js/light';
export type HlsConstructor = typeof HlsClass;
export type HlsInstance = InstanceType<HlsConstructor>;

/** Brings hls.js; a page may pass its own copy or the full build. A module, or the class itself. */
export type HlsLoader = () => Promise<HlsConstructor | { default: HlsConstructor }>;

/** Ours: the light build. The browser keeps it; a failed fetch is tried anew by the next call. */
export const fetchHls: HlsLoader = () => import('hls.js/light');

/** The full build, for streams whose sound lies apart, and for captions. */
export const fetchFullHls: HlsLoader = () => import('hls.js');

/** Fetches the engine, once a player needs it. */
export async function loadHls(loader: HlsLoader = fetchHls): Promise<HlsConstructor> {
  const loaded = await loader();
  const hls = 'default' in loaded ? loaded.default : loaded;
  if (typeof hls?.isSupported !== 'function') {
    throw new QunError('engine-failed', { detail: 'what hlsLoader brought is not hls.js' });
  }
  return hls;
}
