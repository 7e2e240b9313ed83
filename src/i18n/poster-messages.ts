import { bringWords } from './bring-words.js';
import { enPoster } from './locales/en-poster.js';
import { zhCNPoster } from './locales/zh-cn-poster.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addPosterWords(): void {
  if (!said) bringWords(enPoster, zhCNPoster);
  said = true;
}
