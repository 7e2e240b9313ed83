import { QunSharePoster } from '../elements/share-poster/share-poster.js';
import { define } from './define.js';

define('qun-share-poster', QunSharePoster);
export { QunSharePoster };
