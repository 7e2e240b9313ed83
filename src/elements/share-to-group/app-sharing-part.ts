import { Part } from '../../core/part.js';

/** Fetched where an app is around the page. */
export const appSharing = new Part(async () => (await import('./app-sharing.js')).AppSharing);
