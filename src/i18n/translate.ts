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

/** Which of our own languages serves a reader of `tag`: zh-TW, zh-CN or en. */
export function matchLocale(tag: string | null | undefined): 'en' | 'zh-CN' | 'zh-TW' {
  const wanted = tag ?? '';
  if (/^zh\b.*\b(tw|hk|mo|hant)\b/i.test(wanted)) return 'zh-TW';
  return /^zh\b/i.test(wanted) ? 'zh-CN' : 'en';
}

/** Brings more of the kit's own messages. */
export function bringMessages(en: Partial<Messages>, zhCN: Partial<Messages>): void {
  Object.assign(english, en);
  Object.assign(chinese, zhCN);
}

/** Adds or corrects a language: a table of messages, such as one read from a JSON file. Missing ones stay as they are. */
export function addMessages(tag: string, messages: Partial<Messages>): void {
  added.set(tag.toLowerCase(), { ...added.get(tag.toLowerCase()), ...messages });
}

const own = (messages: Partial<Messages> | undefined, key: MessageKey) =>
  messages && Object.prototype.hasOwnProperty.call(messages, key) ? messages[key] : undefined;

/** What was added for a reader of `tag`: for `zh-Hant-HK` that of zh-hant-hk, then zh-hant, then zh. */
function addedFor(tag: string, key: MessageKey): string | undefined {
  if (added.size === 0) return undefined;
  for (
    let prefix = tag.toLowerCase();
    prefix;
    prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('-')))
  ) {
    const text = own(added.get(prefix), key);
    if (text !== undefined) return text;
  }
  return undefined;
}

function oursFor(tag: string, key: MessageKey): string | undefined {
  const locale = matchLocale(tag);
  if (locale === 'en') return own(english, key);
  const text = own(chinese, key);
  return text !== undefined && locale === 'zh-TW' ? toTraditional(text) : text;
}

/**
 * The message `key` for a reader of `tag`, with `{placeholders}` filled. Never throws: an unknown key is itself, and a
 * fault whose words are not there yet is told in general terms.
 */
export function translate(tag: string, key: MessageKey, params?: MessageParams): string {
  const known = addedFor(tag, key) ?? oursFor(tag, key);
  const text = known ?? (key.startsWith('error.') ? oursFor(tag, 'error.internal') : undefined) ?? key;
  return params ? fill(text, params) : text;
}

/** Puts `params` where `text` says `{name}`. */
export function fill(text: string, params: MessageParams): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
