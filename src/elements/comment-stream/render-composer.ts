import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { textLength } from '../../core/clean-text.js';
import { limits, type Code } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { errorWords } from './error-words.js';

/** The counter appears when so many characters are left. */
const NEAR = 20;

export interface ComposerView extends Pick<Speech, 't'> {
  readonly draft: string;
  /** What keeps the words from being sent, and concerns no line. */
  readonly problem: Code | undefined;
  /** Seconds until this viewer may send again; 0: now. */
  readonly wait: number;
  onFocus(): void;
  onInput(event: InputEvent): void;
  submit(): void;
}

/** Enter that sends, rather than one that picks a word of an input method: some browsers tell only by the key code. */
const isSend = (event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;

export function renderComposer(view: ComposerView): TemplateResult {
  const { t, draft, wait } = view;
  const left = limits.commentLength - textLength(draft);
  const problem = left < 0 ? 'comment-too-long' : view.problem;
  const note = problem ? errorWords(problem, view) : wait > 0 ? t('comment.wait', { seconds: wait }) : '';
  const onKeydown = (event: KeyboardEvent) => {
    if (!isSend(event)) return;
    event.preventDefault();
    if (!event.shiftKey) view.submit();
  };
  // By itself, since a template with a textarea ships with all its white space.
  const field = html`<textarea
    part="field"
    rows="1"
    enterkeyhint="send"
    autocomplete="off"
    aria-label=${t('comment.field')}
    aria-describedby="note"
    aria-invalid=${left < 0 ? 'true' : 'false'}
    placeholder=${t('comment.placeholder')}
    @focus=${view.onFocus}
    @input=${view.onInput}
    @keydown=${onKeydown}
  ></textarea>`;
  return html`<div part="composer" class="composer">
    <slot name="composer-start"></slot>
    <div class="write">
      <p id="note" part="note" class="note" role=${problem ? 'alert' : nothing} ?hidden=${!note}>${note}</p>
      <div class="pill">
        ${field}
        <span part="counter" class="counter ${left < 0 ? 'over' : ''}" ?hidden=${left > NEAR}>${left}</span>
        <button
          type="button"
          part="send"
          class="icon-button send"
          aria-label=${t('comment.send')}
          ?disabled=${draft.trim() === '' || left < 0 || wait > 0}
          @mousedown=${keepFocus}
          @click=${view.submit}
        >
          ${icon('send', 20)}
        </button>
      </div>
    </div>
    <slot name="composer-end"></slot>
  </div>`;
}

/** A tap on the button leaves the focus, and the keyboard, where they are. */
const keepFocus = (event: Event): void => event.preventDefault();
