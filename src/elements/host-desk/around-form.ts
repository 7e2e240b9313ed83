import { html, nothing, type TemplateResult } from 'lit';
import { reword } from '../../core/reword.js';
import type { AroundKey } from '../../i18n/desk/around-words.js';
import type { MessageParams } from '../../i18n/translate.js';
import type { Around } from '../../protocol/index.js';
import type { DeskView } from './desk-view.js';

/** One rendering of the form: what stands in it, and how it is changed. */
export interface AroundForm {
  readonly view: DeskView;
  readonly draft: Around;
  a(key: AroundKey, params?: MessageParams): string;
  /** Ids of what is added. */
  id(): string;
  edit(change: Partial<Around>): void;
}

interface Field {
  words: string;
  value: string;
  /** Has to be there. */
  needed?: boolean;
  /** An address, a date with its time, or a count. */
  type?: 'url' | 'datetime-local' | 'number';
  pattern?: string;
  /** What is wrong with it, under it. */
  note?: TemplateResult | undefined;
  set(value: string): void;
}

/** Also of the same site: what the wire takes, a browser's own `url` field does not. */
const ADDRESS = '(https?://|\\.{0,2}/)\\S+';

/** One field of the form, changed when it is left. */
export const renderField = ({ words, value, needed, type, pattern, note, set }: Field): TemplateResult =>
  html`<label class="around-field"
    ><span>${words}</span
    ><input
      type=${type === 'url' ? 'text' : (type ?? 'text')}
      inputmode=${type === 'url' ? 'url' : nothing}
      autocomplete="off"
      ?required=${needed === true}
      pattern=${pattern ?? (type === 'url' ? ADDRESS : nothing)}
      min=${type === 'number' ? 1 : nothing}
      aria-invalid=${note ? 'true' : nothing}
      .value=${value}
      @change=${(event: Event) => set((event.target as HTMLInputElement).value.trim())}
    />${note}</label
  >`;

/** The merchant's words in the language of the desk; other languages keep theirs. */
export function renderWords(
  { view }: AroundForm,
  words: string,
  text: Parameters<typeof reword>[0],
  needed: boolean,
  set: (text: ReturnType<typeof reword>) => void,
): TemplateResult {
  const value = view.words(text);
  return renderField({
    ...{ words, needed, value },
    note: view.note(value),
    set: typed => set(reword(text, typed, view.language)),
  });
}

/** A row of the form with the button that takes it out. */
export const renderRow = (
  form: AroundForm,
  name: string,
  fields: unknown,
  remove: () => void,
): TemplateResult =>
  html`<fieldset class="around-row">
    <legend class="visually-hidden">${name}</legend>
    ${fields}
    <button type="button" class="link" @click=${remove}>${form.a('around.remove', { name })}</button>
  </fieldset>`;

/** Without what is not said: a server takes no `undefined`, and two states are compared as they are written. */
export function clean<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
