import { bringWords } from './bring-words.js';
import { enTalk } from './locales/en-talk.js';
import { zhCNTalk } from './locales/zh-cn-talk.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addTalkWords(): void {
  if (!said) bringWords(enTalk, zhCNTalk);
  said = true;
}
