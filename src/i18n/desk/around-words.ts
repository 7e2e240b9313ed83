import { matchLocale } from '../match-locale.js';
import { fill, type MessageParams } from '../translate.js';
import { inTraditional } from '../words.js';
import { aroundEn, type AroundKey } from './around-en.js';
import { aroundZhCN } from './around-zh-cn.js';

export type { AroundKey };

/** What the desk says of what stands around a show, for a reader of `tag`, with `{placeholders}` filled. */
export function aroundWords(tag: string, key: AroundKey, params: MessageParams = {}): string {
  const locale = matchLocale(tag);
  const text = locale === 'en' ? aroundEn[key] : aroundZhCN[key];
  return fill(locale === 'zh-TW' ? inTraditional(text) : text, params);
}
