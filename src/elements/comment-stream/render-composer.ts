import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { textLength } from '../../core/clean-text.js';
import { limits, type Code } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { errorWords } from './error-words.js';

/** The counter appears when so many characters are left. */
const NEAR = 20;

/** What the field gets once somebody is about to use it. */
export interface ComposerMore {
  /** What keeps the words from being sent, and concerns no line. */
  readonly problem: Code | undefined;
  /** Seconds until this viewer may send again; 0: now. */
  readonly wait: number;
  /** Default: an invitation. */
  readonly placeholder?: string | undefined;
  /** Over the pill, in it before its button, and under all. */
  readonly above: unknown;
  readonly tool: unknown;
  readonly below: unknown;
  /** A key in the field. True: it has been seen to. */
  onKey(event: KeyboardEvent): boolean;
}

export interface ComposerView extends Pick<Speech, 't'> {
  readonly draft: string;
  readonly more: ComposerMore | undefined;
  onFocus(): void;
  onInput(event: InputEvent): void;
  submit(): void;
}

/** Enter that sends, rather than one that picks a word of an input method: some browsers tell only by the key code. */
const isSend = (event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;

export function renderComposer(view: ComposerView): TemplateResult {
  const { t, draft, more } = view;
  const wait = more?.wait ?? 0;
  const left = limits.commentLength - textLength(draft);
  const problem = left < 0 ? 'comment-too-long' : more?.problem;
  const note = problem ? errorWords(problem, view) : wait > 0 ? t('comment.wait', { seconds: wait }) : '';
  const onKeydown = (event: KeyboardEvent) => {
    if (more?.onKey(event) || !isSend(event)) return;
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
    aria-describedby=${more ? 'note reply' : 'note'}
    aria-invalid=${left < 0 ? 'true' : 'false'}
    placeholder=${more?.placeholder ?? t('comment.placeholder')}
    @focus=${view.onFocus}
    @input=${view.onInput}
    @keydown=${onKeydown}
  ></textarea>`;
  return html`<div part="composer" class="composer">
    <slot name="composer-start"></slot>
    <div class="write">
      <p id="note" part="note" class="note" role=${problem ? 'alert' : nothing} ?hidden=${!note}>${note}</p>
      ${more?.above}
      <div class="pill">
        ${field}
        <span part="counter" class="counter ${left < 0 ? 'over' : ''}" ?hidden=${left > NEAR}>${left}</span>
        ${more?.tool}
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
    ${more?.below}
  </div>`;
}

/** A tap on the button leaves the focus, and the keyboard, where they are. */
export const keepFocus = (event: Event): void => event.preventDefault();
