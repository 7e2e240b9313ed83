import { Part } from '../core/part.js';
import { enPlayer } from './locales/en-player.js';
import { zhCNPlayer } from './locales/zh-cn-player.js';
import type { Messages } from './locales/en.js';
import { needWords } from './words.js';

const here = (words: Partial<Messages>): Part<Partial<Messages>> => {
  const part = new Part(() => Promise.resolve(words));
  part.bring(words);
  return part;
};

let said = false;

/** Adds what the controls say. It comes together with them: a picture that plays must not wait for a word. */
export function addPlayerWords(): void {
  if (!said) needWords({ en: here(enPlayer), 'zh-CN': here(zhCNPlayer) });
  said = true;
}
