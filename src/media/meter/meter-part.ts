import { Part } from '../../core/part.js';

/** What makes figures of what happens to a playback. */
export const meter = new Part(async () => (await import('./meter.js')).Meter);
