import { Part } from '../../core/part.js';

/** What a player is steered by: of no use before there is a picture, or somebody reaches for it. */
export const controls = new Part(async () => (await import('./controls.js')).PlayerControls);
