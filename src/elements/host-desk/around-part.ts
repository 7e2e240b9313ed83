import { Part } from '../../core/part.js';

/** What stands around the show, to be changed: fetched once the host is in. */
export const aroundDesk = new Part(async () => (await import('./around-desk.js')).AroundDesk);
