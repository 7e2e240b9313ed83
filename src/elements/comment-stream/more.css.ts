import { board } from './board.css.js';
import { composerMore } from './composer-more.css.js';
import { lineMore } from './line-more.css.js';

/** All that comes with what takes part in a talk. */
export const moreStyles = [lineMore, board, composerMore];
