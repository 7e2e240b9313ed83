import { QunError } from '../protocol/index.js';
import { fetchHls, type HlsConstructor, type HlsLoader } from './fetch-hls.js';

export type {
  ErrorData,
  HlsConfig,
  HlsConstructor,
  HlsLoader,
  Level,
  LevelDetails,
  ManifestLoadedData,
} from './fetch-hls.js';
export type HlsInstance = InstanceType<HlsConstructor>;

/** Fetches the engine, once a player needs it. */
export async function loadHls(loader: HlsLoader = fetchHls): Promise<HlsConstructor> {
  const loaded = await loader();
  const hls = 'default' in loaded ? loaded.default : loaded;
  if (typeof hls?.isSupported !== 'function') {
    throw new QunError('engine-failed', { detail: 'what hlsLoader brought is not hls.js' });
  }
  return hls;
}
