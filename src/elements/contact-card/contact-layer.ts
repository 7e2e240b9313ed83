import { html, type TemplateResult } from 'lit';
import { openModal } from '../../base/modal.js';
import type { Voice } from '../../base/speech.js';
import { icon } from '../../styles/icon.js';
import { close } from '../../styles/shop-drawings.js';

/** The sheet that the round button opens, over everything on the page: heading and way out stay, the rest scrolls. */
export class ContactLayer {
  readonly #voice: Voice;
  readonly #close: () => void;
  #shut: (() => void) | undefined;

  constructor(voice: Voice, close: () => void) {
    this.#voice = voice;
    this.#close = close;
  }

  /** After a rendering that has `dialog`. */
  show(dialog: HTMLDialogElement): void {
    this.#shut ??= openModal(dialog, dialog.querySelector<HTMLElement>('.panel')!, this.#close, false);
  }

  /** After one that has none, or when the element leaves: gives the focus back. */
  shut(): void {
    this.#shut?.();
    this.#shut = undefined;
  }

  readonly #onVeil = (event: Event): void => {
    if (event.target === event.currentTarget) this.#close();
  };

  /** The product is shown below this layer, where nobody could reach it. */
  readonly #onProduct = (event: Event): void => {
    if (!event.defaultPrevented) this.#close();
  };

  /** Past the last or before the first there is only the sheet itself. */
  readonly #onEdge = ({ target }: Event): void =>
    (target as HTMLElement).parentElement!.querySelector<HTMLElement>('.panel')!.focus();

  /** `one`: there is a single card in it and nothing else. */
  render(content: TemplateResult, one: boolean): TemplateResult {
    const { t } = this.#voice;
    const edge = html`<span tabindex="0" @focus=${this.#onEdge}></span>`;
    return html`<dialog
      part="layer"
      class="layer"
      role="dialog"
      aria-modal="true"
      aria-label=${t('contact.label')}
      @click=${this.#onVeil}
      @qun-open-product=${this.#onProduct}
    >
      ${edge}
      <div part="panel" class="panel ${one ? 'one' : ''}" tabindex="-1">
        <div class="head">
          <h2 class="heading">${t('contact.label')}</h2>
          <button
            type="button"
            part="close"
            class="icon-button close"
            aria-label=${t('room.close')}
            @click=${this.#close}
          >
            ${icon(close, 20)}
          </button>
        </div>
        <div class="body" tabindex="0">${content}</div>
      </div>
      ${edge}
    </dialog>`;
  }
}
