import { enRoom } from './locales/en-room.js';
import type { MessageKey, Messages } from './locales/en.js';
import { zhCNRoom } from './locales/zh-cn-room.js';
import { toTraditional } from './traditional.js';

export type { MessageKey, Messages };
export type MessageParams = Readonly<Record<string, string | number>>;

/** Our own languages, as far as they have been brought: what a shop's elements say comes with them. */
const english: Partial<Messages> = { ...enRoom };
const chinese: Partial<Messages> = { ...zhCNRoom };

const added = new Map<string, Partial<Messages>>();

/** The language of the kit that serves a reader of `tag`: one that was added, else zh-TW, zh-CN or en. */
export function matchLocale(tag: string | null | undefined): string {
  const wanted = (tag ?? '').toLowerCase();
  for (let prefix = wanted; prefix; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('-')))) {
    if (added.has(prefix)) return prefix;
  }
  if (/^zh\b.*\b(tw|hk|mo|hant)\b/.test(wanted)) return 'zh-TW';
  return /^zh\b/.test(wanted) ? 'zh-CN' : 'en';
}

/** Brings more of the kit's own messages. */
export function bringMessages(en: Partial<Messages>, zhCN: Partial<Messages>): void {
  Object.assign(english, en);
  Object.assign(chinese, zhCN);
}

/** Adds or corrects a language: a table of messages, such as one read from a JSON file. Missing ones stay English. */
export function addMessages(tag: string, messages: Partial<Messages>): void {
  added.set(tag.toLowerCase(), { ...added.get(tag.toLowerCase()), ...messages });
}

/** The message `key` for a reader of `tag`, with `{placeholders}` filled. Never throws: an unknown key is itself. */
export function translate(tag: string, key: MessageKey, params?: MessageParams): string {
  const locale = matchLocale(tag);
  const own = added.get(locale.toLowerCase())?.[key];
  const text =
    own ??
    (locale === 'zh-TW'
      ? toTraditional(chinese[key] ?? key)
      : ((locale === 'zh-CN' ? chinese : english)[key] ?? key));
  if (!params) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
