import { bringWords } from './bring-words.js';
import { enBoard } from './locales/en-board.js';
import { zhCNBoard } from './locales/zh-cn-board.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addBoardWords(): void {
  if (!said) bringWords(enBoard, zhCNBoard);
  said = true;
}
