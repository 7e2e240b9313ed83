import type { LocalText } from '../protocol/index.js';
import { pickText } from './pick-text.js';

/**
 * `text` with what a reader of `locale` has typed in the place of what they read; other languages keep theirs. Undefined:
 * nothing is left of it in any.
 */
export function reword(text: LocalText | undefined, typed: string, locale: string): LocalText | undefined {
  const words = typed.trim();
  if (text !== undefined && pickText(text, locale) === words) return text;
  if (text === undefined || typeof text === 'string') return words || undefined;
  const shown = pickText(text, locale);
  const tag = Object.keys(text).find(one => text[one] === shown) ?? locale;
  const next: Record<string, string> = { ...text, [tag]: words };
  if (!words) delete next[tag];
  return Object.keys(next).length > 0 ? next : undefined;
}
