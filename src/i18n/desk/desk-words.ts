import { matchLocale } from '../match-locale.js';
import { fill, type MessageParams } from '../translate.js';
import { inTraditional } from '../words.js';
import { deskEn, type DeskKey } from './en.js';
import { deskZhCN } from './zh-cn.js';

export type { DeskKey };

/** The desk's message `key` for a reader of `tag`, with `{placeholders}` filled. */
export function deskWords(tag: string, key: DeskKey, params: MessageParams = {}): string {
  const locale = matchLocale(tag);
  const text = locale === 'en' ? deskEn[key] : deskZhCN[key];
  return fill(locale === 'zh-TW' ? inTraditional(text) : text, params);
}
