import { bringWords } from './bring-words.js';
import { enAround } from './locales/en-around.js';
import { zhCNAround } from './locales/zh-cn-around.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addAroundWords(): void {
  if (!said) bringWords(enAround, zhCNAround);
  said = true;
}
