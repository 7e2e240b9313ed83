import { bringWords } from './bring-words.js';
import { enLively } from './locales/en-lively.js';
import { zhCNLively } from './locales/zh-cn-lively.js';

let said = false;

/** Called by the elements that say them, which come with them. */
export function addLivelyWords(): void {
  if (!said) bringWords(enLively, zhCNLively);
  said = true;
}
