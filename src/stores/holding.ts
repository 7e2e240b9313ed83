import { Part } from '../core/part.js';

/** What a viewer does in flash sales. Only a room that has one brings it along. */
export const holding = new Part(async () => (await import('./holding-part.js')).createHolding);
