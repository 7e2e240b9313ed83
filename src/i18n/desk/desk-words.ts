import { toTraditional } from '../traditional.js';
import { matchLocale, type MessageParams } from '../translate.js';
import { deskEn, type DeskKey } from './en.js';
import { deskZhCN } from './zh-cn.js';

export type { DeskKey };

/** The desk's message `key` for a reader of `tag`, with `{placeholders}` filled. */
export function deskWords(tag: string, key: DeskKey, params: MessageParams = {}): string {
  const locale = matchLocale(tag).toLowerCase();
  const text =
    locale === 'zh-tw' ? toTraditional(deskZhCN[key]) : (locale === 'zh-cn' ? deskZhCN : deskEn)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
