import { bringWords } from './bring-words.js';
import { enPlayer } from './locales/en-player.js';
import { zhCNPlayer } from './locales/zh-cn-player.js';

let said = false;

/** Called by the controls, which come with what they say: a picture that plays must not wait for a word. */
export function addPlayerWords(): void {
  if (!said) bringWords(enPlayer, zhCNPlayer);
  said = true;
}
