/** All that is fetched once a poster is wanted. */
export { readLook } from './look.js';
export { dataUrl, makePoster } from './make-poster.js';
