import { Part } from '../../core/part.js';

/** What draws: designs, type, the code. Of use only once somebody wants a poster. */
export const drawing = new Part(() => import('../../poster/drawing.js'));
