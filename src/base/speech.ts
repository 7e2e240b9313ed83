import type { MessageKey, MessageParams } from '../i18n/translate.js';
import type { LocalText } from '../protocol/index.js';

/** How an element speaks, for the pieces of its template that stand in files of their own. */
export interface Speech {
  /** BCP 47. */
  readonly language: string;
  t(key: MessageKey, params?: MessageParams): string;
  /** The merchant's words. */
  words(text: LocalText | null | undefined): string;
}
