import { Part } from '../../core/part.js';

/** What draws codes to scan: fetched once there is a link. */
export const codes = new Part(() => import('./code.js'));
