import { Part } from '../../core/part.js';

/** All that is of use only once somebody has something to say. */
export const talk = new Part(async () => (await import(/* along */ './talk.js')).Talk);
