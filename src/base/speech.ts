import type { MessageKey, MessageParams } from '../i18n/translate.js';
import type { LocalText, QunError } from '../protocol/index.js';

/** How an element speaks, for the pieces of its template that stand in files of their own. */
export interface Speech {
  /** BCP 47. */
  readonly language: string;
  t(key: MessageKey, params?: MessageParams): string;
  /** The merchant's words. */
  words(text: LocalText | null | undefined): string;
}

/** The same for a part that outlives a rendering, and how the element speaks to its page. */
export interface Voice extends Pick<Speech, 't' | 'words'> {
  /** BCP 47, as it is now. */
  language(): string;
  /** Dispatches an asking event; true: nobody prevented it. */
  ask(event: Event): boolean;
  /** Tells the page of a fault. */
  report(error: QunError): void;
}
