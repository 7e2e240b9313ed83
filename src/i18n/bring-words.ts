import { Part } from '../core/part.js';
import type { Messages } from './locales/en.js';
import { needWords } from './words.js';

/** Adds words that have come together with what says them, so that nothing that is shown already has to wait for them. */
export function bringWords(en: Partial<Messages>, zhCN: Partial<Messages>): void {
  needWords({ en: here(en), 'zh-CN': here(zhCN) });
}

function here(words: Partial<Messages>): Part<Partial<Messages>> {
  const part = new Part(() => Promise.resolve(words));
  part.bring(words);
  return part;
}
