import { Part } from '../core/part.js';

/** All that a viewer chooses and sees besides the picture; of no use before there is one. */
export const steering = new Part(async () => (await import('./steering.js')).Steering);
