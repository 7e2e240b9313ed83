import { bringWords } from './bring-words.js';
import { enEntry } from './locales/en-entry.js';
import { zhCNEntry } from './locales/zh-cn-entry.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addEntryWords(): void {
  if (!said) bringWords(enEntry, zhCNEntry);
  said = true;
}
