import { Part } from '../../core/part.js';

/** All that is of use only once somebody wants to share: in a file of its own everywhere, fetched when the browser is idle. */
export const sharing = new Part(async () => (await import('./sharing.js')).Sharing);
