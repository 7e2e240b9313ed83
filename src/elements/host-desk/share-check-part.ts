import { Part } from '../../core/part.js';

/** What no text of a room may say: fetched once the host is in. */
export const shareCheck = new Part(async () => (await import('./share-check.js')).ShareCheck);
