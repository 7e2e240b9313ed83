import { matchLocale } from '../match-locale.js';
import { fill, type MessageParams } from '../translate.js';
import { inTraditional } from '../words.js';
import { talkEn, type TalkKey } from './talk-en.js';
import { talkZhCN } from './talk-zh-cn.js';

export type { TalkKey };

/** The message `key` of the desk's talk for a reader of `tag`, with `{placeholders}` filled. */
export function talkWords(tag: string, key: TalkKey, params: MessageParams = {}): string {
  const locale = matchLocale(tag);
  const text = locale === 'en' ? talkEn[key] : talkZhCN[key];
  return fill(locale === 'zh-TW' ? inTraditional(text) : text, params);
}
