import { Part } from '../../core/part.js';

/** What makes a picture that plays comfortable, and nothing of what makes it play. */
export const comfort = new Part(async () => (await import('./comfort.js')).Comfort);
