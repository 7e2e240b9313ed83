import { Part } from '../../core/part.js';

/** The field in which a viewer asks about a product; fetched when a product of a room is looked at. */
export const asking = new Part(async () => (await import('./asking.js')).Asking);
