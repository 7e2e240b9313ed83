import type { MessageKey, Messages } from './locales/en.js';
import { ownWords } from './words.js';

export type { MessageKey, Messages };
export type MessageParams = Readonly<Record<string, string | number>>;

const added = new Map<string, Partial<Messages>>();

/** Adds or corrects a language: a table of messages, such as one read from a JSON file. Missing ones stay as they are. */
export function addMessages(tag: string, messages: Partial<Messages>): void {
  added.set(tag.toLowerCase(), { ...added.get(tag.toLowerCase()), ...messages });
}

/** What was added for a reader of `tag`: for `zh-Hant-HK` that of zh-hant-hk, then zh-hant, then zh. */
function addedFor(tag: string, key: MessageKey): string | undefined {
  if (added.size === 0) return undefined;
  for (
    let prefix = tag.toLowerCase();
    prefix;
    prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('-')))
  ) {
    const messages = added.get(prefix);
    if (messages && Object.prototype.hasOwnProperty.call(messages, key)) return messages[key];
  }
  return undefined;
}

/**
 * The message `key` for a reader of `tag`, with `{placeholders}` filled. Never throws: an unknown key is itself, a fault
 * whose words are not there yet is told in general terms, and what did not arrive in their language is said in English.
 */
export function translate(tag: string, key: MessageKey, params?: MessageParams): string {
  const general = () => (key.startsWith('error.') ? ownWords(tag, 'error.internal') : undefined);
  const text = addedFor(tag, key) ?? ownWords(tag, key) ?? general() ?? ownWords('en', key) ?? key;
  return params ? fill(text, params) : text;
}

/** Puts `params` where `text` says `{name}`. */
export function fill(text: string, params: MessageParams): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
