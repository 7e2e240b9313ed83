import { Part } from '../core/part.js';

/** What a room needs that no feed opens for: why, segments, snapshots, a recording. */
export const elsewhere = new Part(async () => (await import('./elsewhere.js')).elsewhere);
