import { bringWords } from './bring-words.js';
import { enShare } from './locales/en-share.js';
import { zhCNShare } from './locales/zh-cn-share.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addShareWords(): void {
  if (!said) bringWords(enShare, zhCNShare);
  said = true;
}
