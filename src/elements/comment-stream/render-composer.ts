import { html, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { icon } from '../../styles/icon.js';

/** What the field gets once somebody is about to use it. */
export interface ComposerMore {
  /** There is more in the field than can be said. */
  readonly tooLong: boolean;
  /** What is written cannot be sent now. */
  readonly blocked: boolean;
  /** Default: an invitation. */
  readonly placeholder: string | undefined;
  /** Over the pill, in it before its button, and under all. */
  readonly above: unknown;
  readonly tools: unknown;
  readonly below: unknown;
  /** A key in the field. True: it has been seen to. */
  onKey(event: KeyboardEvent): boolean;
}

export interface ComposerView extends Pick<Speech, 't'> {
  readonly draft: string;
  readonly more: ComposerMore | undefined;
  onFocus(): void;
  onInput(event: InputEvent): void;
  submit(): Promise<void>;
}

/** Enter that sends, rather than one that picks a word of an input method: some browsers tell only by the key code. */
const isSend = (event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;

export function renderComposer(view: ComposerView): TemplateResult {
  const { t, draft, more } = view;
  const onKeydown = (event: KeyboardEvent) => {
    if (more?.onKey(event) || !isSend(event)) return;
    event.preventDefault();
    if (!event.shiftKey) void view.submit();
  };
  // By itself, since a template with a textarea ships with all its white space.
  const field = html`<textarea
    part="field"
    rows="1"
    enterkeyhint="send"
    autocomplete="off"
    aria-label=${t('comment.field')}
    aria-describedby="note reply"
    aria-invalid=${more?.tooLong ?? false}
    placeholder=${more?.placeholder ?? t('comment.placeholder')}
    @focus=${view.onFocus}
    @input=${view.onInput}
    @keydown=${onKeydown}
  ></textarea>`;
  return html`<div part="composer" class="composer">
    <slot name="composer-start"></slot>
    <div class="write">
      ${more?.above}
      <div class="pill">
        ${field}${more?.tools}
        <button
          type="button"
          part="send"
          class="icon-button send"
          aria-label=${t('comment.send')}
          ?disabled=${draft.trim() === '' || more?.blocked}
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
