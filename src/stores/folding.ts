import { Part } from '../core/part.js';

/** What reads events and makes them part of a room's state. A room is shown by its snapshot first; the first event fetches it. */
export const folding = new Part(() => import('./folding-part.js'));
