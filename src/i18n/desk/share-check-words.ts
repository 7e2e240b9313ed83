import { matchLocale } from '../match-locale.js';
import { fill, type MessageParams } from '../translate.js';
import { inTraditional } from '../words.js';
import { shareCheckEn, type ShareCheckKey } from './share-check-en.js';
import { shareCheckZhCN } from './share-check-zh-cn.js';

/** What the desk says of words that promise something for sharing, for a reader of `tag`, with `{placeholders}` filled. */
export function shareCheckWords(tag: string, key: ShareCheckKey, params: MessageParams = {}): string {
  const locale = matchLocale(tag);
  const text = locale === 'en' ? shareCheckEn[key] : shareCheckZhCN[key];
  return fill(locale === 'zh-TW' ? inTraditional(text) : text, params);
}
