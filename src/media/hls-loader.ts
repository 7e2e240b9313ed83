import type HlsClass from 'hls.js/light';
import { QunError } from '../protocol/index.js';
import { fetchHls } from './fetch-hls.js';

export type { ErrorData, HlsConfig, Level, LevelDetails, ManifestLoadedData } from 'hls.js/light';
export type HlsConstructor = typeof HlsClass;
export type HlsInstance = InstanceType<HlsConstructor>;

/** Brings hls.js; a page may pass its own copy or the full build. A module, or the class itself. */
export type HlsLoader = () => Promise<HlsConstructor | { default: HlsConstructor }>;

/** Fetches the engine, once a player needs it. */
export async function loadHls(loader: HlsLoader = fetchHls): Promise<HlsConstructor> {
  const loaded = await loader();
  const hls = 'default' in loaded ? loaded.default : loaded;
  if (typeof hls?.isSupported !== 'function') {
    throw new QunError('engine-failed', { detail: 'what hlsLoader brought is not hls.js' });
  }
  return hls;
}
