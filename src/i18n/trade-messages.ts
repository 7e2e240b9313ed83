import { bringWords } from './bring-words.js';
import { enTrade } from './locales/en-trade.js';
import { zhCNTrade } from './locales/zh-cn-trade.js';

let said = false;

/** Called by what says them, which comes with them. */
export function addTradeWords(): void {
  if (!said) bringWords(enTrade, zhCNTrade);
  said = true;
}
