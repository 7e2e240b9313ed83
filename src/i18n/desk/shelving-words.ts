import { matchLocale } from '../match-locale.js';
import { fill, type MessageParams } from '../translate.js';
import { inTraditional } from '../words.js';
import { shelvingEn, type ShelvingKey } from './shelving-en.js';
import { shelvingZhCN } from './shelving-zh-cn.js';

export type { ShelvingKey };

/** What the desk says where products are added, for a reader of `tag`, with `{placeholders}` filled. */
export function shelvingWords(tag: string, key: ShelvingKey, params: MessageParams = {}): string {
  const locale = matchLocale(tag);
  const text = locale === 'en' ? shelvingEn[key] : shelvingZhCN[key];
  return fill(locale === 'zh-TW' ? inTraditional(text) : text, params);
}
