import { Part } from '../../../core/part.js';

/** The picture in a corner, for players that are to have one. */
export const miniPlayer = new Part(async () => (await import('./mini-player.js')).MiniPlayer);
