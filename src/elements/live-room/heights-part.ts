import { Part } from '../../core/part.js';

/** What a room makes way for once there is something to make way for: a keyboard, a pinned product, words. */
export const heights = new Part(async () => (await import('./heights.js')).measureHeights);
