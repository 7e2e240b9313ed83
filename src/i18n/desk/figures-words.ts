import { matchLocale } from '../match-locale.js';
import { fill, type MessageParams } from '../translate.js';
import { inTraditional } from '../words.js';
import { figuresEn, type FiguresKey } from './figures-en.js';
import { figuresZhCN } from './figures-zh-cn.js';

export type { FiguresKey };

/** The message `key` about figures for a reader of `tag`, with `{placeholders}` filled. */
export function figuresWords(tag: string, key: FiguresKey, params: MessageParams = {}): string {
  const locale = matchLocale(tag);
  const text = locale === 'en' ? figuresEn[key] : figuresZhCN[key];
  return fill(locale === 'zh-TW' ? inTraditional(text) : text, params);
}
