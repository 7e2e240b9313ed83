import { Part } from '../../core/part.js';

/** Comments and questions as staff see them: fetched once the host is in. */
export const moderating = new Part(async () => (await import('./moderating.js')).Moderating);
