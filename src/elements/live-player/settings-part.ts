import { Part } from '../../core/part.js';

/** What is chosen seldom. */
export const settings = new Part(async () => (await import(/* along */ './settings.js')).Settings);
