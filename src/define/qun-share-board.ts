import { QunShareBoard } from '../elements/share-board/share-board.js';
import { define } from './define.js';

define('qun-share-board', QunShareBoard);
export { QunShareBoard };
