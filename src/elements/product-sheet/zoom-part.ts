import { Part } from '../../core/part.js';

/** The picture in large; fetched when somebody first wants to see one. */
export const zoom = new Part(async () => (await import('./zoom.js')).showLarge);
