import { bringWords } from './bring-words.js';
import { enStats } from './locales/en-stats.js';
import { zhCNStats } from './locales/zh-cn-stats.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addStatsWords(): void {
  if (!said) bringWords(enStats, zhCNStats);
  said = true;
}
