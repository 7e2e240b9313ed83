import { Part } from '../../core/part.js';

/** The layer and what a poster says: of use only once somebody wants one. */
export const posterStand = new Part(async () => (await import('./poster-stand.js')).PosterStand);
