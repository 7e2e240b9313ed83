import { Part } from '../core/part.js';
import { needWords } from './words.js';

let said = false;

/** Called by the elements that say them, so that a page without these does not pay for them. */
export function addLivelyWords(): void {
  if (said) return;
  said = true;
  needWords({
    en: new Part(async () => (await import(/* along */ './locales/en-lively.js')).enLively),
    'zh-CN': new Part(async () => (await import(/* along */ './locales/zh-cn-lively.js')).zhCNLively),
  });
}
