import type HlsClass from 'hls.js/light';

export type { ErrorData, HlsConfig, Level, LevelDetails, ManifestLoadedData } from 'hls.js/light';
export type HlsConstructor = typeof HlsClass;

/** Brings hls.js; a page may pass its own copy or the full build. A module, or the class itself. */
export type HlsLoader = () => Promise<HlsConstructor | { default: HlsConstructor }>;

/** Ours: the light build. The browser keeps it; a failed fetch is tried anew by the next call. */
export const fetchHls: HlsLoader = () => import('hls.js/light');

/** The full build, for streams whose sound lies apart, and for captions. */
export const fetchFullHls: HlsLoader = () => import('hls.js');
