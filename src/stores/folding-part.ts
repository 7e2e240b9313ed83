export { fold } from '../core/fold.js';
export { parseControl } from '../protocol/index.js';
