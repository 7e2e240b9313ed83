import type { MessageKey, Messages } from './locales/en.js';
import { ownWords, wordsMissing } from './words.js';

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
 * The message `key` for a reader of `tag`, with `{placeholders}` filled. Never throws: a fault whose words are not there
 * yet is told in general terms, what did not arrive in their language is said in English or, where that has not arrived
 * either, not at all; a key that nobody knows is itself.
 */
export function translate(tag: string, key: MessageKey, params?: MessageParams): string {
  const general = () => (key.startsWith('error.') ? ownWords(tag, 'error.internal') : undefined);
  const known = addedFor(tag, key) ?? ownWords(tag, key) ?? general() ?? ownWords('en', key);
  const text = known ?? (wordsMissing(tag) ? '' : key);
  return params ? fill(text, params) : text;
}

/** Puts `params` where `text` says `{name}`. */
export function fill(text: string, params: MessageParams): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
