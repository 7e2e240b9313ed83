import type { HlsLoader } from './hls-loader.js';

/** Ours: the light build. The browser keeps it; a failed fetch is tried anew by the next call. */
export const fetchHls: HlsLoader = () => import('hls.js/light');

/** The full build, for streams whose sound lies apart, and for captions. */
export const fetchFullHls: HlsLoader = () => import('hls.js');
