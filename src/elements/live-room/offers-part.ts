import { Part } from '../../core/part.js';

/** What stands at the picture's edge; nothing to see before the shop is there. */
export const floating = new Part(async () => (await import('./float-offers.js')).renderFloating);
