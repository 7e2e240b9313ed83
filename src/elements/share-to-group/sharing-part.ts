import { Part } from '../../core/part.js';

/** All that is of use only once somebody wants to share. */
export const sharing = new Part(async () => (await import(/* along */ './sharing.js')).Sharing);
