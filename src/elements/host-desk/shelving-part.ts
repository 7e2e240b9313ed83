import { Part } from '../../core/part.js';

/** How products are added and their combinations priced: fetched once the host is in. */
export const shelving = new Part(async () => (await import('./shelving.js')).Shelving);
