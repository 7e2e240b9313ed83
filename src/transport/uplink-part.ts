import { Part } from '../core/part.js';

/** What a viewer needs to be somebody in a room, and to want something of it. Watching needs none of it. */
export const uplink = new Part(async () => (await import('./uplink.js')).Uplink);
