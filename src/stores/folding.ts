import { Part } from '../core/part.js';

/** What makes events part of a room's state. A room is shown by its snapshot first; the first event fetches it. */
export const folding = new Part(async () => (await import('../core/fold.js')).fold);
