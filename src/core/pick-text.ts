import type { LocalText } from '../protocol/index.js';

/** The words of `text` for a reader of `locale`: exact tag, then the same language, then English, then whatever there is. */
export function pickText(text: LocalText | null | undefined, locale: string): string {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  const language = (tag: string) => tag.split('-')[0]!.toLowerCase();
  const tag =
    tags.find(one => one.toLowerCase() === locale.toLowerCase()) ??
    tags.find(one => language(one) === language(locale)) ??
    tags.find(one => language(one) === 'en') ??
    tags[0];
  return tag === undefined ? '' : text[tag]!;
}
