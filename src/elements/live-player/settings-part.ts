import { Part } from '../../core/part.js';

/** What is chosen seldom: fetched once somebody reaches for the player. */
export const settings = new Part(async () => (await import('./settings.js')).Settings);
