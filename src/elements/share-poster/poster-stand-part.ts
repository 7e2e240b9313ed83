import { Part } from '../../core/part.js';

/** All that draws: of use only once somebody wants a poster. */
export const posterStand = new Part(async () => (await import('./poster-stand.js')).PosterStand);
