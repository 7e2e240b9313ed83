import { bringWords } from './bring-words.js';
import { enComfort } from './locales/en-comfort.js';
import { zhCNComfort } from './locales/zh-cn-comfort.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addComfortWords(): void {
  if (!said) bringWords(enComfort, zhCNComfort);
  said = true;
}
